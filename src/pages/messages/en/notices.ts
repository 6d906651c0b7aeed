/** Public notices for bodies from outside. */
export const notices = {
  title: 'Public notices',
  one: 'Public notice',
  lead: (association: string) => `${association} is looking for bodies for these calls. No sign-in to come forward.`,
  none: 'No notice is open.',
  dated: (from: string, to: string) => `From ${from} to ${to}`,
  roles: 'Roles sought',
  comeForward: 'Come forward',
  closed: 'The notice is closed: no more answers.',
  whoReads: 'Read by the secretariat, the board and the working group.',
  nonePublished: 'No notice: bodies from outside know nothing of it.',
  publish: 'Publish a notice',
  publishHint:
    'Anybody can read it: the call, the roles and the text; never where the dossier stands or who is interested.',
  text: 'Text of the notice',
  closesOn: 'Open until',
  publishNow: 'Publish',
};
