/**
 * Lines of work that run through the work programmes of the Commission under changing codes; which code belongs to which line
 * says `src/scoring/work-line.ts`.
 */
export const WORK_LINES = [
  'smart cities',
  'urban mobility',
  'energy efficiency',
  'hydrogen',
  'energy supply',
  'aviation',
  'rail',
  'vehicles and traffic',
  'water and waste',
  'climate and nature',
  'disasters and infrastructures',
  'crime',
  'cyber security',
  'borders and security',
  'health',
  'culture',
  'society and government',
  'science with society',
  'widening',
  'bio-based industries',
  'food and rural areas',
  'digital technology',
  'space',
  'industry',
  'research infrastructures',
  'researchers',
  'enterprise',
  'nuclear',
  'defence',
] as const;
export type WorkLine = (typeof WORK_LINES)[number];
