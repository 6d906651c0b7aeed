import { PILLAR_LABELS } from '../../../domain/labels/pillars.ts';
import type { Pillar } from '../../../domain/pillar.ts';
import type { Day } from '../../../domain/topic.ts';
import { DataFigure } from '../../components/data-figure.tsx';
import { pillarClass } from '../../components/pillar-mark.tsx';
import { href } from '../../links.ts';
import type { Ui } from '../../ui.ts';
import { deadlineStrip, STRIP_DAYS, type StripCall, type StripNode, type StripRow } from '../../view/deadline-strip.ts';
import { desk } from '../links.ts';

/** Calls that one line of the table names; the rest it counts. */
const NAMED = 4;

/** What *Da valutare* has to close in the next 120 days: a line for each pillar, a ring for each week, its calls in a table. */
export const DeadlineStripPanel = ({ ui, calls, day }: { ui: Ui; calls: readonly StripCall[]; day: Day }) => {
  const strip = deadlineStrip(calls, day);
  const { scale, rows } = strip;
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  return (
    <section class="panel" aria-labelledby="strip">
      <header>
        <h2 id="strip">{ui.m.today.strip(STRIP_DAYS)}</h2>
        <a class="small" href={desk.calendar}>
          {ui.m.desk.places.calendar}
        </a>
      </header>
      {total === 0 ? (
        <p class="soft">{ui.m.today.stripNone}</p>
      ) : (
        <DataFigure
          ui={ui}
          label={ui.m.today.strip(STRIP_DAYS)}
          caption={ui.m.today.stripCaption(total)}
          head={[ui.m.topics.pillar, ui.m.today.week, ui.m.today.callsHead]}
          rows={rows.flatMap(({ pillar, nodes }) =>
            nodes.map((node) => [pillarName(ui, pillar), weekOf(ui, node), <CallsOf ui={ui} node={node} />]),
          )}
        >
          <svg class="sketch" height={strip.height} role="img" aria-labelledby="strip-title">
            <title id="strip-title">{ui.m.today.stripCaption(total)}</title>
            {strip.bands.map(({ x, width }) => (
              <rect class="band" x={`${x}%`} width={`${width}%`} y="20" height={strip.foot - 20} />
            ))}
            {strip.ticks.map((tick) => (
              <>
                <line class="axis" x1={scale.percent(tick)} x2={scale.percent(tick)} y1="4" y2={strip.foot} />
                <text class="t2" x={scale.percent(tick)} dx="4" y="14">
                  {ui.f.monthTick(tick)}
                </text>
              </>
            ))}
            {rows.map((row) => (
              <Row ui={ui} row={row} today={scale.at(day)} />
            ))}
            <line class="now" x1={scale.percent(day)} x2={scale.percent(day)} y1="20" y2={strip.foot} />
            <text class="nowt" x={scale.percent(day)} y={strip.foot + 16}>
              {ui.m.topic.today(ui.f.tinyDay(day))}
            </text>
            <text class="t2 end" x={scale.percent(scale.to)} y={strip.foot + 16}>
              {ui.m.desk.inDays(STRIP_DAYS)}
            </text>
          </svg>
        </DataFigure>
      )}
    </section>
  );
};

const Row = ({ ui, row: { pillar, y, total, first, nodes }, today }: { ui: Ui; row: StripRow; today: number }) => (
  <g class={pillarClass(pillar)}>
    <text class="b" x="2%" y={y + 14}>
      {pillarName(ui, pillar)}
    </text>
    <text class="t2 end" x="99%" y={y + 14}>
      {first === null ? ui.m.today.stripRowNone : ui.m.today.stripRow(total, ui.f.tinyDay(first))}
    </text>
    {nodes.length > 0 && (
      <line class="way" x1={`${today}%`} x2={`${nodes.at(-1)?.x ?? today}%`} y1={y + 30} y2={y + 30} />
    )}
    {nodes.map(({ x, calls }) => (
      <>
        <circle class="ring" cx={`${x}%`} cy={y + 30} r="9" />
        <text class="mid b small" x={`${x}%`} y={y + 34}>
          {calls.length}
        </text>
      </>
    ))}
  </g>
);

const pillarName = (ui: Ui, pillar: Pillar | null): string =>
  pillar === null ? ui.m.topics.noPillar : PILLAR_LABELS[pillar][ui.lang];

const weekOf = ({ f }: Ui, { from, to }: StripNode): string => `${f.tinyDay(from)} – ${f.tinyDay(to)}`;

const CallsOf = ({ ui, node: { calls } }: { ui: Ui; node: StripNode }) => (
  <ul class="plainlist">
    {calls.slice(0, NAMED).map(({ key, day }) => (
      <li>
        <a href={href.topicKey(key)}>
          <code>{key}</code>
        </a>{' '}
        <span class="nw">{ui.f.tinyDay(day)}</span>
      </li>
    ))}
    {calls.length > NAMED && <li class="soft">{ui.m.today.more(calls.length - NAMED)}</li>}
  </ul>
);
