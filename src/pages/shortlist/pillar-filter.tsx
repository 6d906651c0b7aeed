import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import type { Pillar } from '../../domain/pillar.ts';
import type { PillarCard } from '../../services/topics/list-pillars.ts';
import { PillarMark, pillarClass } from '../components/pillar-mark.tsx';
import { href, withQuery } from '../links.ts';
import type { Ui } from '../ui.ts';

type Props = { ui: Ui; pillars: readonly PillarCard[]; total: number; chosen: Pillar | undefined };

/** One pillar or all, as links, so that the choice stands in the address. */
export const PillarFilter = ({ ui, pillars, total, chosen }: Props) => (
  <nav class="acts filters" aria-label={ui.m.topics.filterByPillar}>
    <a class="filter plain" href={href.shortlist} aria-current={chosen === undefined ? 'true' : undefined}>
      {ui.m.topics.all} <b>{ui.f.whole(total)}</b>
    </a>
    {pillars.map(({ pillar, listed }) => (
      <a
        class={`filter ${pillarClass(pillar)}`}
        href={withQuery(href.shortlist, { pillar })}
        aria-current={chosen === pillar ? 'true' : undefined}
      >
        <PillarMark pillar={pillar} lang={ui.lang} />
        {PILLAR_LABELS[pillar][ui.lang]} <b>{ui.f.whole(listed)}</b>
      </a>
    ))}
  </nav>
);
