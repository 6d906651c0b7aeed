import type { Localised } from '../../labels/localised.ts';

/** Who gives the value of a criterion (DOMAIN §5.7). */
export const SCORERS = ['readers', 'secretariat', 'directorate', 'machine'] as const;
export type Scorer = (typeof SCORERS)[number];

export const CRITERIA = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** The Commission's scale: absent, poor, fair, good, very good, excellent (DOMAIN §5.5). */
export const VALUES = [0, 1, 2, 3, 4, 5] as const;
export type Value = (typeof VALUES)[number];

export const SCALE: Readonly<Record<Value, Localised>> = {
  0: { it: 'assente', en: 'absent' },
  1: { it: 'scarso', en: 'poor' },
  2: { it: 'discreto', en: 'fair' },
  3: { it: 'buono', en: 'good' },
  4: { it: 'molto buono', en: 'very good' },
  5: { it: 'eccellente', en: 'excellent' },
};

export interface CriterionCard {
  scorer: Scorer;
  name: Localised;
  /** What 0, 3 and 5 mean (DOMAIN §3.3). */
  anchors: Readonly<Record<0 | 3 | 5, Localised>>;
}

export const CRITERION_CARDS: Readonly<Record<Criterion, CriterionCard>> = {
  C1: card('readers', 'Coerenza con le strategie della città', 'Fit with the city’s strategies', {
    0: ['nessuna linea', 'no policy line'],
    3: ['una linea', 'one line'],
    5: ['obiettivo nominato, con scadenza', 'named objective with a date'],
  }),
  C2: card('readers', 'Ruolo e beneficio per la città', 'Role and benefit for the city', {
    0: ['osservatore', 'observer'],
    3: ['sito pilota', 'pilot site'],
    5: ['città guida o capofila', 'lead city or coordinator'],
  }),
  C3: card('secretariat', 'Forza del partenariato', 'Strength of the partnership', {
    0: ['nessuno', 'none'],
    3: ['un partner', 'one partner'],
    5: ['capofila scientifico, impresa ed ente della città', 'scientific lead, industry and a city body'],
  }),
  C4: card('directorate', 'Capacità operativa', 'Capacity', {
    0: ['nessuna', 'none'],
    3: ['condivisa', 'shared'],
    5: ['gruppo nominato', 'named team'],
  }),
  C5: card('secretariat', 'Sostenibilità finanziaria', 'Money', {
    0: ['oltre 30 % di risorse proprie, non a bilancio', 'over 30 % own funds, not budgeted'],
    3: ['cofinanziamento a bilancio', 'own share budgeted'],
    5: ['100 %, prefinanziamento sufficiente', '100 %, pre-financing enough'],
  }),
  C6: card('secretariat', 'Concorrenza attesa', 'Expected competition', {
    0: ['una sovvenzione, oltre 20 proposte', 'one grant, over 20 bids'],
    3: ['2–3 sovvenzioni', '2–3 grants'],
    5: ['4 o più sovvenzioni', '4 or more grants'],
  }),
  C7: card('machine', 'Tempo disponibile', 'Time left', {
    0: ['sotto il minimo', 'under the minimum'],
    3: ['sufficiente', 'enough'],
    5: ['comodo', 'comfortable'],
  }),
  C8: card('readers', 'Replicabilità e continuità', 'Replication and continuity', {
    0: ['assenti', 'none'],
    3: ['un piano', 'a plan'],
    5: ['già a bilancio', 'budgeted'],
  }),
};

/** The criteria that one kind of scorer answers for. */
export const criteriaOf = (scorer: Scorer): Criterion[] =>
  CRITERIA.filter((criterion) => CRITERION_CARDS[criterion].scorer === scorer);

/** A sentence is asked for only where the value is surprising: four minutes a review is what a volunteer has. */
export const needsSentence = (value: Value): boolean => value <= 1 || value === 5;

/** C7: under the minimum for the role, enough, or comfortable (half as much again, twice as much). */
export function timeValue(daysLeft: number, leadDays: number): Value {
  const ratio = daysLeft / leadDays;
  if (ratio < 1) return 0;
  if (ratio < 1.5) return 3;
  return ratio < 2 ? 4 : 5;
}

type Words = readonly [it: string, en: string];

function card(scorer: Scorer, it: string, en: string, anchors: Record<0 | 3 | 5, Words>): CriterionCard {
  const said = ([italian, english]: Words): Localised => ({ it: italian, en: english });
  return { scorer, name: { it, en }, anchors: { 0: said(anchors[0]), 3: said(anchors[3]), 5: said(anchors[5]) } };
}
