import type { Freshness } from '../../services/collect/freshness.ts';
import type { Ui } from '../ui.ts';

/** Of when the data are, in four facts. */
export const FreshnessPanel = ({ ui, freshness }: { ui: Ui; freshness: Freshness }) => {
  const { m, f } = ui;
  const { dataOn, monthsOld, lastCertifiedAt, lastScanAt, snapshot } = freshness;
  return (
    <section class="panel" aria-labelledby="h-data">
      <h2 id="h-data">{m.sources.data}</h2>
      <dl class="facts">
        <div>
          <dt>{m.sources.dataOn}</dt>
          <dd class={dataOn === null ? 'soft' : undefined}>
            {dataOn === null ? m.frame.unknown : f.longDay(dataOn)}
            {monthsOld !== null && <small>{m.sources.monthsOld(monthsOld)}</small>}
          </dd>
        </div>
        <div>
          <dt>{m.sources.lastComplete}</dt>
          <dd class={lastCertifiedAt === null ? 'soft' : undefined}>
            {lastCertifiedAt === null ? m.sources.never : f.moment(lastCertifiedAt)}
          </dd>
        </div>
        <div>
          <dt>{m.sources.lastReading}</dt>
          <dd class={lastScanAt === null ? 'soft' : undefined}>
            {lastScanAt === null ? m.sources.never : f.moment(lastScanAt)}
          </dd>
        </div>
        {snapshot !== null && (
          <div>
            <dt>{m.sources.archive}</dt>
            <dd>
              {f.day(snapshot.date)}
              <small>
                {m.sources.archiveTopics(snapshot.topics)} · <span lang="en">{snapshot.attribution}</span>
              </small>
            </dd>
          </div>
        )}
      </dl>
    </section>
  );
};
