import type { CityRole } from '../../partner.ts';

/** What a milestone is about; pages have a sentence for each. */
export const MILESTONES = [
  'concept',
  'partner-search',
  'proposal-and-budget',
  'acts',
  'mandates-and-pic',
  'final-version',
  'upload',
  'mandate',
  'site-and-budget',
  'budget-line',
  'pic-data',
  'contribution-text',
  'data-to-lead',
  'letter-text',
  'letter-signature',
  'letter-sent',
  'application-text',
] as const;
export type MilestoneKind = (typeof MILESTONES)[number];

/** One piece of work: how many working days, and what cannot start before it is done. */
export interface PlanStep {
  kind: MilestoneKind;
  workingDays: number;
  /** Later steps it must be ready for; none = ready by the end. */
  before: readonly MilestoneKind[];
  owner: 'coordinator' | 'municipality' | 'body' | 'secretariat';
}

/**
 * The way of preparing that a role has. Only who applies uploads: the coordinator, or a cascade applicant; partners bring
 * mandate, PIC, budget line and act, and give their data to the lead (issue 3, "Preparation").
 */
export const TRACKS = ['coordinator', 'lead-partner', 'partner', 'applicant', 'letter'] as const;
export type Track = (typeof TRACKS)[number];

const TRACK_OF: Readonly<Record<CityRole, Track>> = {
  coordinator: 'coordinator',
  lighthouse: 'lead-partner',
  pilot: 'lead-partner',
  procurer: 'lead-partner',
  partner: 'partner',
  follower: 'partner',
  'linked-third-party': 'partner',
  associated: 'partner',
  cascade: 'applicant',
  supporter: 'letter',
};

export const trackOf = (role: CityRole): Track => TRACK_OF[role];

/**
 * Steps of each track, last first. Working days are chosen so that a track without closures fits the minimum weeks of
 * DOMAIN §3.4 and formal acts take the four weeks it gives them (DES).
 */
export const STEPS: Readonly<Record<Track, readonly PlanStep[]>> = {
  coordinator: [
    step('upload', 1, [], 'coordinator'),
    step('final-version', 5, ['upload'], 'coordinator'),
    step('mandates-and-pic', 9, ['final-version'], 'body'),
    step('acts', 20, ['mandates-and-pic'], 'municipality'),
    step('proposal-and-budget', 38, ['final-version'], 'coordinator'),
    step('partner-search', 24, ['proposal-and-budget'], 'coordinator'),
    step('concept', 9, ['partner-search', 'acts'], 'coordinator'),
  ],
  'lead-partner': [
    step('data-to-lead', 3, [], 'municipality'),
    step('acts', 20, ['data-to-lead'], 'municipality'),
    step('pic-data', 3, ['data-to-lead'], 'body'),
    step('contribution-text', 15, ['data-to-lead'], 'municipality'),
    step('site-and-budget', 15, ['contribution-text', 'acts'], 'municipality'),
    step('mandate', 5, ['site-and-budget'], 'municipality'),
  ],
  partner: [
    step('data-to-lead', 2, [], 'municipality'),
    step('acts', 15, ['data-to-lead'], 'municipality'),
    step('pic-data', 3, ['data-to-lead'], 'body'),
    step('budget-line', 3, ['acts'], 'municipality'),
    step('mandate', 3, ['budget-line', 'pic-data'], 'municipality'),
  ],
  applicant: [
    step('upload', 1, [], 'municipality'),
    step('acts', 15, ['upload'], 'municipality'),
    step('application-text', 15, ['upload'], 'municipality'),
    step('budget-line', 5, ['acts', 'application-text'], 'municipality'),
  ],
  letter: [
    step('letter-sent', 1, [], 'secretariat'),
    step('letter-signature', 3, ['letter-sent'], 'municipality'),
    step('letter-text', 3, ['letter-signature'], 'secretariat'),
  ],
};

/** A first stage is a concept of ten pages: no acts, no mandates yet (DOMAIN §3.4: eight weeks as lead, four as partner). */
export const FIRST_STAGE_STEPS: Readonly<Record<Track, readonly PlanStep[]>> = {
  ...STEPS,
  coordinator: [
    step('upload', 1, [], 'coordinator'),
    step('final-version', 3, ['upload'], 'coordinator'),
    step('proposal-and-budget', 16, ['final-version'], 'coordinator'),
    step('partner-search', 14, ['proposal-and-budget'], 'coordinator'),
  ],
  'lead-partner': [
    step('data-to-lead', 2, [], 'municipality'),
    step('contribution-text', 15, ['data-to-lead'], 'municipality'),
    step('mandate', 5, ['contribution-text'], 'municipality'),
  ],
  partner: [
    step('data-to-lead', 2, [], 'municipality'),
    step('pic-data', 3, ['data-to-lead'], 'body'),
    step('mandate', 5, ['pic-data'], 'municipality'),
  ],
  applicant: [step('upload', 1, [], 'municipality'), step('application-text', 12, ['upload'], 'municipality')],
};

/** What an applicant of the first stage has behind them when the second opens. */
const DONE_BY_SECOND_STAGE: readonly MilestoneKind[] = ['concept', 'partner-search', 'mandate'];

/** The steps of a track towards one deadline; stage null = the only one. */
export function stepsOf(track: Track, stage: number | null): readonly PlanStep[] {
  if (stage === 1) return FIRST_STAGE_STEPS[track];
  return stage === 2 ? STEPS[track].filter(({ kind }) => !DONE_BY_SECOND_STAGE.includes(kind)) : STEPS[track];
}

function step(kind: MilestoneKind, workingDays: number, before: MilestoneKind[], owner: PlanStep['owner']): PlanStep {
  return { kind, workingDays, before, owner };
}
