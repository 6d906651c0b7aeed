import type { Instant } from '../../domain/topic.ts';
import type { Ui } from '../ui.ts';
import { rolesShort } from '../view/starts.ts';
import type { Timeline, TimelineStart, TimelineWindow } from '../view/timeline.ts';

const BAR = 20;
/** Enough room in a bar to write in it. */
const ROOM = 150;

/** The timeline as SVG: months above, a bar for each window, below it the last day to start for each role. */
export const TimelineDrawing = ({ ui, drawn, next }: { ui: Ui; drawn: Timeline; next: Instant | null }) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; this groups what scrolls, and must be reachable by keyboard
  <div class="chart late" tabindex={0} role="group" aria-label={ui.m.topic.timelineScroll}>
    <svg viewBox={`0 0 ${drawn.width} ${drawn.height}`} role="img" aria-labelledby="timeline-title">
      <title id="timeline-title">
        {ui.m.topic.timelineTitle(drawn.windows.length, next === null ? ui.m.frame.unknown : ui.f.deadline(next))}
      </title>
      {drawn.ticks.map(({ x, day, withYear }) => (
        <>
          <line class="axis" x1={x} x2={x} y1="4" y2={drawn.height - 4} />
          <text class="t2" x={x + 4} y="15">
            {ui.f.monthTick(day)}
            {withYear && ` ${day.slice(0, 4)}`}
          </text>
        </>
      ))}
      {drawn.windows.map((window) => (
        <WindowBar ui={ui} window={window} alone={drawn.windows.length === 1} />
      ))}
      {drawn.starts.map((start) => (
        <StartDot ui={ui} start={start} />
      ))}
      {drawn.now !== null && (
        <>
          <line class="now" x1={drawn.now.x} x2={drawn.now.x} y1="22" y2={drawn.height - 4} />
          <text
            class={`nowt${drawn.now.labelEnd ? ' end' : ''}`}
            x={drawn.now.x + (drawn.now.labelEnd ? -6 : 6)}
            y="34"
          >
            {ui.m.topic.today(ui.f.tinyDay(ui.now))}
          </text>
        </>
      )}
    </svg>
  </div>
);

const WindowBar = ({ ui, window, alone }: { ui: Ui; window: TimelineWindow; alone: boolean }) => {
  const { y, from, to, filledTo, round, deadlines } = window;
  const middle = y + BAR / 2;
  const model = round.deadlineModel === null ? ui.m.frame.unknown : ui.m.words.model[round.deadlineModel];
  const inside = round.opensOn === null ? ui.m.topic.openingUnknown : ui.m.topic.openFrom(ui.f.shortDay(round.opensOn));
  return (
    <>
      <text class="b" x="0" y={middle - 3}>
        {alone ? ui.m.topic.onlyWindow : ui.m.topic.window(window.n)}
      </text>
      <text class="t2" x="0" y={middle + 14}>
        {model}
      </text>
      <rect
        class={from.known && to.known ? 'soft' : 'unknown'}
        x={from.x}
        y={y}
        width={Math.max(to.x - from.x, 1)}
        height={BAR}
        rx="3"
      />
      {from.known && <rect class="fill" x={from.x} y={y} width={Math.max(filledTo - from.x, 0)} height={BAR} rx="3" />}
      {to.x - from.x > ROOM && (
        <text class={filledTo - from.x > ROOM && from.known ? 'inv' : undefined} x={from.x + 8} y={middle + 5}>
          {inside}
        </text>
      )}
      {deadlines.map(({ x, at, last, labelled }) => (
        <>
          <circle class="ring" cx={x} cy={middle} r="8" />
          {labelled && !last && (
            <text class="mid t2" x={x} y={y - 4}>
              {ui.f.tinyDay(at)}
            </text>
          )}
          {last && (
            <>
              <text class="b" x={x + 14} y={middle - 3}>
                {ui.f.shortDay(at)}
              </text>
              <text class="t2" x={x + 14} y={middle + 14}>
                {ui.f.brusselsHour(at)}
              </text>
            </>
          )}
        </>
      ))}
    </>
  );
};

/** The name ends where the deadline is, so that it is in sight where a phone begins to show the drawing. */
const StartDot = ({ ui, start: { y, x, deadlineX, roles, weeks, day, past } }: { ui: Ui; start: TimelineStart }) => (
  <>
    <text class="end t2" x={deadlineX} y={y - 7}>
      <tspan class={past ? 't2' : 'b'}>{rolesShort(roles, ui.lang)}</tspan>
      {` · ${ui.m.topic.lastStart(ui.f.tinyDay(day), weeks)}`}
    </text>
    <line class="lead" x1={x} x2={deadlineX} y1={y} y2={y} />
    <circle class={past ? 'past' : 'fill'} cx={x} cy={y} r="5" />
  </>
);
