import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
  notFoundTitle: 'This page does not exist',
  notFound: 'The address fits no page. Perhaps a link is old, or a piece is missing.',
  topicTitle: 'This call is not in the archive',
  topic: (id) =>
    `No call is, or ever was, called “${id}”. Check the identifier, or search with some words of the title.`,
  siblingsTitle: 'Several calls have this identifier',
  siblings: (id) => `“${id}” is the shared identifier of several cascade calls. Choose the one you are looking for:`,
  partnerTitle: 'This partner is not in the register',
  partner: (id) => `No partner has the code “${id}”. Look for it in the register.`,
  queryTitle: 'A filter in the address cannot be used',
  unknownParameter: (name) => `There is no parameter “${name}”: take it out of the address.`,
  badParameter: (name, value) => `The parameter “${name}” does not take the value “${value}”.`,
  expected: 'What it takes:',
  tooLargeTitle: 'This form is too large',
  tooLarge: 'A form holds a megabyte at most. Go back, shorten the texts or split the list, and send it again.',
  formTitle: 'This form cannot be read',
  form: 'What arrived is no form of Bandolo, or only half of one. Go back to the page, reload it and send it again.',
  brokenTitle: 'Something broke here, not on your side',
  broken:
    'Bandolo could not prepare the page. The data are safe. Try again in a minute; if it happens again, send the time and address below to the administrator.',
  storeTitle: 'The store does not answer',
  store:
    'The disk of the store is full or broken, or another program keeps it busy. What you sent just now was not saved; what was there before was not touched. Try again in a minute; if it happens again, send the time and address below to the administrator: the server’s log tells cause and remedy.',
  brokenAt: (when, path) => `${when} · ${path}`,
  toShortlist: 'Go to To judge',
  toTopics: 'Search the calls',
  toPartners: 'Register of partners',
  withoutFilters: 'The same page without filters',
  again: 'Try again',
};
