import { desk } from '../links.ts';
import { nameOf, PostForm, Submit } from '../parts.tsx';
import type { PanelProps } from './panel.ts';

/** The opinion, its draft, and the way to its minutes. */
export const OpinionPanel = ({ ui, shell, view }: PanelProps) => {
  const { opinion, row, may, minutes } = view;
  const open = row.state === 'collegial-evaluation' || row.state === 'in-short-route';
  if (opinion === null && !(may.record && open)) return null;
  return (
    <section class="panel" aria-labelledby="opinion">
      <h2 id="opinion">{ui.m.dossier.opinion}</h2>
      {opinion !== null && (
        <>
          <p class="num">{ui.m.desk.opinionKinds[opinion.kind]}</p>
          {opinion.reasons.map(({ text }) => (
            <p>{text}</p>
          ))}
          {opinion.conditions.map(({ text, dueOn }) => (
            <p class="small">{ui.m.board.condition(text, ui.f.shortDay(dueOn))}</p>
          ))}
          <p class="small soft">
            {opinion.confirmed === null
              ? ui.m.board.awaitsPresident
              : ui.m.board.confirmedBy(nameOf(ui, view.names, opinion.confirmed.by), ui.f.day(opinion.confirmed.at))}
          </p>
        </>
      )}
      <div class="acts noprint">
        {may.record && open && (
          <a class="btn quiet" href={desk.opinion(row.id)}>
            {ui.m.board.recordOpinion}
          </a>
        )}
        {may.confirm && (
          <PostForm shell={shell} to={desk.confirm(row.id)}>
            <Submit label={ui.m.board.confirm} />
          </PostForm>
        )}
        {minutes.map(({ number }) => (
          <a class="btn quiet" href={desk.minutes(number)}>
            {ui.m.board.minutesOf(number)}
          </a>
        ))}
      </div>
    </section>
  );
};
