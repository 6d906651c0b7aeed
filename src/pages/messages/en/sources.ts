import type { Messages } from '../index.ts';
import { plural } from '../plural.ts';

const count = plural('en');

export const sources: Messages['sources'] = {
  title: 'Sources',
  lead: 'Where the calls come from, whether the readings are complete, and what was odd.',
  data: 'Today’s data',
  dataOn: 'Data of',
  lastComplete: 'Last complete reading',
  never: 'none yet',
  lastReading: 'Last reading',
  archive: 'Bundled archive',
  archiveTopics: (topics) => count(topics, { one: '# topic', other: '# topics' }),
  monthsOld: (months) => count(months, { zero: 'of this month', one: 'one month old', other: '# months old' }),

  running: 'Reading now',
  runningLead: 'The page refreshes itself until the reading ends.',
  pagesRead: 'Pages read',
  ofPages: (pages, of) => `${pages} of ${of}`,
  topicsSeen: 'Topics seen',
  timeLeft: 'Time left',
  seconds: (seconds) => count(seconds, { one: 'about a second', other: 'about # seconds' }),
  minutes: (minutes) => count(minutes, { one: 'about a minute', other: 'about # minutes' }),

  topics: (topics) =>
    count(topics, { zero: 'no topic', one: '# topic in the archive', other: '# topics in the archive' }),
  certificate: 'Certificate of the last reading',
  snapshotOnly:
    'Public facts that come with the program: identifiers, titles, dates, budgets. A call moves to the living source with the first reading that finds it.',
  noScan: 'This source has not been read from its portal yet.',
  read: 'Read',
  lasted: (minutes, seconds) => (minutes === 0 ? `took ${seconds} s` : `took ${minutes} min ${seconds} s`),
  passes: 'Concordant passes',
  requests: 'Requests',
  retries: (retries) => count(retries, { zero: 'none repeated', one: 'one repeated', other: '# repeated' }),
  changes: 'New, changed, withdrawn',
  changesValue: (added, changed, withdrawn) => `${added}, ${changed}, ${withdrawn}`,
  kind: 'Kind',
  allKinds: 'all kinds',
  verdict: 'Outcome',
  rows: 'Read of stated',
  rowsValue: (unique, stated) => `${unique} of ${stated}`,
  repeated: 'Repeated',
  pages: 'Pages',
  level: 'Usual level',
  hash: 'Fingerprint',
  failing: (since) =>
    `Every reading has failed since ${since}. The data you see are those of the last complete reading; Bandolo tries again every day.`,
  levels: 'Expected levels',
  accepted: 'Accepted level',
  candidate: 'New level, waiting',
  candidateDays: (days) => count(days, { zero: 'never seen', one: 'seen on one day', other: 'seen on # days' }),

  history: 'Earlier readings',
  historyNone: 'No reading yet.',
  source: 'Source',

  issues: 'Oddities',
  issuesLead: 'They stop no reading, but somebody should look at them.',
  issuesNone: 'Nothing odd to report.',
  what: 'What',
  about: 'Concerns',
  said: 'Value',
  times: 'Times',
  lastSeen: 'Last time',

  runs: 'Jobs',
  runsLead: 'Each run leaves a row, even when it finds nothing.',
  runsNone: 'No job has run yet.',
  job: 'Job',
  jobs: {
    collect: 'reading of the sources',
    score: 'scoring',
    prune: 'cleaning up',
    digest: 'digests',
    remind: 'reminders',
  },
  started: 'Start',
  outcome: 'Outcome',
  outcomes: { done: 'done', failed: 'failed', skipped: 'skipped', running: 'running' },
  counts: 'Counts',
};
