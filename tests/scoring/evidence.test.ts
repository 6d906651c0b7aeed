import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PILLARS } from '../../src/domain/pillar.ts';
import type { Evidence, ScorableTopic } from '../../src/domain/scoring.ts';
import { createScorer } from '../../src/scoring/create-scorer.ts';
import { recompute } from '../../src/scoring/recompute.ts';
import { readProfile, readScoringData } from '../quality/read-scoring-data.ts';
import { topicOf } from './topic-of.ts';

const scorer = createScorer({ profile: readProfile('milano'), data: readScoringData() });

const word = fc.constantFrom(
  ...'smart cities, urban mobility of people; the energy efficiency in municipalities. electron transport Città qualità della vita 5G co-creation & SMEs'.split(
    ' ',
  ),
);
const words = fc.array(word, { maxLength: 30 }).map((parts) => parts.join(' '));
const topics: fc.Arbitrary<ScorableTopic> = fc
  .record({
    title: words,
    identifier: fc.constantFrom('SCC-01-2015', 'HORIZON-CL5-2026-10-D6-07', 'ERC-2018-ADG', 'x'),
    keywords: fc.array(words, { maxLength: 3 }),
    text: words,
  })
  .map(({ title, identifier, keywords, text }) =>
    topicOf(title, {
      identifier,
      keywords,
      callTitle: title === '' ? null : `Call: ${title}`,
      texts: text === '' ? [] : [{ field: 'section:0', kind: 'scope', text }],
    }),
  );

function textOf(topic: ScorableTopic, field: string): string {
  if (field === 'title') return topic.title;
  if (field === 'callTitle') return topic.callTitle ?? '';
  if (field === 'keywords') return topic.keywords.join(' ');
  return topic.texts.find((one) => one.field === field)?.text ?? '';
}

describe('every number can be defended', () => {
  it('the scores follow from the evidence alone', () => {
    fc.assert(
      fc.property(topics, (topic) => {
        const score = scorer.scoreTopic(topic);
        expect(recompute('city', score.evidence)).toBe(score.cityRelevance);
        for (const pillar of PILLARS) expect(recompute(pillar, score.evidence)).toBe(score.pillars[pillar]);
      }),
    );
  });

  it('the partner scores follow from their evidence alone, in the order of the profile', () => {
    fc.assert(
      fc.property(topics, (topic) => {
        for (const { partnerId, score } of scorer.scorePartners(topic).filter((_, i) => i % 11 === 0)) {
          expect(recompute(`partner:${partnerId}`, scorer.partnerEvidence(topic, partnerId))).toBe(score);
        }
      }),
      { numRuns: 10 },
    );
    expect(scorer.scorePartners(topicOf('x')).map((one) => one.partnerId)).toEqual(
      readProfile('milano').partners.map((one) => one.id),
    );
  });

  it('the evidence may come in any order', () => {
    fc.assert(
      fc.property(topics, (topic) => {
        const { cityRelevance, evidence } = scorer.scoreTopic(topic);
        expect(recompute('city', [...evidence].reverse())).toBe(cityRelevance);
      }),
    );
  });

  it('taking away what speaks for a topic never raises its score', () => {
    fc.assert(
      fc.property(topics, (topic) => {
        const { evidence } = scorer.scoreTopic(topic);
        for (const item of evidence.filter((one) => one.weight > 0)) {
          const without = evidence.filter((one) => one !== item);
          expect(recompute(item.target, without)).toBeLessThanOrEqual(recompute(item.target, evidence));
        }
      }),
    );
  });

  it('each span cuts its phrase out of the field it names', () => {
    fc.assert(
      fc.property(topics, (topic) => {
        for (const item of scorer.scoreTopic(topic).evidence) expect(spanned(topic, item)).toBe(item.phrase);
      }),
    );
  });

  it('the same topic gets the same bytes, whatever was scored before it', () => {
    fc.assert(
      fc.property(topics, topics, (topic, other) => {
        const first = JSON.stringify(scorer.scoreTopic(topic));
        scorer.scoreTopic(other);
        expect(JSON.stringify(scorer.scoreTopic(topic))).toBe(first);
      }),
    );
  });
});

function spanned(topic: ScorableTopic, item: Evidence): string {
  return item.start === null || item.end === null ? item.phrase : textOf(topic, item.field).slice(item.start, item.end);
}
