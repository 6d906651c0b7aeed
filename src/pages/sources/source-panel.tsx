import type { ScanRow, SourceOverview } from '../../services/collect/sources-overview.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Ui } from '../ui.ts';
import { KindsTable } from './kinds-table.tsx';
import { LevelsTable } from './levels-table.tsx';
import { sourceName } from './source-name.ts';
import { VerdictWord } from './verdict-word.tsx';

/** One source: how many topics it gave, and the certificate of its last reading. */
export const SourcePanel = ({ ui, viewer, source }: { ui: Ui; viewer: Viewer; source: SourceOverview }) => {
  const { m, f } = ui;
  const id = `source-${source.source}`;
  return (
    <section class="panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>{sourceName(ui, source.source)}</h2>
        <span class="soft small">{m.sources.topics(source.topics)}</span>
      </header>
      {source.failingSince !== null && <p class="note bad">{m.sources.failing(f.moment(source.failingSince))}</p>}
      {source.lastScan === null ? (
        <p>{source.source === 'snapshot' ? m.sources.snapshotOnly : m.sources.noScan}</p>
      ) : (
        <Certificate ui={ui} scan={source.lastScan} />
      )}
      {source.levels.length > 0 && <LevelsTable ui={ui} viewer={viewer} levels={source.levels} />}
    </section>
  );
};

const Certificate = ({ ui, scan }: { ui: Ui; scan: ScanRow }) => {
  const { m, f } = ui;
  const { certificate } = scan;
  return (
    <>
      <h3>{m.sources.certificate}</h3>
      <dl class="facts">
        <div>
          <dt>{m.sources.verdict}</dt>
          <dd>
            <VerdictWord ui={ui} verdict={scan.verdict ?? 'failed'} />
          </dd>
        </div>
        <div>
          <dt>{m.sources.read}</dt>
          <dd>
            {f.moment(scan.finishedAt ?? scan.startedAt)}
            {scan.finishedAt !== null && <small>{duration(ui, scan.startedAt, scan.finishedAt)}</small>}
          </dd>
        </div>
        <div>
          <dt>{m.sources.passes}</dt>
          <dd>{f.whole(scan.passes)}</dd>
        </div>
        <div>
          <dt>{m.sources.changes}</dt>
          <dd>{m.sources.changesValue(f.whole(scan.added), f.whole(scan.changed), f.whole(scan.withdrawn))}</dd>
        </div>
        {certificate !== null && (
          <div>
            <dt>{m.sources.requests}</dt>
            <dd>
              {f.whole(certificate.requests)}
              <small>{m.sources.retries(certificate.retries)}</small>
            </dd>
          </div>
        )}
      </dl>
      {certificate !== null && certificate.kinds.length > 0 && <KindsTable ui={ui} kinds={certificate.kinds} />}
    </>
  );
};

function duration({ m }: Ui, from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  return m.sources.lasted(Math.floor(seconds / 60), seconds % 60);
}
