import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import type { Pillar } from '../../domain/pillar.ts';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';

/** Nothing to judge is a state too: it says why, and where to go. */
export const EmptyShortlist = ({ ui, chosen }: { ui: Ui; chosen: Pillar | undefined }) => (
  <section class="panel">
    <h2>{ui.m.topics.emptyTitle}</h2>
    <div class="tight">
      <p>{chosen === undefined ? ui.m.topics.emptyAll : ui.m.topics.emptyPillar(PILLAR_LABELS[chosen][ui.lang])}</p>
      <p class="acts">
        <a class="btn quiet" href={href.topics}>
          {ui.m.topics.toTopics}
        </a>
        {chosen === undefined && (
          <a class="btn quiet" href={href.sources}>
            {ui.m.topics.toSources}
          </a>
        )}
      </p>
    </div>
  </section>
);
