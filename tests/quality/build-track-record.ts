import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCorpus } from '../../src/cli/gold-corpus.ts';
import type { CityProfile } from '../../src/domain/city-profile.ts';
import type { Participation, TrackRecord } from '../../src/scoring/track-record.ts';
import { goldPaths } from './gold-paths.ts';
import { PORTFOLIO } from './portfolio.ts';
import { readCsv } from './read-gold.ts';
import { readProfile } from './read-scoring-data.ts';

/** Names under which CORDIS lists a partner without a PIC. */
const NAMED_WITHOUT_PIC: Readonly<Record<string, string>> = {
  'TELECOM ITALIA SPA O TIM SPA': '999908496',
  'AMBIENTE ITALIA S.R.L.': '998322449',
};

const paths = goldPaths();
const corpus = readCorpus(paths.data);
const partners = picsOf(readProfile('milano'));

/** The name people use, where CORDIS has another: SHAR-LLM is Sharing Cities. */
const knownAs = new Map(PORTFOLIO.map((one) => [one.project, one.acronym]));

const won = readCsv(join(paths.gold, 'milan_wins_2014_2016.csv')).flatMap((row): Participation[] => {
  const pic = row.pic || NAMED_WITHOUT_PIC[(row.orgName ?? '').toUpperCase()] || '';
  if (!partners.has(pic)) return [];
  return [
    {
      pic,
      topic: row.topicId ?? '',
      project: row.projectId ?? '',
      acronym: knownAs.get(row.projectId ?? '') ?? row.acronym ?? '',
      role: row.role === 'coordinator' ? 'coordinator' : 'participant',
      contributionEur: row.ecContributionEur ? Number(row.ecContributionEur) : null,
      startOn: row.startDate || null,
    },
  ];
});
const known = new Set(won.map((one) => `${one.pic}/${one.project}`));
const later = PORTFOLIO.filter((one) => partners.has(one.pic) && !known.has(`${one.pic}/${one.project}`)).map(
  ({ source: _, ...one }): Participation => ({ ...one, contributionEur: null }),
);
const participations = [...won, ...later].sort((a, b) => key(a).localeCompare(key(b), 'en'));
write({
  version: '2026-11-22',
  source: 'CORDIS, European Union: projects of Horizon 2020, by PIC',
  topics: Object.fromEntries(
    [...new Set(participations.map((one) => one.topic))].sort().map((id) => [id, corpus.get(id)?.title ?? id]),
  ),
  participations,
});

function key(one: Participation): string {
  return `${one.pic} ${one.startOn ?? '9999'} ${one.project}`;
}

function picsOf(profile: CityProfile): Set<string> {
  return new Set(profile.partners.flatMap((one) => [...(one.pic ? [one.pic] : []), ...one.formerPics]));
}

/** One line a fact, so that a change can be reviewed. */
function write(record: TrackRecord): void {
  const lines = (items: string[]): string => items.map((item) => `    ${item}`).join(',\n');
  const topics = Object.entries(record.topics).map(([id, title]) => `${JSON.stringify(id)}: ${JSON.stringify(title)}`);
  const text = `{
  "version": ${JSON.stringify(record.version)},
  "source": ${JSON.stringify(record.source)},
  "topics": {
${lines(topics)}
  },
  "participations": [
${lines(record.participations.map((one) => JSON.stringify(one)))}
  ]
}
`;
  const file = join(import.meta.dirname, '../../src/scoring/data/track-record.json');
  writeFileSync(file, text);
  console.info(`${record.participations.length} participations, ${readFileSync(file).length} bytes`);
}
