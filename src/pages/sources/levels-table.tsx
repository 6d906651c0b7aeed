import { TOPIC_KINDS } from '../../domain/topic.ts';
import type { ScanLevelRow } from '../../services/sources-overview.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';

/** How many rows of each kind are usual, and a new level that waits to be believed. */
export const LevelsTable = ({ ui, levels }: { ui: Ui; levels: readonly ScanLevelRow[] }) => {
  const { m, f } = ui;
  return (
    <details>
      <summary>{m.sources.levels}</summary>
      <ScrollTable label={m.sources.levels}>
        <thead>
          <tr>
            <th scope="col">{m.sources.kind}</th>
            <th scope="col">{m.sources.accepted}</th>
            <th scope="col">{m.sources.candidate}</th>
          </tr>
        </thead>
        <tbody>
          {levels.map(({ kind, archive, level, candidate, candidateDays }) => (
            <tr>
              <th scope="row">
                {kindWord(ui, kind)} {archive}
              </th>
              <td>{level === null ? m.frame.unknown : f.whole(level)}</td>
              <td>
                {candidate === null ? '–' : `${f.whole(candidate)}, ${m.sources.candidateDays(candidateDays.length)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </details>
  );
};

function kindWord({ m }: Ui, kind: string): string {
  if (kind === 'projects' || kind === 'participations') return m.sources.archiveKinds[kind];
  const known = TOPIC_KINDS.find((one) => one === kind);
  return known === undefined ? m.sources.allKinds : m.words.kind[known];
}
