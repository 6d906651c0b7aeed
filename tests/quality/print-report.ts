import type { QualityReport } from '../../src/scoring/quality/quality-report.ts';

/** The figures in lines, as the bar of the matcher lists them. */
export function printReport({ city, pillars, partners, spread, timeTravel }: QualityReport): void {
  for (const { id, split, topics, wanted, ours, baselines } of city) {
    const line = [ours, ...baselines].map((one) => `${one.name} ${one.averagePrecision}/${one.recallAt20}`).join(' · ');
    console.info(`city, ${id}, ${split} (${wanted} of ${topics}), AP/recall@20%: ${line}`);
  }
  for (const one of pillars) {
    const rivals = one.baselines
      .map((rival) => `${rival.name} ${rival.accuracyThemed}/${rival.macroF1City}`)
      .join(' · ');
    const figures = `accuracy ${one.accuracyThemed} (with none ${one.accuracy}), macro-F1 city ${one.macroF1City}`;
    console.info(`pillar, ${one.id}, ${one.split} (${one.topics}): ${figures} · ${rivals}`);
    console.info(
      `  F1 by group: ${one.perPillar.map(({ pillar, topics, f1 }) => `${pillar} ${f1} (${topics})`).join(' · ')}`,
    );
  }
  for (const { id, figure, values, least, most } of spread) {
    console.info(`spread over ${values.length} groupings of calls, ${id}, ${figure}: ${least}–${most}`);
  }
  printPartners(partners);
  for (const { year, known, topics, won, inTopTenth } of timeTravel) {
    const who = known === 'municipalities' ? 'cities' : 'our municipality';
    console.info(
      `1 March ${year}: ${inTopTenth} of the ${won} topics ${who} then won stood in the top tenth of ${topics}`,
    );
  }
}

function printPartners({ topics, figures, forward, elsewhere }: QualityReport['partners']): void {
  const print = (about: string, lines: typeof figures): void => {
    for (const { name, reciprocalRank, inFirstThree, othersInFirstFive } of lines) {
      console.info(
        `partners, ${about}, ${name}: MRR ${reciprocalRank}, first three ${inFirstThree}, others in first five ${othersInFirstFive}`,
      );
    }
  };
  print(`${topics} topics, each hidden`, figures);
  for (const one of forward) print(`${one.topics} topics of ${one.year} by the record of ${one.until}`, one.figures);
  for (const { profile, partners, wins, inFirstThree } of elsewhere) {
    console.info(
      `${profile}: its municipality among the first three of ${partners} in ${inFirstThree} of ${wins} topics it won`,
    );
  }
}
