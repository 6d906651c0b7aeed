import type { PillarQuality } from '../../services/matching/quality-report.ts';
import type { Ui } from '../ui.ts';
import { setName } from './set-name.ts';

const [CELL_WIDTH, CELL, LABELS, HEAD] = [88, 40, 120, 52];

type Props = { ui: Ui; set: PillarQuality; names: readonly string[]; id: string };

/** The matrix as shades: each row is a true pillar, the darker a cell, the larger its share of the row. */
export const ConfusionDrawing = ({ ui, set, names, id }: Props) => {
  const [width, height] = [LABELS + names.length * CELL_WIDTH + 4, HEAD + names.length * CELL + 4];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; this groups what scrolls, and must be reachable by keyboard
    <div class="scroll" tabindex={0} role="group" aria-label={ui.m.quality.confusionOf(setName(ui, set))}>
      <svg class="matrix" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
        <title id={id}>{ui.m.quality.confusionOf(setName(ui, set))}</title>
        <text class="t2" x="0" y="16">
          {ui.m.quality.truthGiven}
        </text>
        {names.map((name, i) => (
          <>
            <text class="mid" x={LABELS + (i + 0.5) * CELL_WIDTH} y={HEAD - 10}>
              {name}
            </text>
            <text x="0" y={HEAD + (i + 0.5) * CELL + 5}>
              {name}
            </text>
          </>
        ))}
        {set.confusion.map((row, i) => (
          <Row ui={ui} row={row} right={i} />
        ))}
      </svg>
    </div>
  );
};

const Row = ({ ui, row, right }: { ui: Ui; row: readonly number[]; right: number }) => {
  const all = row.reduce((sum, count) => sum + count, 0);
  const y = HEAD + right * CELL;
  return (
    <>
      {row.map((count, column) => {
        const x = LABELS + column * CELL_WIDTH;
        const share = all === 0 ? 0 : count / all;
        return (
          <>
            <rect
              class={column === right ? 'right' : 'wrong'}
              x={x + 1}
              y={y + 1}
              width={CELL_WIDTH - 2}
              height={CELL - 2}
              fill-opacity={shade(share)}
            />
            <text class="mid" x={x + CELL_WIDTH / 2} y={y + CELL / 2 + 5}>
              {ui.f.whole(count)}
            </text>
          </>
        );
      })}
    </>
  );
};

/** Light enough to read a number on it, in either theme. */
const shade = (share: number): number => Math.round(share * 40) / 100;
