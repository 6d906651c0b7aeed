import { canSomewhere } from '../../domain/desk/people/roles.ts';
import { TOPIC_KINDS } from '../../domain/topic.ts';
import type { ScanLevelRow } from '../../services/collect/sources-overview.ts';
import { CsrfField } from '../access/csrf-field.tsx';
import type { Viewer } from '../access/viewer.ts';
import { ScrollTable } from '../components/scroll-table.tsx';
import { href } from '../links.ts';
import type { Ui } from '../ui.ts';

interface Props {
  ui: Ui;
  viewer: Viewer;
  levels: readonly ScanLevelRow[];
}

/** How many rows of each kind are usual, and a new level that waits to be believed: on its third day, or now by who may. */
export const LevelsTable = ({ ui, viewer, levels }: Props) => {
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
          {levels.map((one) => (
            <tr>
              <th scope="row">
                {kindWord(ui, one.kind)} {one.archive}
              </th>
              <td>{one.level === null ? m.frame.unknown : f.whole(one.level)}</td>
              <td>
                {one.candidate === null
                  ? '–'
                  : `${f.whole(one.candidate)}, ${m.sources.candidateDays(one.candidateDays.length)}`}
                {one.candidate !== null && canSomewhere(viewer.person, 'sources.manage') && (
                  <AcceptForm ui={ui} viewer={viewer} level={one} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </details>
  );
};

const AcceptForm = ({ ui, viewer, level }: { ui: Ui; viewer: Viewer; level: ScanLevelRow }) => (
  <form method="post" action={href.acceptLevel}>
    <CsrfField viewer={viewer} />
    <input type="hidden" name="source" value={level.source} />
    <input type="hidden" name="kind" value={level.kind} />
    <input type="hidden" name="archive" value={level.archive} />
    <button type="submit" class="btn">
      {ui.m.sources.accept}
    </button>
  </form>
);

function kindWord({ m }: Ui, kind: string): string {
  if (kind === 'projects' || kind === 'participations') return m.sources.archiveKinds[kind];
  const known = TOPIC_KINDS.find((one) => one === kind);
  return known === undefined ? m.sources.allKinds : m.words.kind[known];
}
