import type { Messages } from '../messages.ts';
import { plural } from '../plural.ts';

const count = plural('en');

export const firstHour: Messages['firstHour'] = {
  title: 'First steps',
  doneMark: ', done',
  later: 'Later: go to the next step',
  next: 'Go to the next step',
  finish: 'Go to administration',
  steps: {
    names: 'Name and city',
    mail: 'Mail',
    groups: 'Groups',
    people: 'People',
    invitations: 'Invitations',
  },
  headings: {
    names: 'What is the association called?',
    mail: 'Does mail work?',
    groups: 'The six working groups',
    people: 'Who belongs to it?',
    invitations: 'Let them in',
  },
  leads: {
    names: 'The name stands above every page and on the minutes.',
    mail: 'It serves sign-in links and notices. Without it, everything is done on paper too.',
    groups: 'One for each of the six dimensions of the city. Names can be changed at any time.',
    people: 'Paste the list you have: lines that do not add up stay here, with their number.',
    invitations: 'A slip each, with a link that works once.',
  },
  association: 'Name of the association',
  associationHelp: 'Partners and the city’s rules come from the profile that Bandolo is started with.',
  city: 'City',
  save: 'Save and go on',
  mailThere: 'Mail is set up. Send a test to your own address.',
  mailMissing: 'Mail is not set up (SMTP_URL): invitations are printed. It can be added later.',
  testMail: 'Send the test',
  withoutMail: 'Go on without mail',
  mailResults: {
    sent: 'Test sent: look into your mailbox.',
    failed: 'The test was not sent. Check SMTP_URL and MAIL_FROM; the reason is in the technical log.',
  },
  makeGroups: 'Make the six groups',
  waiting: (total) =>
    count(total, {
      zero: 'Everybody has come in at least once.',
      one: 'One person has not come in yet.',
      other: '# people have not come in yet.',
    }),
};
