import type { Messages } from '../messages.ts';
import { plural } from '../plural.ts';

const count = plural('en');

/** Sheets, readers, the collegial evaluation. */
export const review: Messages['review'] = {
  title: 'Review',
  quorum: (delivered: number, needed: number) =>
    `${count(delivered, { zero: 'no sheet in', one: 'one sheet in', other: '# sheets in' })}, ${needed} needed`,
  yourSheet: 'Your sheet',
  you: 'you',
  blind: 'Blind reading: nothing of other sheets is shown, not even whether there are any.',
  blindNote:
    'Blind reading. Until you deliver you see no other sheet and nobody sees yours. You can take it back until the collegial evaluation opens.',
  collegial: 'Collegial evaluation',
  criterion: 'Criterion',
  weight: 'Weight',
  median: 'Middle',
  spread: 'Spread',
  agreed: 'Agreed',
  disagreement: 'far apart',
  notYetOpen: 'The collegial evaluation is not open yet.',
  noTotal: 'The total comes when each criterion has a value.',
  total: (points: string) => `Total: ${points} out of 100.`,
  band: (kind: string) => `Proposed band: ${kind}.`,
  dissentOf: (who: string) => `Dissent by ${who}:`,
  noSubstitute: (who: string) => `${who} is recused and nobody else is free: appoint from another group.`,
  substitute: (who: string, other: string) => `${who} is recused. Proposed substitute: ${other}.`,
  readmit: (who: string) => `Readmit ${who}`,
  appoint: 'Appoint',
  appointReaders: 'Appoint readers',
  appointHint: 'Those with fewer open sheets come first; those with a conflict are left out.',
  otherGroup: 'other group',
  agreeOther: 'Agree on a value other than the middle',
  value: 'Value',
  dissent: 'Have a dissent put in the minutes',
  dissentText: 'Dissent',
  waive: 'Decide without quorum',
  readCall: 'Read the call',
  setAside:
    'You are recused, or your body asks for the lead: your scores stay on file but do not count. You may still state facts.',
  conflict: 'Your body asks for the lead: delivering will recuse you.',
  tableOpen: 'The collegial evaluation is open: sheets no longer move.',
  declaration: 'Conflict of interest',
  declarations: {
    none: 'Neither I nor my body would lead the proposal',
    'own-body-partner': 'My body would be a partner: I declare it and score',
    'own-body-leads': 'My body wants to coordinate: I give no scores',
    personal: 'I have a personal interest: I give no scores',
  },
  gaps: (gaps: number) => count(gaps, { one: 'One thing is still missing.', other: '# things are still missing.' }),
  saved: 'Draft saved',
  notSaved: 'Not saved: press Save the draft',
  deliver: 'Deliver',
  saveDraft: 'Save the draft',
  noView: 'I abstain',
  objective: 'Objective of the group (above 2)',
  noObjective: 'no objective',
  sentence: 'Why, in a sentence (for 0, 1 and 5)',
  toDossier: 'Go to the dossier',
  withdraw: 'Take the sheet back',
};
