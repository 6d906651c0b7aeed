import type { ArchiveOverview, TrackRecordOverview } from '../../services/collect/track-record-overview.ts';
import type { Viewer } from '../access/viewer.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { LevelsTable } from './levels-table.tsx';
import { reasonWord } from './reason-word.ts';
import { VerdictWord } from './verdict-word.tsx';

/** The archives of funded projects: what is kept of each, from where and of when, and how the last reading went. */
export const TrackRecordPanel = ({ ui, viewer, record }: { ui: Ui; viewer: Viewer; record: TrackRecordOverview }) => {
  const { m } = ui;
  const id = `source-${record.source}`;
  return (
    <section class="panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          <a href={record.homepage} rel="noopener">
            {record.name[ui.lang]}
          </a>
        </h2>
        <span class="soft small">
          {m.sources.monthly} · <span lang="en">{record.licence}</span>
        </span>
      </header>
      <p>{m.sources.trackLead}</p>
      <ScrollTable label={m.sources.trackTable}>
        <thead>
          <tr>
            <th scope="col">{m.sources.archiveName}</th>
            <th scope="col">{m.sources.origin}</th>
            <th scope="col">{m.sources.projects}</th>
            <th scope="col">{m.sources.topicsSeen}</th>
            <th scope="col">{m.sources.participations}</th>
            <th scope="col">{m.sources.lastReading}</th>
          </tr>
        </thead>
        <tbody>
          {record.archives.map((one) => (
            <ArchiveRow ui={ui} one={one} />
          ))}
        </tbody>
      </ScrollTable>
      {record.levels.length > 0 && <LevelsTable ui={ui} viewer={viewer} levels={record.levels} />}
    </section>
  );
};

const ArchiveRow = ({ ui, one: { archive, kept, lastScan } }: { ui: Ui; one: ArchiveOverview }) => {
  const { m, f } = ui;
  const count = (value: number | undefined) => (value === undefined ? m.frame.unknown : f.whole(value));
  return (
    <tr>
      <th scope="row">{archive}</th>
      <td>
        {kept === null ? m.sources.nothingKept : m.sources.origins[kept.origin]}
        {kept !== null && <div class="small soft">{m.sources.keptSince(f.day(kept.readAt))}</div>}
      </td>
      <td>{count(kept?.projects)}</td>
      <td>{count(kept?.topics)}</td>
      <td>{count(kept?.participations)}</td>
      <td>
        {lastScan === null ? (
          m.sources.never
        ) : (
          <>
            <VerdictWord ui={ui} verdict={lastScan.verdict ?? 'failed'} />
            <div class="small">{f.moment(lastScan.finishedAt ?? lastScan.startedAt)}</div>
            {lastScan.reasons.length > 0 && (
              <div class="small">{lastScan.reasons.map((reason) => reasonWord(ui, reason)).join('; ')}</div>
            )}
          </>
        )}
      </td>
    </tr>
  );
};
