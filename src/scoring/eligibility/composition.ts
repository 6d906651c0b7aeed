import type { TextSpan } from '../../domain/eligibility.ts';
import type { Composition } from './demands.ts';
import { type EligibilityTopic, oncePerTopic } from './eligibility-topic.ts';
import { matchesIn, sentenceAround, spanOf } from './find-span.ts';
import { knownTopic } from './known-topics.ts';

export interface ReadComposition {
  demands: Composition;
  evidence: readonly TextSpan[];
  /** Where it was read, when not in the text. */
  source: string | null;
}

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = `(${NUMBERS.join('|')}|\\d{1,2})`;
const KIND =
  '(lighthouse|lead|front-?runner|follower|fellow|replicat(?:or|ion)|pilot|European|different|participating)?';
const BODY = '(cities|city|municipalities|local governments|local authorities|towns)';
const COUNT = new RegExp(
  `\\b(?:at least|minimum(?: of)?|no fewer than|not less than) ${NUMBER} (?:different )?${KIND} ?${BODY}\\b`,
  'gi',
);
const MISSION = new RegExp(
  `\\bat least ${NUMBER} (?:of the [\\w ]{3,40}|entit(?:y|ies)[\\w ]{0,30}|cit(?:y|ies)[\\w ]{0,30}) ?(?:must|should|shall|is expected to|of the)\\b[^.]{0,40}\\b(?:112|Mission)\\b`,
  'gi',
);
const COUNTRIES =
  /\bfrom (?:at least \w+ )?different (?:EU )?Member States?\b|\beach (?:one )?from a different (?:EU )?Member State\b/i;

/**
 * Demands on the number of cities. Only sentences that bind applicants count: what a budget allows "to address at least
 * 10 cities", or a directive's own thresholds, are none.
 */
const BINDS =
  /\b(?:consorti(?:a|um)|proposals?|projects?|must|should|shall|topic invites|expected|demonstrate[sd]?)\b/i;
const DOES_NOT_BIND = /\bwould allow\b|\bdirective\b|\bpopulation\b|\bencouraged\b|\bnumber of cities\b/i;

const BESIDE_FOLLOWERS = new RegExp(
  `\\bat least ${NUMBER} cities\\b[^.]{0,90}\\b(?:along|together) with at least (?:${NUMBERS.join('|')}|\\d{1,2}) (?:follower|fellow) cities\\b`,
  'gi',
);
const ANCHORS = ['at least', 'minimum', 'no fewer than', 'not less than'];

/** The composition that a call asks for; null where none was found. */
export const compositionOf = oncePerTopic((topic: EligibilityTopic): ReadComposition | null => {
  const read: Reading = { demands: {}, evidence: [] };
  readCounts(topic, read);
  readMissionCities(topic, read);
  nameLeadCities(topic, read.demands);
  if (read.evidence.length > 0) return { ...read, source: null };
  const known = knownTopic(topic.identifier);
  return known?.composition === undefined ? null : { demands: known.composition, evidence: [], source: known.source };
});

interface Reading {
  demands: Composition;
  evidence: TextSpan[];
}

function readCounts(topic: EligibilityTopic, { demands, evidence }: Reading): void {
  for (const { field, match, text } of matchesIn(topic, { anchors: ANCHORS, pattern: COUNT })) {
    const end = match.index + match[0].length;
    const sentence = sentenceAround(text, match.index, end);
    if (!BINDS.test(sentence) || DOES_NOT_BIND.test(sentence)) continue;
    const n = numberOf(match[1]);
    // "at least three cities of the 112 selected" asks for Mission cities.
    const kind = /^\W{0,3}of the 112\b/.test(text.slice(end, end + 20)) ? 'missionCities' : kindOf(match[2], match[3]);
    raise(demands, kind, n);
    if (COUNTRIES.test(sentence) && kind !== 'followerCities') raise(demands, 'countries', n);
    evidence.push(spanOf(field, match[0], match.index));
  }
}

function readMissionCities(topic: EligibilityTopic, { demands, evidence }: Reading): void {
  for (const { field, match } of matchesIn(topic, { anchors: ['112', 'mission on climate'], pattern: MISSION })) {
    raise(demands, 'missionCities', numberOf(match[1]));
    evidence.push(spanOf(field, match[0], match.index));
  }
}

/** "At least three cities along with at least three follower cities": the first are the lead cities. */
function nameLeadCities(topic: EligibilityTopic, demands: Composition): void {
  const beside = matchesIn(topic, { anchors: ['follower', 'fellow'], pattern: BESIDE_FOLLOWERS }).next().value;
  if (!beside || demands.leadCities !== undefined || demands.cities !== numberOf(beside.match[1])) return;
  demands.leadCities = demands.cities;
  delete demands.cities;
}

function raise(demands: Composition, kind: keyof Composition, n: number): void {
  demands[kind] = Math.max(demands[kind] ?? 0, n);
}

function kindOf(kind = '', body = ''): keyof Composition {
  const word = kind.toLowerCase();
  if (/^(?:lighthouse|lead|front)/.test(word)) return 'leadCities';
  if (/^(?:follower|fellow|replicat)/.test(word)) return 'followerCities';
  return /^local /i.test(body) ? 'localGovernments' : 'cities';
}

function numberOf(word = ''): number {
  const index = NUMBERS.indexOf(word.toLowerCase());
  return index < 0 ? Number(word) : index + 1;
}
