import type { SubmissionStatus } from '../../domain/topic.ts';

/** What a body can still be, from the most to the least demanding. */
export const LEAD_ROLES = ['coordinator', 'partner', 'follower', 'supporter'] as const;
export type LeadRole = (typeof LEAD_ROLES)[number];

export interface LeadTime {
  role: LeadRole;
  weeks: number;
}

/** Working minima before the deadline, in weeks. Source: DOMAIN §3.4. */
export function leadTimes(typesOfAction: readonly string[], twoStage: boolean): LeadTime[] {
  const support = typesOfAction.length > 0 && typesOfAction.every((code) => code.includes('CSA'));
  const single = { coordinator: support ? 12 : 16, partner: 10, follower: 5, supporter: 2 };
  const weeks = twoStage ? { coordinator: 8, partner: 4, follower: 4, supporter: 2 } : single;
  return LEAD_ROLES.map((role) => ({ role, weeks: weeks[role] }));
}

export type Tone = 'ok' | 'warn' | 'bad';

export interface TimeJudgement {
  /** The most demanding role for which there is time; null where there is time for none. */
  best: LeadRole | null;
  tone: Tone;
}

/** What the days left are worth, or null where nobody can say. */
export function judgeTime(daysLeft: number | null, minima: readonly LeadTime[]): TimeJudgement | null {
  if (daysLeft === null) return null;
  const best = minima.find(({ weeks }) => daysLeft >= weeks * 7)?.role ?? null;
  return { best, tone: TONES[best ?? 'none'] };
}

const TONES: Record<LeadRole | 'none', Tone> = {
  coordinator: 'ok',
  partner: 'ok',
  follower: 'warn',
  supporter: 'bad',
  none: 'bad',
};

/** A call that is not open yet is counted to its opening, not to its deadline. */
export const waitsForOpening = (status: SubmissionStatus | null, daysToOpening: number | null): boolean =>
  status === 'forthcoming' && daysToOpening !== null && daysToOpening > 0;
