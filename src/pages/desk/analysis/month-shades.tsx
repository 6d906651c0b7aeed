import type { MonthRow } from '../../../domain/desk/analysis/months-ahead.ts';
import { PILLAR_LABELS } from '../../../domain/labels/pillars.ts';
import { PILLARS } from '../../../domain/pillar.ts';
import { pillarClass } from '../../components/pillar-mark.tsx';
import type { Ui } from '../../ui.ts';

const [LABEL, CELL, ROW, HEAD] = [74, 54, 30, 96];
const WIDTH = LABEL + PILLARS.length * CELL + 2;
const PALEST = 0.12;
const DARKEST = 0.45;

/** Months down, pillars across: the darker a field, the more calls close then. As narrow as a telephone. */
export const MonthShades = ({
  ui,
  id,
  title,
  rows,
}: {
  ui: Ui;
  id: string;
  title: string;
  rows: readonly MonthRow[];
}) => {
  const most = Math.max(1, ...rows.flatMap(({ counts }) => PILLARS.map((pillar) => counts[pillar])));
  return (
    <svg class="drawn" viewBox={`0 0 ${WIDTH} ${HEAD + rows.length * ROW + 2}`} role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      {PILLARS.map((pillar, column) => (
        <text transform={`translate(${LABEL + column * CELL + 24} ${HEAD - 10}) rotate(-48)`}>
          {PILLAR_LABELS[pillar][ui.lang].split(' ')[0]}
        </text>
      ))}
      {rows.map(({ month, counts }, i) => (
        <>
          <text x="0" y={HEAD + i * ROW + 20}>
            {ui.f.monthTick(`${month}-15`)} <tspan class="t2">{month.slice(2, 4)}</tspan>
          </text>
          {PILLARS.map((pillar, column) => (
            <g class={pillarClass(pillar)}>
              <rect
                class={counts[pillar] === 0 ? 'track' : 'fill'}
                x={LABEL + column * CELL + 1}
                y={HEAD + i * ROW + 1}
                width={CELL - 2}
                height={ROW - 2}
                rx="2"
                fill-opacity={counts[pillar] === 0 ? 1 : shade(counts[pillar] / most)}
              />
              {counts[pillar] > 0 && (
                <text class="mid b" x={LABEL + (column + 0.5) * CELL} y={HEAD + i * ROW + 20}>
                  {ui.f.whole(counts[pillar])}
                </text>
              )}
            </g>
          ))}
        </>
      ))}
    </svg>
  );
};

/** Light enough to read a number on it, in either theme. */
const shade = (share: number): number => Math.round((PALEST + share * (DARKEST - PALEST)) * 100) / 100;
