import type { Messages } from '../messages.ts';

export const administration: Messages['administration'] = {
  title: 'Administration',
  withMail: 'Mail is set up.',
  withoutMail: 'Mail is not set up: sign-in links are printed from here.',
  wanting: 'Waiting for a link',
  askedOn: (when) => `asked on ${when}`,
  done: 'done',
  open: 'to do',
  rest: 'Other pages of the administrator',
};
