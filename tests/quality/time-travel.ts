import { titleOnly } from '../../src/cli/gold-corpus.ts';
import type { ScorableTopic } from '../../src/domain/scoring.ts';
import { ranked } from '../../src/scoring/quality/metrics.ts';
import type { TimeTravel } from '../../src/scoring/quality/quality-report.ts';
import { createTopicScorer } from '../../src/scoring/topic-scorer.ts';
import { fitOn, type GoldSet } from './gold-set.ts';
import type { Prediction } from './predictions.ts';
import { readProfile, readScoringData } from './read-scoring-data.ts';
import { yearOf } from './splits.ts';

/** Years whose outcomes the gold knows and that have years before them: of 2014 nothing was known on 1 March. */
export const TESTED_YEARS = [2015, 2016];
/** Years of which only the topics are known in which the profile's own municipality takes part (CORDIS). */
const OWN_ONLY = [2017, 2018, 2019, 2020];

/** On 1 March of a year, with what was known then: where stood the topics that cities later won? */
export function timeTravel(set: GoldSet, held: readonly Prediction[]): TimeTravel[] {
  const municipalities = new Map(set.wins.map((one) => [one.topic.identifier, one.municipalities]));
  const travels = TESTED_YEARS.map((year) => {
    const list = held.filter(({ topic }) => yearOf(topic) === year);
    return travel(year, 'municipalities', list, ({ identifier }) => (municipalities.get(identifier) ?? 0) > 0);
  });
  const own = wonByOwnMunicipality();
  const later = OWN_ONLY.map((year) => {
    const weights = fitOn(set, (topic) => yearOf(topic) < year);
    const scorer = createTopicScorer({ lexicon: set.lexicon, weights });
    const topics = [...set.corpus.values()].filter((topic) => topic.programme === 'H2020' && yearOf(topic) === year);
    const list = topics.map((topic) => ({ topic, score: scorer(titleOnly(topic)) }));
    return travel(year, 'own municipality', list, ({ identifier }) => own.has(identifier));
  });
  return [...travels, ...later];
}

function travel(
  year: number,
  known: TimeTravel['known'],
  list: readonly Prediction[],
  won: (topic: ScorableTopic) => boolean,
): TimeTravel {
  const order = ranked(list.map(({ topic, score }) => ({ score: score.cityRelevance, won: won(topic) })));
  const top = order.slice(0, Math.round(order.length / 10));
  return {
    year,
    known,
    topics: order.length,
    won: order.filter((one) => one.won).length,
    inTopTenth: top.filter((one) => one.won).length,
  };
}

function wonByOwnMunicipality(): Set<string> {
  const profile = readProfile('milano');
  const pic = profile.partners.find(({ id }) => id === profile.municipality)?.pic;
  return new Set(
    readScoringData()
      .trackRecord.participations.filter((one) => one.pic === pic)
      .map(({ topic }) => topic),
  );
}
