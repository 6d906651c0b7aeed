import type { Messages } from '../messages.ts';
import { plural } from '../plural.ts';

const count = plural('en');

export const people: Messages['people'] = {
  title: 'People',
  lead: (total) => count(total, { one: 'One person known.', other: '# people known.' }),
  name: 'Name',
  body: 'Body',
  roles: 'Roles',
  lastSeen: 'Last seen',
  never: 'never',
  disabled: 'suspended',
  wantsLink: 'asks for a link',
  wantsLinkSince: (when) => `Asked for a link on ${when}.`,
  printInvitations: (total) => count(total, { one: 'Print one invitation', other: 'Print # invitations' }),
  paste: 'Add from a spreadsheet',
  pasteLead:
    'Copy the rows and paste them here: name, e-mail, body, group, role. With or without the line of headings; tabs, semicolons or commas between the cells.',
  pasteHelp:
    'Several groups or roles in a cell: part them with “/”. Without a role, who has a group is a member, the others are readers.',
  list: 'List',
  add: 'Add',
  pasted: (added, known, faults) =>
    [
      count(added, { zero: 'Nobody added.', one: 'One person added.', other: '# people added.' }),
      known > 0 ? count(known, { one: 'One was known.', other: '# were known.' }) : '',
      faults > 0
        ? count(faults, {
            one: 'One line needs mending: it stayed below.',
            other: '# lines need mending: they stayed below.',
          })
        : '',
    ]
      .filter((part) => part !== '')
      .join(' '),
  line: (number) => `Line ${number}:`,
  faults: {
    'name-missing': () => 'the name is missing.',
    'name-too-long': (value) => `the name “${value}…” is longer than 120 characters.`,
    'email-missing': () => 'the e-mail address is missing.',
    'email-wrong': (value) => `“${value}” is no e-mail address.`,
    'body-unknown': (value) =>
      `the body “${value}” is not among the partners: write it as in that list, or leave the cell empty.`,
    'group-unknown': (value) =>
      `there is no group “${value}”: write Economy, People, Governance, Mobility, Environment or Living, or the name you gave it.`,
    'role-unknown': (value) =>
      `there is no role “${value}”: write reader, member, coordinator, partner, secretariat, board, president, secretary, administrator, or Directorate with its name (“Directorate Mobilità”).`,
    'group-missing': (value) => `the role “${value}” needs a group.`,
    'body-missing': (value) => `the role “${value}” needs a body.`,
    'directorate-missing': (value) =>
      `the role “${value}” needs the directorate’s name: write “Directorate Mobilità”, or the name in the column of the group.`,
  },
  entrance: 'The way in',
  neverSeen: 'Has never come in.',
  seen: (when) => `Seen on ${when}.`,
  printLink: 'Print a link',
  disable: 'Suspend',
  enable: 'Let in again',
  giveRole: 'Add a role',
  role: 'Role',
  group: 'Group',
  bodyOfRole: 'Body (for partners)',
  directorate: 'Directorate of the city',
  roleHelp: 'Members and coordinators need a group, partners a body, a directorate its name; the others need nothing.',
  give: 'Add the role',
  takeRole: 'Take away',
  lastAdministrator: 'This is the only administrator: give somebody else the role first. Nothing has changed.',
  done: {
    given: 'The role is added.',
    taken: 'The role is taken away.',
    disabled: 'The person is suspended and signed out of every browser.',
    enabled: 'The person can come in again.',
  },
  invitations: 'Invitations to hand over',
  invitationsLead: (total) =>
    count(total, {
      zero: 'Nobody to invite.',
      one: 'Print this page now: the link is shown only here, once.',
      other: 'Print this page now: the # links are shown only here, once.',
    }),
  print: 'Print',
  printByMenu: 'To print, use the browser’s menu: File, then Print.',
  back: 'Done',
  slipLead: (association) => `${association} invites you into Bandolo. Open this address and press “Come in”:`,
  slipFoot: (until, email) =>
    `It works once, until ${until}. Then you come in with ${email} or a passkey. Do not pass it on.`,
};
