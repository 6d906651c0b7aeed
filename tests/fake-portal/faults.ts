/** Ways in which the real portal fails, each on record (PORTAL-CONTRACT §2.2–2.8, §7). */
export const FAULTS = [
  'flaky', // every third request: 500, 429 or a dropped connection
  'all-500',
  'html', // a maintenance page with status 200
  'empty', // 200 with no rows at all
  'cut-json',
  'hang',
  'ties', // repeated and missing rows on the first pass only
  'ties-always', // … on every pass
  'drift', // the total changes between pages of the first pass
  'drift-always',
  'drops-rows', // the sorted query lacks rows that the unsorted one has
  'filters-ignored',
  'page-size-ignored',
  'warnings',
  'no-bulk',
  'no-details',
  'no-facet',
  'no-other-languages', // every question but the English ones is refused
  'cut-bulk',
] as const;
export type Fault = (typeof FAULTS)[number];

export const isFault = (name: string): name is Fault => (FAULTS as readonly string[]).includes(name);
