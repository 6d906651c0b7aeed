import { MILESTONE_LABELS } from '../../../domain/desk/labels.ts';
import type { Milestone, Plan } from '../../../domain/desk/plan/backward-plan.ts';
import type { Ui } from '../../ui.ts';
import { type PlanLayout, planLayout } from '../../view/plan-layout.ts';

const BAR = 14;

interface Props {
  ui: Ui;
  plan: Plan;
  isDone: (milestone: Milestone) => boolean;
}

/** The way back from the deadline: a bar for each milestone, today, the last day to start. The table below says the same. */
export const PlanDrawing = ({ ui, plan, isDone }: Props) => {
  const drawn = planLayout(plan, ui.now, isDone);
  const id = `plan-drawing-${plan.stage ?? 0}`;
  return (
    <figure>
      <svg class="sketch" height={drawn.height} role="img" aria-labelledby={id}>
        <title id={id}>{ui.m.dossier.planDrawing(drawn.bars.length, ui.f.deadline(plan.deadlineAt))}</title>
        {drawn.ticks.map((day) => (
          <>
            <line class="axis" x1={drawn.scale.percent(day)} x2={drawn.scale.percent(day)} y1="2" y2={drawn.foot} />
            <text class="t2" x={drawn.scale.percent(day)} dx="4" y="14">
              {ui.f.monthTick(day)}
            </text>
          </>
        ))}
        {drawn.bars.map((bar) => (
          <Bar ui={ui} bar={bar} />
        ))}
        <Days ui={ui} plan={plan} drawn={drawn} />
      </svg>
      <figcaption>{ui.m.dossier.planKey}</figcaption>
    </figure>
  );
};

const Bar = ({ ui, bar: { milestone, x, y, width, standing } }: { ui: Ui; bar: PlanLayout['bars'][number] }) => (
  <>
    <text x="2.2%" y={y + 14}>
      <tspan class="b">{MILESTONE_LABELS[milestone.kind][ui.lang]}</tspan>
      {standing !== 'ahead' && (
        <tspan class={standing === 'late' ? 'bad' : 'good'}> · {ui.m.dossier.standings[standing]}</tspan>
      )}
    </text>
    <text class="t2 end" x="97.8%" y={y + 14}>
      {span(ui, milestone)}
    </text>
    <rect class={standing} x={`${x}%`} width={`${width}%`} y={y + 20} height={BAR} rx="3" />
  </>
);

const span = ({ f }: Ui, { startOn, endOn }: Milestone): string =>
  startOn === endOn ? f.tinyDay(endOn) : `${f.tinyDay(startOn)} – ${f.tinyDay(endOn)}`;

/** Lines through all bars, each with its name on a line of its own: two days may be one. */
const Days = ({ ui, plan, drawn }: { ui: Ui; plan: Plan; drawn: PlanLayout }) => {
  const { scale, today, deadline, lastStart, foot } = drawn;
  const days = [
    { day: today, look: 'now', word: ui.m.topic.today(ui.f.tinyDay(today)), shown: today >= scale.from },
    { day: lastStart, look: 'lead', word: ui.m.dossier.lastDayToStart(ui.f.tinyDay(lastStart ?? today)), shown: true },
    { day: deadline, look: 'end-line', word: ui.f.shortDeadline(plan.deadlineAt), shown: true },
  ];
  return (
    <>
      {days.map(({ day, look, word, shown }, i) =>
        day === null || !shown ? null : (
          <>
            <line class={look} x1={scale.percent(day)} x2={scale.percent(day)} y1="20" y2={foot + i * 20} />
            <text
              class={`${look === 'now' ? 'nowt' : 'b'} ${scale.at(day) > 50 ? 'end' : ''}`}
              x={scale.percent(day)}
              y={foot + i * 20 + 14}
            >
              {word}
            </text>
          </>
        ),
      )}
    </>
  );
};
