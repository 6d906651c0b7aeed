import type { Messages } from '../index.ts';

export const access: Messages['access'] = {
  signIn: 'Sign in',
  toStart: 'Back to the start',
  toProfile: 'See your roles',
  signInFirstTitle: 'This page needs you to sign in',
  signInFirst: 'Only people of the association read it. Sign in and you will come back here; calls stay open to all.',
  forbiddenTitle: 'Your roles do not reach this far',
  forbidden:
    'You are signed in, but this page or action belongs to other roles. If you need it, ask the administrator to add the role to you: yours are listed in your profile.',
  foreignFormTitle: 'The form was not accepted',
  foreignForm:
    'Either your session ended while the page was open, or the form came from another site. Nothing has changed: go back, reload the page and send it again.',
};
