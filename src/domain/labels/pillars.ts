import type { Pillar } from '../pillar.ts';
import type { Localised } from './localised.ts';

export const PILLAR_LABELS: Readonly<Record<Pillar, Localised>> = {
  economy: { it: 'Economia', en: 'Economy' },
  people: { it: 'Persone', en: 'People' },
  governance: { it: 'Governance', en: 'Governance' },
  mobility: { it: 'Mobilità', en: 'Mobility' },
  environment: { it: 'Ambiente', en: 'Environment' },
  living: { it: 'Qualità della vita', en: 'Living' },
};
