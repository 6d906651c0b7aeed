import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import type { Pillar } from '../../domain/pillar.ts';
import type { Lang } from '../lang.ts';

/** Sets the colour that components inside read. */
export const pillarClass = (pillar: Pillar | null): string => `p-${pillar ?? 'none'}`;

/** The pillar's letter in its disc; beside it there is always its name. */
export const PillarMark = ({ pillar, lang, small }: { pillar: Pillar | null; lang: Lang; small?: boolean }) => (
  <span class={`pm ${pillarClass(pillar)}${small ? ' sm' : ''}`} aria-hidden="true">
    {pillar === null ? '?' : PILLAR_LABELS[pillar][lang].charAt(0)}
  </span>
);

/** Letter and name together. */
export const PillarName = ({ pillar, lang, strong }: { pillar: Pillar; lang: Lang; strong?: boolean }) => (
  <span class={`pmark ${pillarClass(pillar)}`}>
    <PillarMark pillar={pillar} lang={lang} small={!strong} />
    <span class={strong ? 'pname' : 'small'}>{PILLAR_LABELS[pillar][lang]}</span>
  </span>
);
