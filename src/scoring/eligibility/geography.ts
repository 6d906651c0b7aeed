import type { CityProfile } from '../../domain/city-profile.ts';
import type { TextSpan } from '../../domain/eligibility.ts';
import { type EligibilityTopic, hasText, oncePerTopic } from './eligibility-topic.ts';
import { findSpan, spanOf } from './find-span.ts';
import { isTerritorial, type Rule, results } from './rule.ts';

type Place =
  | 'islands'
  | 'coast'
  | 'mountain'
  | 'rural'
  | 'outermost'
  | 'africa'
  | 'central-asia'
  | 'latin-america'
  | 'arctic';

/** Places that tie a topic when its title names them. Urban heat islands, energy islands and African swine fever are none. */
const PLACES: readonly (readonly [place: Place, title: RegExp])[] = [
  ['islands', /(?<!\b(?:heat|energy|digital)\s)\bislands?\b/i],
  ['coast', /\bcoast(?:s|al|line)?\b|\bsea ?ports?\b|\bwaterfront\b/i],
  ['mountain', /\bmountain(?:s|ous)?\b/i],
  ['rural', /\brural\b/i],
  ['outermost', /\boutermost\b/i],
  ['africa', /\bafrican?\b(?! swine)/i],
  ['central-asia', /\bcentral asian?\b/i],
  ['latin-america', /\blatin america\w*|\bcaribbean\b|\bCELAC\b/i],
  ['arctic', /\b(?:ant)?arctic\b/i],
];
const COOPERATION =
  /\b(?:EU|Europe)[-–](?:China|India|Japan|Korea|Africa|Brazil)\b|\b(?:with|targeting) (?:China|India|Japan|Ukraine|Russia|USA)\b/i;
/** Territories that, joined to a place by "and", "or", a comma, a stroke or a hyphen, leave the choice. */
const ALTERNATIVE =
  'urban|cit(?:y|ies)|towns?|municipalit(?:y|ies)|riparian|inland|airports?|europe|regional|peri-urban|all|land|sea|marine|global';
const ABROAD = new Set(['RELEX-PROSPECT', 'RELEX2027', 'NDICI', 'PANAF', 'EUAID']);

interface Tie {
  place: Place | 'third-country';
  span: TextSpan;
  /** Cities of two continents working together: partners from there are needed, ours are welcome. */
  amongCities: boolean;
}

const say = results('H2', 'Titolo e testo del bando alla sua fonte');

/** H2: a topic tied to islands, coasts, mountains or another continent is for the bodies that govern such a territory. */
export const geography: Rule = {
  id: 'H2',
  check(topic, partner, profile) {
    if (!isTerritorial(partner)) return say('not-applicable', 'place.not-territorial');
    if (topic.programme !== null && ABROAD.has(topic.programme)) return say('unknown', 'place.external-action');
    const tie = tieOf(topic);
    if (tie === null) return hasText(topic) ? say('yes', 'place.none') : say('unknown', 'no-text');
    const said = { params: { place: tie.place }, evidence: [tie.span] };
    if (tie.place === 'third-country' || tie.amongCities) return say('unknown', 'place.cooperation', said);
    return hasPlace(profile, tie.place) && partner.id === profile.municipality
      ? say('yes', 'place.respected', said)
      : say('no', 'place.elsewhere', said);
  },
};

const tieOf = oncePerTopic((topic): Tie | null => titleTie(topic) ?? textTie(topic));

function titleTie({ title }: EligibilityTopic): Tie | null {
  const cooperation = COOPERATION.exec(title);
  for (const [place, pattern] of PLACES) {
    const match = pattern.exec(title);
    if (match === null) continue;
    if (isOneOfSeveral(title, match.index, match[0].length)) return null;
    const amongCities = cooperation !== null && /\burban|\bcit(?:y|ies)\b/i.test(title);
    return { place, span: spanOf('title', match[0], match.index), amongCities };
  }
  return cooperation === null
    ? null
    : { place: 'third-country', span: spanOf('title', cooperation[0], cooperation.index), amongCities: false };
}

/** "cities and islands", "rural-urban", "Africa and Europe": one of several, so no tie. */
function isOneOfSeveral(title: string, start: number, length: number): boolean {
  return JOINED_BEFORE.test(title.slice(0, start)) || JOINED_AFTER.test(title.slice(start + length));
}

const JOINED_BEFORE = new RegExp(
  `\\b(?:${ALTERNATIVE})(?:\\s*(?:,|/|&|-|–|\\band\\b|\\bor\\b|\\band/or\\b|\\bfrom\\b|\\band on\\b|\\band in\\b)\\s*)$`,
  'i',
);
const JOINED_AFTER = new RegExp(`^(?:\\s*(?:,|/|&|-|–|\\band\\b|\\bor\\b)\\s*)(?:${ALTERNATIVE}|rural)\\b`, 'i');

/** Only a text that says "only": a mention of islands among others ties nobody. */
function textTie(topic: EligibilityTopic): Tie | null {
  const span = findSpan(topic, {
    anchors: ['outermost region', 'island', 'mountain area', 'rural area', 'coastal '],
    pattern:
      /\b(?:(?:open|reserved|restricted|limited|addressed) (?:only |exclusively )?(?:to|for)|only|exclusively) (?:entities|applicants|municipalities|authorities) (?:from|in|on|of) (?:the )?(?:EU )?(outermost regions?|islands?|mountain areas?|rural areas?|coastal (?:areas?|regions?|cities))\b/gi,
    unless: /\bnot (?:only|exclusively|limited)\b/i,
  });
  if (span === null) return null;
  const place = PLACES.find(([, pattern]) => pattern.test(span.phrase))?.[0] ?? 'rural';
  return { place, span, amongCities: false };
}

function hasPlace({ facts }: CityProfile, place: Place): boolean {
  if (place === 'islands') return facts.island;
  if (place === 'coast') return facts.coastal;
  if (place === 'mountain') return facts.mountain;
  return place === 'rural' && facts.rural;
}
