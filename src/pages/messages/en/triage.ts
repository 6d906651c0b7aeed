import type { Messages } from '../messages.ts';
import { plural } from '../plural.ts';

const count = plural('en');

/** Triage. */
export const triage: Messages['triage'] = {
  title: 'Triage',
  lead: (left: number, judged: number, limit: number) =>
    `${count(left, { zero: 'Nothing to judge now', one: 'One call to judge', other: '# calls to judge' })}; this week ${judged} of ${limit}. By the last day to start.`,
  nothing: 'That is all for this week. The queue can wait until Monday.',
  pick: (title: string) => `Choose: ${title}`,
  family: (family: string, calls: number) => `family ${family}: ${calls} waiting`,
  proposed: (pillars: string) => `proposed: ${pillars}`,
  noRole: 'role to be defined',
  startBy: (day: string) => `start by ${day}`,
  deadline: (day: string) => `closes on ${day}`,
  decide: 'Decide for those chosen',
  decideHint: 'Every decision keeps name, hour and reason; a discard can always be taken back.',
  propose: 'Propose for those ticked',
  proposeHint:
    'Your proposal goes to the group coordinator and the secretariat, who decide. It holds for calls of your group.',
  proposeKeep: 'Propose to keep',
  proposeDiscard: 'Propose to discard',
  proposals: { keep: 'keep', discard: 'discard' },
  proposedBy: (who: string, what: string, note: string) =>
    `${who} proposes to ${what}${note === '' ? '' : `: ${note}`}`,
  groupsHint: 'Groups (if none: that of the call)',
  me: 'myself',
  keep: 'Keep and assign',
  reason: 'Reason for discarding',
  chooseReason: 'choose a reason',
  discard: 'Discard',
  discardFamily: 'Discard the whole family',
  mute: 'Stop showing',
  muted: (calls: number) => `No longer shown: ${calls}`,
  mutedBy: (who: string | null, when: string) =>
    `${who === null ? 'Who decided it is not on record' : `Decided by ${who}`} · ${when}`,
  showAgain: 'Show again',
  showAgainThis: (key: string) => `Show again ${key}`,
  keys: 'By keyboard: J and K to move, X to choose, T to keep, S to discard.',
  correct: 'Correct the pillars',
  rightPillars: 'The right pillars',
  apart: {
    queue: (calls: number) => `In the queue: ${calls}`,
    onlyLetter: (calls: number) => `Only a letter of support is possible: ${calls}`,
    tooLate: (calls: number) => `Too late: ${calls}`,
  },
  andMore: (calls: number) => `and ${calls} more`,
  recent: 'Latest decisions',
  takeBack: 'Back to the queue',
  takeBackThis: (key: string) => `Back to the queue: ${key}`,
};
