import type { Pillar } from '../../domain/pillar.ts';
import { pillarClass } from './pillar-mark.tsx';

const [WIDTH, ROW, BAR, TEXT] = [400, 46, 14, 18];
const LONGEST = 34;

/** One bar: its length as a share of the longest, with the words that say it exactly. */
export interface RowBar {
  name: string;
  value: string;
  /** 0 to 1. */
  share: number;
  pillar?: Pillar | null;
}

/** Bars with their names above them, so that a telephone shows them whole. The table beside it tells the same again. */
export const RowBars = ({ id, title, bars }: { id: string; title: string; bars: readonly RowBar[] }) => (
  <svg class="drawn" viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-labelledby={id}>
    <title id={id}>{title}</title>
    {bars.map(({ name, value, share, pillar }, i) => (
      <g class={pillar === undefined ? 'p-none' : pillarClass(pillar)}>
        <text x="0" y={i * ROW + TEXT}>
          {name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name}
        </text>
        <text class="end b" x={WIDTH} y={i * ROW + TEXT}>
          {value}
        </text>
        <rect class="track" x="0" y={i * ROW + TEXT + 7} width={WIDTH} height={BAR} rx="2" />
        <rect
          class={pillar === undefined ? 'ours' : 'fill'}
          x="0"
          y={i * ROW + TEXT + 7}
          width={barWidth(share)}
          height={BAR}
          rx="2"
        />
      </g>
    ))}
  </svg>
);

/** Something is never drawn as nothing. */
const barWidth = (share: number): number => (share <= 0 ? 0 : Math.max(2, Math.round(Math.min(1, share) * WIDTH)));

/** Each value as a share of the largest. */
export function shares(values: readonly number[]): number[] {
  const most = Math.max(0, ...values);
  return values.map((value) => (most === 0 ? 0 : value / most));
}
