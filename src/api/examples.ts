import type { Evidence } from '../domain/scoring.ts';
import type { ScanCard } from '../services/collect/list-scans.ts';
import type { PartnerMatch } from '../services/matching/partner-matches.ts';
import type { ShortlistEntry } from '../services/matching/shortlist.ts';
import type { EvaluationCard } from '../services/partner-desk/own-evaluations.ts';
import type { InterestCard } from '../services/partner-desk/own-interests.ts';
import type { ChangeCard } from '../services/topics/list-changes.ts';
import type { PartnerCard } from '../services/topics/list-partners.ts';
import type { PillarCard } from '../services/topics/list-pillars.ts';

/** What the reference shows. Made up, so that no figure of ours is taken for one of the Commission's. */
const IDENTIFIER = 'HORIZON-EXAMPLE-2027-01';
const SEEN = '2026-11-23T04:20:00Z';

export const TOPIC_EXAMPLE: PartnerMatch['topic'] = {
  identifier: IDENTIFIER,
  kind: 'topic',
  reference: '12345678TOPICSen',
  title: 'An example of a call on quieter streets',
  programme: 'HORIZON',
  callIdentifier: 'HORIZON-EXAMPLE-2027',
  callTitle: 'Examples',
  url: 'https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/topic-details/example',
  status: 'forthcoming',
  statedStatus: 'forthcoming',
  typesOfAction: ['IA'],
  rounds: [
    {
      opensOn: '2027-01-12',
      deadlineModel: 'single-stage',
      deadlines: [{ at: '2027-04-15T15:00:00Z' }],
      budgetEur: 12_000_000,
      budgetShared: false,
      expectedGrants: 3,
      minContributionEur: 3_500_000,
      maxContributionEur: 4_000_000,
    },
  ],
  nextDeadlineAt: '2027-04-15T15:00:00Z',
  daysLeft: 143,
  cityRelevance: 0.91,
  primaryPillar: 'mobility',
  pillars: { economy: 0.08, people: 0.11, governance: 0.24, mobility: 0.93, environment: 0.41, living: 0.37 },
  listed: true,
  parentIdentifier: null,
  source: 'ft-portal',
  firstSeenAt: SEEN,
  lastSeenAt: SEEN,
  lastChangedAt: null,
  withdrawnAt: null,
};

const EVIDENCE: Evidence = { target: 'city', phrase: 'streets', field: 'title', start: 32, end: 39, weight: 1.3 };
const RULE = {
  rule: 'H1',
  result: 'yes',
  applies: true,
  reason: 'Un ente pubblico stabilito in Italia può partecipare.',
  source: 'Horizon Europe, regole di ammissibilità',
  verified: true,
} as const;

export const SHORTLIST_EXAMPLE: Omit<ShortlistEntry, 'eligibility'> & { eligibility: (typeof RULE)[] } = {
  ...TOPIC_EXAMPLE,
  rank: 3,
  reasons: [EVIDENCE],
  eligibility: [RULE],
  possibleRole: 'pilot',
  leadTimeDays: 45,
  lastDayToStart: '2027-03-01',
  inTime: true,
};

export const TOPIC_DETAIL_EXAMPLE = {
  ...TOPIC_EXAMPLE,
  keywords: ['urban mobility'],
  sections: [{ heading: 'Scope', html: '<p>What a proposal should do.</p>', text: 'What a proposal should do.' }],
  evidence: [EVIDENCE],
  eligibility: [RULE],
  partners: [{ id: 'comune-di-milano', pic: '998702204', name: 'Comune di Milano', score: 0.84, evidence: [] }],
  aliases: ['12345678'],
};

export const CHANGE_EXAMPLE: ChangeCard = {
  id: 4711,
  topic: IDENTIFIER,
  at: SEEN,
  field: 'deadlines',
  before: [['2027-04-15T15:00:00Z']],
  after: [['2027-04-29T15:00:00Z']],
  material: true,
  source: 'ft-portal',
  scanId: 12,
};

export const SCAN_EXAMPLE: ScanCard = {
  id: 12,
  source: 'ft-portal',
  startedAt: '2026-11-23T04:15:00Z',
  finishedAt: SEEN,
  verdict: 'certified',
  reasons: [],
  passes: 2,
  topics: 1_187,
  added: 4,
  changed: 2,
  withdrawn: 0,
};

export const PARTNER_EXAMPLE: PartnerCard = {
  id: 'politecnico-di-milano',
  pic: '999879881',
  name: 'Politecnico di Milano',
  legalName: 'Politecnico di Milano',
  type: 'HES',
  relation: 'partner',
  pillars: ['mobility', 'environment'],
  competences: { it: ['mobilità elettrica'], en: ['electric mobility'] },
  roles: ['coordinator', 'partner'],
};

export const PILLAR_EXAMPLE: PillarCard = {
  pillar: 'mobility',
  group: { it: 'Smart Mobility', en: 'Smart Mobility' },
  listed: 9,
  partners: 21,
};

export const MATCH_EXAMPLE: PartnerMatch = { score: 0.72, topic: TOPIC_EXAMPLE };

export const KEY_OWNER_EXAMPLE = {
  partner: PARTNER_EXAMPLE,
  key: { prefix: '3a94440ad8ea', scopes: ['topics:read', 'matches:read'] },
};

export const INTEREST_EXAMPLE: InterestCard = {
  id: 'a1b2c3',
  dossier: '2027-014',
  topic: IDENTIFIER,
  role: 'partner',
  lead: false,
  competences: ['electric mobility'],
  effortMonths: 18,
  ownFundsEur: null,
  contact: 'Ufficio progetti europei, progetti@example.org',
  confidentiality: 'reserved',
  expressedAt: SEEN,
  withdrawnAt: null,
};

export const EVALUATION_EXAMPLE: EvaluationCard = {
  dossier: '2027-014',
  topic: IDENTIFIER,
  title: TOPIC_EXAMPLE.title,
  state: 'favourable',
  deadlineAt: TOPIC_EXAMPLE.nextDeadlineAt,
  openedOn: '2026-11-23',
  opinion: 'favourable',
  decidedAt: '2026-12-04T10:00:00Z',
};

export const PROBLEM_EXAMPLE = {
  type: 'about:blank',
  title: 'The request cannot be understood',
  status: 400,
  detail: 'pagesize: is not a parameter of this list. See /api/docs.',
  instance: '/api/v1/topics',
  errors: [{ parameter: 'pagesize', message: 'is not a parameter of this list' }],
};
