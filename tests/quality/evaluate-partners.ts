import type { CityProfile } from '../../src/domain/city-profile.ts';
import { partnerRules } from '../../src/scoring/partners/partner-rules.ts';
import { PARTNER_FEATURES, type PartnerWeights } from '../../src/scoring/partners/partner-weights.ts';
import type { PartnerQuality } from '../../src/scoring/quality/quality-report.ts';
import { TermTable } from '../../src/scoring/term-table.ts';
import type { GoldSet } from './gold-set.ts';
import { ALL_STARTED, type PartnerCase, type PartnerGold, partnerCases } from './partner-lessons.ts';
import { readProfile, readScoringData } from './read-scoring-data.ts';
import { orderOf, partnerQuality } from './report.ts';
import { FOLD_NUMBERS, foldOf, yearOf } from './splits.ts';
import { learnPartners } from './train-partners.ts';

/** The partner that wins most; figures are also given for everybody else. */
const STRONGEST = 'politecnico-di-milano';
/** In each year: who had started by its middle is known, who won a topic of the year is asked. */
const FORWARD_YEARS = [2015, 2016];
/** Cities that lend the gold a few outcomes: the weights were learned on another city's partners. */
const OTHER_CITIES = ['genova', 'torino'];

type Figures = PartnerQuality['figures'];

/** Whether those who really won stood at the top: with each topic hidden from the record, forward in time, elsewhere. */
export function evaluatePartners(set: GoldSet): PartnerQuality {
  const profile = readProfile('milano');
  const gold = goldOf(set, profile);
  const cases = partnerCases(gold, () => true, ALL_STARTED);
  const fits = FOLD_NUMBERS.map((fold) => learnPartners(cases.filter(({ topic }) => foldOf(topic) !== fold)).weights);
  const ours = orders(profile, cases, ({ topic }) => fits[foldOf(topic)]);
  return {
    split: 'each topic hidden from the record, its call from the weights',
    topics: cases.length,
    figures: figuresOf(profile, cases, ours),
    perPartner: perPartner(profile, ours),
    forward: FORWARD_YEARS.map((year) => forward(gold, year)),
    elsewhere: OTHER_CITIES.map((id) => elsewhere(set, readProfile(id))),
  };
}

function goldOf(set: GoldSet, profile: CityProfile): PartnerGold {
  const { trackRecord, weights } = readScoringData();
  const table = new TermTable(set.lexicon, weights.terms, weights.corpusTopics);
  return { profile, trackRecord, table, corpus: set.corpus };
}

interface Order {
  order: string[];
  winners: ReadonlySet<string>;
}

/** The partners as they are listed for each case: by the weights, and the fixed rules on top. */
function orders(
  { partners }: CityProfile,
  cases: readonly PartnerCase[],
  weightsFor: (one: PartnerCase) => PartnerWeights['weights'] | undefined,
): Order[] {
  const ids = partners.map(({ id }) => id);
  return cases.map((one) => {
    const weights = weightsFor(one);
    const rulesFor = partnerRules(one.topic);
    const scores = one.rows.map((row, i) => {
      const partner = partners[i];
      const rules = partner === undefined ? [] : rulesFor(partner);
      const learned = row.reduce((sum, value, f) => sum + value * (weights?.[PARTNER_FEATURES[f] ?? 'record'] ?? 0), 0);
      return learned + rules.reduce((sum, { weight }) => sum + weight, 0);
    });
    return { order: orderOf(ids, scores), winners: one.winnerIds };
  });
}

/** Ours beside the ranking by past wins alone, which is the first feature. */
function figuresOf({ partners }: CityProfile, cases: readonly PartnerCase[], ours: readonly Order[]): Figures {
  const ids = partners.map(({ id }) => id);
  const record = cases.map(({ rows, winnerIds }) => ({
    order: orderOf(
      ids,
      rows.map((row) => row[0] ?? 0),
    ),
    winners: winnerIds,
  }));
  return [partnerQuality('Bandolo', ours, STRONGEST), partnerQuality('past wins alone', record, STRONGEST)];
}

function forward(gold: PartnerGold, year: number): PartnerQuality['forward'][number] {
  const until = `${year}-06-30`;
  const cases = partnerCases(gold, (topic) => yearOf(topic) === year, until);
  const { weights } = learnPartners(partnerCases(gold, (topic) => yearOf(topic) < year, until));
  const ours = orders(gold.profile, cases, () => weights);
  return { year, until, topics: cases.length, figures: figuresOf(gold.profile, cases, ours) };
}

function perPartner({ partners }: CityProfile, ours: readonly Order[]): PartnerQuality['perPartner'] {
  return partners
    .map(({ id: partnerId }) => {
      const own = ours.filter(({ winners }) => winners.has(partnerId));
      return { partnerId, wins: own.length, inFirstFive: inFirst(own, partnerId, 5) };
    })
    .filter(({ wins }) => wins > 0);
}

/** Where the municipality of another profile stood in the topics that the gold says it won. */
function elsewhere(set: GoldSet, profile: CityProfile): PartnerQuality['elsewhere'][number] {
  const own = profile.partners.findIndex(({ id }) => id === profile.municipality);
  const name = profile.partners[own]?.legalName.toUpperCase() ?? '';
  const won = set.wins.filter(({ winners }) => winners.includes(name)).map(({ topic }) => topic.identifier);
  const { partnerWeights } = readScoringData();
  const winners = new Map(won.map((id) => [id, new Set([own])]));
  const cases = partnerCases(goldOf(set, profile), () => true, ALL_STARTED, winners);
  const found = orders(profile, cases, () => partnerWeights.weights);
  return {
    profile: profile.id,
    partners: profile.partners.length,
    wins: won.length,
    inFirstThree: inFirst(found, profile.municipality, 3),
  };
}

const inFirst = (found: readonly Order[], partnerId: string, places: number): number =>
  found.filter(({ order }) => order.indexOf(partnerId) < places).length;
