import type { PropsWithChildren } from 'hono/jsx';
import type { Ui } from '../ui.ts';

const [LEFT, TOP, SIDE, BELOW, RIGHT] = [54, 16, 320, 48, 24];
const WIDTH = LEFT + SIDE + RIGHT;
const HEIGHT = TOP + SIDE + BELOW;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Where a share from 0 to 1 stands in a plot. */
export const plotX = (share: number): number => round(LEFT + share * SIDE);
export const plotY = (share: number): number => round(TOP + (1 - share) * SIDE);
const round = (value: number): number => Math.round(value * 10) / 10;

/** The points of a line, as SVG wants them. */
export const line = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y]) => `${plotX(x)},${plotY(y)}`).join(' ');

type PlotProps = PropsWithChildren<{ ui: Ui; id: string; title: string; x: string; y: string }>;

/** A square from 0 to 1 both ways, with its axes named. What it shows is told again by the table under it. */
export const Plot = ({ ui, id, title, x, y, children }: PlotProps) => (
  <svg class="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
    <title id={id}>{title}</title>
    {TICKS.map((tick) => (
      <>
        <line class="axis" x1={plotX(0)} x2={plotX(1)} y1={plotY(tick)} y2={plotY(tick)} />
        <line class="axis" x1={plotX(tick)} x2={plotX(tick)} y1={plotY(0)} y2={plotY(1)} />
        <text class="t2 end" x={plotX(0) - 8} y={plotY(tick) + 4}>
          {ui.f.percent(tick)}
        </text>
        <text class="t2 mid" x={plotX(tick)} y={plotY(0) + 18}>
          {ui.f.percent(tick)}
        </text>
      </>
    ))}
    <text class="mid" x={plotX(0.5)} y={HEIGHT - 8}>
      {x}
    </text>
    <text class="mid" transform={`translate(12 ${plotY(0.5)}) rotate(-90)`}>
      {y}
    </text>
    {children}
  </svg>
);
