import { brusselsInstant, daysBetween } from '../../domain/brussels.ts';
import type { TopicDetail } from '../../domain/topic-card.ts';
import type { Explanation } from '../../services/matching/explain.ts';
import { pillarClass } from '../components/pillar-mark.tsx';
import { ScrollTable } from '../components/scroll-table.tsx';
import type { Ui } from '../ui.ts';
import { rolesInFull, startsOf } from '../view/starts.ts';
import { type Timeline, timeline } from '../view/timeline.ts';
import { TimelineDrawing } from './timeline-drawing.tsx';

/** Rounds and deadlines against today and the last days to start: a drawing, a sentence, and the same as a table. */
export const TimelinePanel = ({ ui, topic, roles }: { ui: Ui; topic: TopicDetail; roles: Explanation['roles'] }) => {
  const starts = topic.nextDeadlineAt === null ? [] : startsOf(roles.roles);
  const drawn = timeline(topic.rounds, ui.now, topic.nextDeadlineAt, starts);
  return (
    <section class="panel" aria-labelledby="h-timeline">
      <header>
        <h2 id="h-timeline">{ui.m.topic.timeline}</h2>
        <span class="soft small">{ui.m.topic.readOn(ui.f.moment(topic.lastSeenAt))}</span>
      </header>
      {drawn === null ? (
        <p>{ui.m.topic.timelineNone}</p>
      ) : (
        <figure class={pillarClass(topic.primaryPillar)}>
          <TimelineDrawing ui={ui} drawn={drawn} next={topic.nextDeadlineAt} />
          <figcaption>{caption(ui, drawn)}</figcaption>
          <details>
            <summary>{ui.m.frame.table}</summary>
            <TimelineTable ui={ui} drawn={drawn} />
          </details>
        </figure>
      )}
    </section>
  );
};

function caption(ui: Ui, drawn: Timeline): string {
  if (drawn.starts.length === 0) return ui.m.topic.timelineOver;
  return ui.m.topic.timelineCaption(drawn.starts.filter((start) => start.past).length, drawn.starts.length);
}

const TimelineTable = ({ ui, drawn }: { ui: Ui; drawn: Timeline }) => {
  const { m, f } = ui;
  const rows = [
    ...drawn.windows.flatMap(({ round }) => [
      ...(round.opensOn === null
        ? []
        : [{ at: brusselsInstant(round.opensOn), text: f.day(round.opensOn), what: m.topic.opening }]),
      ...round.deadlines.map(({ at, stage, cutOff, hourUncertain }) => ({
        at,
        text: hourUncertain ? `${f.day(at)} (${m.topics.hourUncertain})` : f.moment(at),
        what: m.topic.deadlineOf(stage ?? null, cutOff ?? null),
      })),
    ]),
    ...drawn.starts.map(({ day, roles, weeks }) => ({
      at: brusselsInstant(day),
      text: f.day(day),
      what: m.topic.lastDayFor(rolesInFull(roles, ui.lang), weeks),
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  return (
    <ScrollTable label={m.topic.timeline}>
      <thead>
        <tr>
          <th scope="col">{m.topic.date}</th>
          <th scope="col">{m.topic.what}</th>
          <th scope="col" class="r">
            {m.topic.fromToday}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ at, text, what }) => (
          <tr>
            <td>{text}</td>
            <td>{what}</td>
            <td class="r">{f.offset(daysBetween(ui.now, at))}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
};
