import type { CityProfile } from '../../domain/city-profile.ts';
import type { PillarScores } from '../../domain/pillar.ts';
import type { Evidence, ScorableTopic, TopicScore } from '../../domain/scoring.ts';
import type { Day } from '../../domain/topic.ts';
import type { Scorer } from '../../scoring/scorer.ts';
import type { TopicLine } from '../collect/topic-line.ts';

/** What `score-file` answers for one line (DESIGN "Command line"; keep stable). */
export interface ScoredLine {
  identifier: string;
  cityRelevance: number;
  primaryPillar: TopicScore['primaryPillar'];
  pillars: PillarScores;
  partners: ({ pic: string; score: number } | { pic: null; id: string; score: number })[];
  evidence: Evidence[];
}

export interface ScoreLineOptions {
  trackRecordUntil?: Day;
  partnerEvidence?: boolean;
}

/** Scores one line, as it is written: spans index the strings of the input. Stateless. */
export function scoreLine(
  { scorer, profile }: { scorer: Scorer; profile: CityProfile },
  line: TopicLine,
  { trackRecordUntil, partnerEvidence = false }: ScoreLineOptions = {},
): ScoredLine {
  const topic = toScorableLine(line);
  const options = trackRecordUntil === undefined ? {} : { trackRecordUntil };
  const { cityRelevance, primaryPillar, pillars, evidence } = scorer.scoreTopic(topic);
  const ofPartners = partnerEvidence
    ? profile.partners.flatMap(({ id }) => scorer.partnerEvidence(topic, id, options))
    : [];
  return {
    identifier: line.identifier,
    cityRelevance,
    primaryPillar,
    pillars,
    partners: scorer
      .scorePartners(topic, options)
      .map(({ pic, partnerId, score }) => (pic === null ? { pic, id: partnerId, score } : { pic, score })),
    evidence: [...evidence, ...ofPartners],
  };
}

function toScorableLine(line: TopicLine): ScorableTopic {
  const { description } = line;
  return {
    key: line.identifier,
    identifier: line.identifier,
    title: line.title,
    programme: line.programme,
    callIdentifier: line.callIdentifier,
    callTitle: line.callTitle,
    typesOfAction: line.typesOfAction,
    keywords: line.keywords,
    programmeParts: [],
    texts: description === null ? [] : [{ field: 'description', kind: 'description', text: description }],
    deadlineOn: [...line.deadlines].sort().at(-1)?.slice(0, 10) ?? null,
  };
}
