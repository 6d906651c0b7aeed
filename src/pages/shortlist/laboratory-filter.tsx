import type { Laboratory } from '../../domain/laboratory.ts';
import type { PillarCard } from '../../services/topics/list-pillars.ts';
import { href, withQuery } from '../links.ts';
import type { Ui } from '../ui.ts';

interface LaboratoryFilterProps {
  ui: Ui;
  laboratories: readonly Laboratory[];
  pillars: readonly PillarCard[];
  chosen: string | undefined;
}

/** The second facet, folded until somebody wants it; a city without laboratories sees none. */
export const LaboratoryFilter = ({ ui, laboratories, pillars, chosen }: LaboratoryFilterProps) =>
  laboratories.length === 0 ? null : (
    <details class="facet noprint" open={chosen !== undefined}>
      <summary>{ui.m.topics.laboratories}</summary>
      <nav class="acts filters" aria-label={ui.m.topics.filterByLaboratory}>
        <a class="filter plain" href={href.shortlist} aria-current={chosen === undefined ? 'true' : undefined}>
          {ui.m.topics.any}
        </a>
        {laboratories.map((one) => (
          <a
            class="filter plain"
            href={withQuery(href.shortlist, { laboratory: one.id })}
            aria-current={chosen === one.id ? 'true' : undefined}
          >
            {one.name[ui.lang]} <b>{ui.f.whole(listedIn(one, pillars))}</b>
          </a>
        ))}
      </nav>
    </details>
  );

const listedIn = (laboratory: Laboratory, pillars: readonly PillarCard[]): number =>
  pillars.reduce((sum, { pillar, listed }) => sum + (laboratory.pillars.includes(pillar) ? listed : 0), 0);
