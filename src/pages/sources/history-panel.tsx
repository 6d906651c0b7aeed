import type { Page } from '../../domain/topic-card.ts';
import type { ScanCard } from '../../services/collect/list-scans.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { reasonWord } from './reason-word.ts';
import { sourceName } from './source-name.ts';
import { VerdictWord } from './verdict-word.tsx';

/** The last readings of all sources, the newest first; older ones are in the API. */
export const HistoryPanel = ({ ui, scans }: { ui: Ui; scans: Page<ScanCard> }) => {
  const { m, f } = ui;
  return (
    <section class="panel" aria-labelledby="h-history">
      <header>
        <h2 id="h-history">{m.sources.history}</h2>
        <a class="small" href="/api/v1/scans">
          API
        </a>
      </header>
      {scans.items.length === 0 ? (
        <p>{m.sources.historyNone}</p>
      ) : (
        <ScrollTable label={m.sources.history} stackable>
          <thead>
            <tr>
              <th scope="col">{m.sources.read}</th>
              <th scope="col">{m.sources.source}</th>
              <th scope="col">{m.sources.verdict}</th>
              <th scope="col">{m.sources.topicsSeen}</th>
              <th scope="col">{m.sources.changes}</th>
            </tr>
          </thead>
          <tbody>
            {scans.items.map((scan) => (
              <tr>
                <td>{f.moment(scan.finishedAt)}</td>
                <td>{sourceName(ui, scan.source)}</td>
                <td>
                  <VerdictWord ui={ui} verdict={scan.verdict} />
                  {scan.reasons.length > 0 && (
                    <div class="small">{scan.reasons.map((reason) => reasonWord(ui, reason)).join('; ')}</div>
                  )}
                </td>
                <td data-l={m.sources.topicsSeen}>{f.whole(scan.topics)}</td>
                <td data-l={m.sources.changes}>
                  {m.sources.changesValue(f.whole(scan.added), f.whole(scan.changed), f.whole(scan.withdrawn))}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </section>
  );
};
