import { describe, expect, it } from 'vitest';
import milano from '../../db/seed/profiles/milano.json?raw';
import { cityProfileSchema } from '../../src/domain/city-profile.ts';
import { createScorer } from '../../src/scoring/create-scorer.ts';
import lexicon from '../../src/scoring/data/lexicon.json?raw';
import partnerWeights from '../../src/scoring/data/partner-weights.json?raw';
import trackRecord from '../../src/scoring/data/track-record.json?raw';
import weights from '../../src/scoring/data/weights.json?raw';
import words from '../../src/scoring/data/words.json?raw';
import { parseScoringData } from '../../src/scoring/scoring-data.ts';
import { topicOf } from './topic-of.ts';

/**
 * SHA-256 of all that is said of the topics below, by the versions that said it. The test runs on Node and on workerd, so
 * both stand for the same bytes. Whoever changes the lexicon, the weights, the record, the profile or the formula writes the
 * new value here.
 */
const SAID = '0d102aa0961765ba7137a7a6132caad6c55a49191bc9596f72fe88c380fca008';

const parsed = Object.entries({
  lexicon,
  weights,
  'partner-weights': partnerWeights,
  'track-record': trackRecord,
  words,
});
const scorer = createScorer({
  profile: cityProfileSchema.parse(JSON.parse(milano)),
  data: parseScoringData(
    Object.fromEntries(parsed.map(([name, text]) => [`${name}.json`, JSON.parse(text) as unknown])),
  ),
});

const TEXT =
  'Cities and their neighbourhoods lack cooling in heat waves. Pilots in at least three municipalities, with residents, ' +
  'shall test green roofs, shaded bus stops and water squares; electron transport is not meant. L’amministrazione ' +
  'comunale e i cittadini partecipano: qualità dell’aria, mobilità, piste ciclabili. 5G sensors (IoT) feed a digital twin.';

const TOPICS = [
  topicOf('Smart Cities and Communities lighthouse projects', {
    identifier: 'SCC-1-2016-2017',
    deadlineOn: '2017-02-14',
  }),
  topicOf('Cool neighbourhoods: nature against heat', {
    identifier: 'HORIZON-MISS-2027-04-CIT-09',
    programme: 'HORIZON',
    callTitle: 'Climate-neutral and smart cities',
    typesOfAction: ['HORIZON Innovation Actions'],
    keywords: ['urban greening', 'heat island'],
    texts: [{ field: 'section:0', kind: 'scope', text: TEXT.repeat(12) }],
  }),
  topicOf('Charge transport in organic semiconductors', { identifier: 'ICT-02-2016', typesOfAction: ['RIA'] }),
  topicOf('Präzisionsmedizin für die Städte: naïve coöperation, Łódź · 𝔘rban — ½', { identifier: 'x' }),
  topicOf('', { identifier: '' }),
];

describe('the same topics and versions', () => {
  it('give the same bytes on every engine', async () => {
    const said = TOPICS.map((topic) => [
      scorer.scoreTopic(topic),
      scorer.scorePartners(topic),
      scorer.partnerEvidence(topic, 'comune-di-milano'),
    ]);
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(said)));
    const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(hash, `what ${scorer.version} says has changed; if that was meant, write ${hash} as SAID`).toBe(SAID);
  });
});
