import { plural } from '../plural.ts';

const count = plural('en');

/** *Analysis*: what came of the calls, what lies ahead, who carries how much, what slipped by. */
export const analysis = {
  title: 'Analysis',
  lead: 'What came of the calls, what lies ahead, who carries how much, what slipped by.',
  total: 'Total',
  count: 'How many',
  call: 'Call',
  calls: 'Calls',
  pillar: 'Pillar',
  month: 'Month',

  funnelTitle: 'From call to grant',
  funnelCaption:
    'Found: calls seen before their deadline. Bars grow with the square root of the number, so that the few show as well.',
  stage: 'Stage',
  ofBefore: 'Of the stage before',
  stages: {
    found: 'Found',
    shortlisted: 'To judge',
    dossier: 'Dossiers opened',
    go: 'Favourable opinion',
    submitted: 'Submitted',
    funded: 'Funded',
  },

  monthsTitle: 'Deadlines of calls by pillar',
  monthsCaption: (undated: number) =>
    `Calls to judge that close within twelve months.${count(undated, {
      zero: '',
      one: ' One has no date.',
      other: ' # have no date.',
    })}`,

  deadlinesTitle: 'Deadlines of live dossiers',
  deadlinesCaption: 'How many live dossiers are due each month; the table says which.',
  noDeadlines: 'No live dossier has a deadline ahead.',

  reachTitle: 'Reachable budget',
  reachCaption:
    'Sum of the budgets of calls in which the city still has time for a role: what is on offer, not what would come here. Budgets shared by several calls are not added.',
  budget: 'Budget',
  sharedPot: 'With a shared budget',
  unknownBudget: 'Budget unknown',

  loadTitle: 'Load of reviewers',
  loadCaption: (more: number) =>
    `Dossiers in review that each is appointed to, whether the sheet is in or not.${count(more, {
      zero: '',
      one: ' One more person is in the table.',
      other: ' # more people are in the table.',
    })}`,
  noReaders: 'No group has members yet.',
  reader: 'Person',
  inReview: 'In review now',
  appointed: 'Appointments in a year',

  missedTitle: 'Calls that slipped by',
  missedCaption: (since: string, shown: number) =>
    `They were to be judged, closed after ${since}, and nobody opened or discarded them. ${count(shown, { one: 'The table has the most relevant.', other: 'The table has the # most relevant.' })}`,
  noneMissed: (since: string) => `Since ${since} no call to be judged has closed without a decision.`,
  closedOn: 'Closed',
  relevance: 'Relevance',
};
