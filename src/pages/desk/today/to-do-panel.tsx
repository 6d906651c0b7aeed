import { brusselsDay } from '../../../domain/brussels.ts';
import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import type { Today } from '../../../services/desk/today.ts';
import { stepPath } from '../../access/first-hour/step-page.tsx';
import { href } from '../../links.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { PostForm } from '../parts.tsx';

type ToDo = NonNullable<Today['toDo']>;

/** How many things wait: triage counts as one, however many calls; so does a sitting to convene. */
export const thingsToDo = ({
  sheets,
  notices,
  requests,
  awaited,
  voices,
  opinions,
  interest,
  sittings,
  board,
  triage,
  house,
}: ToDo): number =>
  sheets.length +
  notices.length +
  requests.length +
  awaited.length +
  voices.length +
  opinions.length +
  interest.length +
  sittings.length +
  (board.ready > 0 ? 1 : 0) +
  ((triage?.toJudge ?? 0) > 0 ? 1 : 0) +
  (house === null ? 0 : [house.nextStep !== null, house.wanting > 0, house.notIn > 0].filter(Boolean).length);

/** *Da fare*: what waits for the reader, the shortest notice first. */
export const ToDoPanel = ({ ui, shell, toDo }: { ui: Ui; shell: Shell; toDo: ToDo }) => (
  <section class="panel" aria-labelledby="to-do">
    <h2 id="to-do">{ui.m.today.toDo}</h2>
    {thingsToDo(toDo) === 0 && <p class="soft">{ui.m.today.nothingToDo}</p>}
    <ul class="lines">
      {toDo.house !== null && <HouseLines ui={ui} house={toDo.house} />}
      {toDo.sheets.map(({ dossierId, title, dueOn }) => (
        <Line to={desk.sheet(dossierId)} what={title} english why={[ui.m.today.sheet, dueOnWord(ui, dueOn)]} />
      ))}
      {toDo.voices.map(({ id, title }) => (
        <Line to={`${desk.dossier(id)}#voices`} what={title} english why={[ui.m.today.voice]} />
      ))}
      {toDo.opinions.map(({ id, title }) => (
        <Line to={desk.opinion(id)} what={title} english why={[ui.m.today.toRecord]} />
      ))}
      {toDo.triage !== null && toDo.triage.toJudge > 0 && (
        <Line
          to={desk.triage}
          what={ui.m.triage.title}
          why={[
            ui.m.today.toJudge(toDo.triage.toJudge),
            toDo.triage.queue > 0 ? ui.m.today.inQueue(toDo.triage.queue) : null,
          ]}
        />
      )}
      {toDo.requests.map(({ id, asker, role, replyBy }) => (
        <Line
          to={desk.request(id)}
          what={asker.organisation}
          why={[ui.m.today.request, ROLE_LABELS[role][ui.lang], dueOnWord(ui, replyBy)]}
        />
      ))}
      {toDo.sittings.map(({ id, at, kind, agenda }) => (
        <Line
          to={desk.sitting(id)}
          what={ui.m.board.sittingOf(ui.f.moment(at))}
          why={[ui.m.board.kinds[kind], ui.m.board.items(agenda.length)]}
        />
      ))}
      {toDo.board.ready > 0 && <BoardLine ui={ui} board={toDo.board} />}
      {toDo.interest.map(({ id, title, interestClosesOn }) => (
        <Line
          to={desk.interest(id)}
          what={title}
          english
          why={[ui.m.today.interest, dueOnWord(ui, interestClosesOn)]}
        />
      ))}
      {toDo.awaited.map(({ dossierId, title }) => (
        <Line to={desk.dossier(dossierId)} what={title} english why={[ui.m.today.adhesion]} />
      ))}
      {toDo.notices.map((notice) => (
        <NoticeLine ui={ui} shell={shell} notice={notice} />
      ))}
    </ul>
  </section>
);

function dueOnWord({ m, f, now }: Ui, day: string | null): string | null {
  if (day === null) return null;
  return day < brusselsDay(now) ? m.today.overdue(f.tinyDay(day)) : m.today.dueOn(f.tinyDay(day));
}

interface LineProps {
  to: string;
  what: string;
  why: readonly (string | null)[];
  english?: boolean;
}

const Line = ({ to, what, why, english }: LineProps) => (
  <li>
    <a href={to} lang={english === true ? 'en' : undefined}>
      {what}
    </a>
    <p class="small soft">{why.filter((part) => part !== null).join(' · ')}</p>
  </li>
);

/** The secretariat is told too, and who convenes. */
const BoardLine = ({ ui: { m }, board: { ready, mayConvene } }: { ui: Ui; board: ToDo['board'] }) => {
  const what = m.today.readyForBoard(ready);
  return mayConvene ? (
    <Line to={desk.newSitting} what={m.today.convene(what)} why={[m.today.noSitting]} />
  ) : (
    <Line to={desk.sittings} what={what} why={[m.today.noSitting, m.today.othersConvene]} />
  );
};

const HouseLines = ({ ui, house }: { ui: Ui; house: NonNullable<ToDo['house']> }) => (
  <>
    {house.nextStep !== null && (
      <Line
        to={stepPath(house.nextStep)}
        what={ui.m.today.nextStep(ui.m.firstHour.steps[house.nextStep])}
        why={[ui.m.today.nextStepWhy]}
      />
    )}
    {house.wanting > 0 && (
      <Line to={href.administration} what={ui.m.today.wanting(house.wanting)} why={[ui.m.today.wantingWhy]} />
    )}
    {house.notIn > 0 && (
      <Line to={stepPath('invitations')} what={ui.m.today.notIn(house.notIn)} why={[ui.m.today.notInWhy]} />
    )}
  </>
);

interface NoticeProps {
  ui: Ui;
  shell: Shell;
  notice: ToDo['notices'][number];
}

const NoticeLine = ({ ui, shell, notice: { id, kind, dossierId, detail } }: NoticeProps) => {
  const word = noticeWord(ui, kind);
  const title = typeof detail.title === 'string' ? detail.title : dossierId;
  const toSheet = kind === 'appointed' || kind === 'recusal-scorer';
  const to =
    kind === 'triage-proposal'
      ? desk.triage
      : dossierId === null
        ? null
        : toSheet
          ? desk.sheet(dossierId)
          : desk.dossier(dossierId);
  return (
    <li class="li">
      <span>
        {word}
        {to !== null && (
          <>
            :{' '}
            <a href={to} lang="en">
              {title}
            </a>
          </>
        )}
      </span>
      <PostForm shell={shell} to={desk.notices} hidden={{ notice: id }}>
        <button class="btn quiet" type="submit" aria-label={`${ui.m.today.seen}: ${word}`}>
          {ui.m.today.seen}
        </button>
      </PostForm>
    </li>
  );
};

const noticeWord = (ui: Ui, kind: string): string => {
  const words: Readonly<Record<string, string>> = ui.m.today.notices;
  return words[kind] ?? kind;
};
