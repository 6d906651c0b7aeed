import type { Localised } from './localised.ts';

/** The cities that share calls with each other; each runs this code over a store of its own. */
export const CITY_LABELS: Readonly<Record<string, Localised>> = {
  milano: { it: 'Milano', en: 'Milan' },
  genova: { it: 'Genova', en: 'Genoa' },
  torino: { it: 'Torino', en: 'Turin' },
};
