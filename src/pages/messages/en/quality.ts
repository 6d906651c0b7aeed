import { plural } from '../plural.ts';

const count = plural('en');

/** *Quality*: how well the matcher does, and how that was measured. */
export const quality = {
  title: 'Quality',
  lead: 'How often the score is right and how often wrong, on calls that it was not taught.',
  none: 'No measurement is bundled with this version.',
  otherWeights: 'These figures are of other weights than those that score today: measure again with “npm run train”.',
  weights: (version: string) => `weights ${version}`,

  listTitle: 'In short: the list you read',
  listLead:
    'Of some 700 live calls the association reads 60. Each set is told in that proportion, beside three simple methods computed in the same run.',
  set: 'Calls tested',
  ranking: 'Method',
  averagePrecision: 'Average precision',
  recallAt: (percent: number) => `Found in the top ${percent}%`,
  missedAQuarter: 'Wanted, missed a quarter',
  noiseOfSixty: 'Noise among the 60',
  wantedOf: (wanted: number, topics: string) =>
    count(wanted, { one: `one wanted of ${topics}`, other: `# wanted of ${topics}` }),
  sets: {
    'topics with text': 'Calls with text',
    titles: 'Titles only',
    'won by a municipality': 'Won by a municipality',
    'won by three municipalities': 'Won by three municipalities',
  },
  splits: {
    'by call': 'whole calls held out',
    'by year': 'years predicted from those before',
    'next programme': 'Horizon Europe predicted from Horizon 2020',
  },
  rankings: {
    'keyword count': 'keyword count',
    'BM25 of the description': 'BM25 of the description',
    'bigram regression': 'regression on pairs of words',
    'past wins alone': 'past wins alone',
  },
  ours: 'Bandolo',

  cityTitle: 'Interest for the city',
  cityLead:
    'Left: further down the list more wanted calls are found, with more noise. Right: where the score says 0.8, eight of ten should be wanted.',
  curveTitle: 'Precision and recall',
  curveOf: (set: string) => `Precision and recall: ${set}`,
  curveCaption: ([first = '', second = '']: readonly string[]) =>
    `Line: Bandolo. At the length of the list, square: ${first}; triangle: ${second}.`,
  recall: 'Share of the wanted found',
  precision: 'Share of the list wanted',
  calibrationTitle: 'Calibration',
  calibrationOf: (set: string) => `Calibration: ${set}`,
  calibrationCaption: 'On the dashed line the score tells the truth; large dots stand for more calls.',
  said: 'Score given',
  cameTrue: 'Really wanted',
  step: 'Band',
  calls: 'Calls',

  pillarsTitle: 'First pillar',
  pillarsLead: 'How often the first pillar is the right one, and which other it is taken for.',
  accuracy: 'Right',
  macroF1: 'Mean F1 on the city’s calls',
  accuracyOf: (ranking: string) => `Right: ${ranking}`,
  confusionOf: (set: string) => `Pillars mistaken for one another: ${set}`,
  confusionCaption: 'Each row is the true pillar; the darker a cell, the more calls of that row end there.',
  truthGiven: 'true ↓ given →',

  groupsOf: (set: string) => `Pillar by pillar: ${set}`,
  pillar: 'Pillar',
  precisionOfGroup: 'Precision',
  recallOfGroup: 'Recall',
  f1: 'F1 (harmonic mean)',

  spreadTitle: 'How far the figures move',
  spreadLead: (groupings: string) =>
    `The same figures with the calls dealt out in ${groupings} ways: a difference smaller than this says nothing.`,
  figure: 'Figure',
  least: 'Least',
  most: 'Most',

  partnersTitle: 'Partners',
  partnersLead: (topics: string) =>
    `On ${topics} topics won by a listed body, each hidden from its own record: where did the winner stand?`,
  reciprocalRank: 'Mean reciprocal rank',
  inFirstThree: 'Winner in the first three',
  othersInFirstFive: 'Less frequent winners in the first five',
  eachHidden: 'each topic hidden from the record',
  forwardIn: (year: number, topics: string) => `the ${topics} topics of ${year}, by the record of that June`,
  elsewhere: (city: string, found: string, all: string, partners: string) =>
    `${city}, by the same weights: its municipality stood among the first three of ${partners} bodies in ${found} of the ${all} topics it is known to have won.`,
  elsewhereNone: (city: string) => `${city}: no topic won by its municipality is known.`,
  hitRates: 'In the first five, body by body',
  hits: (found: string, all: string) => `${found} of ${all}`,
  partner: 'Body',
  wonTopics: 'Topics won',
  amongFirstFive: 'Times in the first five',

  travelTitle: 'Time travel',
  travelLead:
    'On 1 March of each year, with what was known then: how many of the topics that cities later won stood in the top tenth of the list? Of 2014 nothing was known before; until 2016 every municipality’s wins are known, from 2017 only those of our own.',
  firstOfMarch: (year: number) => `1 March ${year}`,
  year: 'Year',
  whoseWins: 'Wins known of',
  knownOf: { municipalities: 'all municipalities', 'own municipality': 'our municipality' },
  wonByCities: 'Won by cities',
  inTopTenth: 'Of these in the top tenth',
};
