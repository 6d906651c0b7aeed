import type { Ui } from '../ui.ts';

const [NAMES, LENGTH, VALUES, HEIGHT] = [280, 320, 100, 26];
const BAR = 14;

/** One bar: a share of something, with the words that say it exactly. */
export interface Bar {
  name: string;
  share: number;
  value: string;
  rival?: boolean;
}

/** Shares as bars, one under the other. What they show is told again by the table under them. */
export const Bars = ({ ui, id, title, bars }: { ui: Ui; id: string; title: string; bars: readonly Bar[] }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; this groups what scrolls, and must be reachable by keyboard
  <div class="scroll" tabindex={0} role="group" aria-label={title} lang={ui.lang}>
    <svg
      class="bars"
      viewBox={`0 0 ${NAMES + LENGTH + VALUES} ${bars.length * HEIGHT}`}
      role="img"
      aria-labelledby={id}
    >
      <title id={id}>{title}</title>
      {bars.map(({ name, share, value, rival }, i) => (
        <>
          <text class="end" x={NAMES - 10} y={i * HEIGHT + 18}>
            {shortened(name)}
          </text>
          <rect class="track" x={NAMES} y={i * HEIGHT + 6} width={LENGTH} height={BAR} rx="2" />
          <rect
            class={rival ? 'rival' : 'ours'}
            x={NAMES}
            y={i * HEIGHT + 6}
            width={Math.round(share * LENGTH)}
            height={BAR}
            rx="2"
          />
          <text class="t2" x={NAMES + LENGTH + 10} y={i * HEIGHT + 18}>
            {value}
          </text>
        </>
      ))}
    </svg>
  </div>
);

const LONGEST = 38;

/** The table has the whole name. */
const shortened = (name: string): string => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);
