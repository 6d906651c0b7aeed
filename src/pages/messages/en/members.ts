import { plural } from '../plural.ts';

const count = plural('en');

/** Who belongs to the association: the list of bodies and the page of one. */
export const members = {
  title: 'Members and bodies',
  lead: (members: number) =>
    count(members, {
      zero: 'No membership recorded yet: open a body and record what it is to the association.',
      one: 'One body recorded. Founders and members vote, the others know us.',
      other: '# bodies recorded. Founders and members vote, the others know us.',
    }),
  body: 'Body',
  kind: 'What it is',
  contact: 'Contact person',
  noContact: 'no contact person',
  pic: 'PIC (nine digits)',
  lear: 'LEAR (who signs on the portal)',
  gep: 'Gender Equality Plan (GEP)',
  gepAnswers: { yes: 'yes', no: 'no', unknown: 'unknown' },
  papers: 'Papers for a bid',
  complete: 'complete',
  missing: (papers: string) => `missing: ${papers}`,
  unregistered: 'Bodies of the profile not recorded yet',
  profileSays: (word: string) => `by the profile: ${word}`,
  today: 'Today',
  notRegistered: 'Not recorded.',
  admitted: (word: string, day: string) => `${word} since ${day}`,
  data: 'Contact person and papers',
  admit: 'Admit or change',
  admitLead: 'A member is admitted by a sitting of the board; choose which.',
  admittedOn: 'From the day',
  sitting: 'Sitting that admitted it',
  noSitting: 'none (founder, collaborator, outside body)',
  exit: 'Exit',
  leftOn: 'Last day',
  leave: 'Record the exit',
  history: 'History',
  until: (word: string, from: string, to: string) => `${word} from ${from} to ${to}`,
};
