import type { Messages } from '../messages.ts';
import { plural } from '../plural.ts';

const count = plural('en');

export const frame: Messages['frame'] = {
  skip: 'Skip to the content',
  menu: 'Main',
  more: 'More',
  otherLanguage: 'Italiano',
  otherLanguageShort: 'IT',
  bodyAndData: 'Association and state of the data',
  shortlist: 'To judge',
  topics: 'Calls',
  search: 'Search',
  partners: 'Partners',
  sources: 'Sources',
  quality: 'Quality',
  waiting: (calls) => count(calls, { zero: 'no call', one: '# call', other: '# calls' }),
  dataOf: (when) => `Data of ${when}`,
  noData: 'No data yet',
  completeReading: 'complete reading',
  snapshotOnly: 'bundled archive',
  unreachable: (since, dataOn) =>
    `The portal has not been reachable since ${since}. ${dataOn === null ? 'There are no data yet.' : `You see the data of ${dataOn}, which stay as they are.`}`,
  unreachableTitle: 'Portal not reachable.',
  unreachableNext: 'See what happened',
  old: (month, months) =>
    count(months, { one: `Data of ${month}: one month is missing.`, other: `Data of ${month}: # months are missing.` }),
  oldWhy: 'Statuses are worked out for today from the dates known; calls published later are not here yet.',
  oldNext: 'State of the sources',
  attribution:
    'Content: © European Union, Funding & Tenders Portal and CORDIS, reused with attribution. Scores and reasons: Bandolo.',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  api: 'API',
  footer: 'About',
  breadcrumb: 'You are here',
  table: 'The same data as a table',
  unknown: 'not known',
};
