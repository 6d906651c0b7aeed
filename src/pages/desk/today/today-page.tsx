import { ROLE_LABELS } from '../../../domain/labels/roles.ts';
import type { TopicCard } from '../../../domain/topic-card.ts';
import type { Today } from '../../../services/desk/today.ts';
import { Layout } from '../../components/layout.tsx';
import { PillarMark } from '../../components/pillar-mark.tsx';
import { href, topicKey } from '../../links.ts';
import type { Shell } from '../../shell.ts';
import type { Ui } from '../../ui.ts';
import { daysUntil } from '../../view/current-round.ts';
import { desk } from '../links.ts';
import { Head, PostForm } from '../parts.tsx';

interface Props {
  ui: Ui;
  shell: Shell;
  today: Today;
}

/** *Oggi*: what waits for you, what is new, what changed, what expires. */
export const TodayPage = ({ ui, shell, today }: Props) => (
  <Layout ui={ui} shell={shell} title={ui.m.desk.places.today} place="today">
    <Head ui={ui} title={ui.m.today.title(ui.f.longDay(today.day))} />
    <div class="stack">
      {today.toReview.map(({ id, title }) => (
        <section class="callout warn" aria-label={ui.m.dossier.toReview}>
          <p>
            <b>{ui.m.dossier.toReview}.</b> <a href={desk.dossier(id)}>{title}</a>. {ui.m.today.stateUnchanged}
          </p>
        </section>
      ))}
      <div class="thirds">
        {today.toDo !== null && <ToDo ui={ui} shell={shell} today={today} />}
        <News ui={ui} shell={shell} today={today} />
        <Expiring ui={ui} shell={shell} today={today} />
      </div>
    </div>
  </Layout>
);

const ToDo = ({ ui, shell, today: { toDo } }: Props) => {
  if (toDo === null) return null;
  const count =
    toDo.sheets.length + toDo.notices.length + toDo.requests.length + toDo.awaited.length + (toDo.triage ?? 0);
  return (
    <section class="panel" aria-labelledby="to-do">
      <h2 id="to-do">{ui.m.today.toDo}</h2>
      {count === 0 && <p class="soft">{ui.m.today.nothingToDo}</p>}
      <ul class="lines">
        {toDo.sheets.map(({ dossierId, title, dueOn }) => (
          <li>
            <a href={desk.sheet(dossierId)}>{title}</a>
            <p class="small soft">
              {ui.m.today.sheet}
              {dueOn !== null && ` · ${ui.m.today.dueOn(ui.f.tinyDay(dueOn))}`}
            </p>
          </li>
        ))}
        {toDo.triage !== null && toDo.triage > 0 && (
          <li>
            <a href={desk.triage}>{ui.m.triage.title}</a>
            <p class="small soft">{ui.m.frame.waiting(toDo.triage)}</p>
          </li>
        )}
        {toDo.requests.map(({ id, asker, role, replyBy }) => (
          <li>
            <a href={desk.request(id)}>{asker.organisation}</a>
            <p class="small soft">
              {ui.m.today.request} · {ROLE_LABELS[role][ui.lang]}
              {replyBy !== null && ` · ${ui.m.today.dueOn(ui.f.tinyDay(replyBy))}`}
            </p>
          </li>
        ))}
        {toDo.awaited.map(({ dossierId, title }) => (
          <li>
            <a href={desk.dossier(dossierId)}>{title}</a>
            <p class="small soft">{ui.m.today.adhesion}</p>
          </li>
        ))}
        {toDo.notices.map(({ id, kind, dossierId, detail }) => (
          <li class="li">
            <span>
              {noticeWord(ui, kind)}
              {kind === 'triage-proposal' && (
                <>
                  :{' '}
                  <a href={desk.triage} lang="en">
                    {String(detail.title)}
                  </a>
                </>
              )}
              {dossierId !== null && (
                <>
                  :{' '}
                  <a
                    href={
                      kind === 'appointed' || kind === 'recusal-scorer'
                        ? desk.sheet(dossierId)
                        : desk.dossier(dossierId)
                    }
                  >
                    {typeof detail.title === 'string' ? detail.title : dossierId}
                  </a>
                </>
              )}
            </span>
            <PostForm shell={shell} to={desk.notices} hidden={{ notice: id }}>
              <button class="btn quiet" type="submit" aria-label={`${ui.m.today.seen}: ${noticeWord(ui, kind)}`}>
                {ui.m.today.seen}
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
};

const noticeWord = (ui: Ui, kind: string): string => {
  const words: Readonly<Record<string, string>> = ui.m.today.notices;
  return words[kind] ?? kind;
};

const News = ({ ui, today: { news } }: Props) => (
  <section class="panel" aria-labelledby="news">
    <h2 id="news">{ui.m.today.news}</h2>
    {news.baseline > 0 && <p class="note">{ui.m.today.baseline(news.baseline)}</p>}
    {news.freshTotal === 0 && <p class="soft">{ui.m.today.noNews}</p>}
    <Cards ui={ui} cards={news.fresh} />
    <h3>{ui.m.today.changed}</h3>
    {news.changedTotal === 0 && <p class="soft">{ui.m.today.noChanges}</p>}
    <Cards ui={ui} cards={news.changed} />
    <p class="small">
      <a href={href.shortlist}>{ui.m.errors.toShortlist}</a>
    </p>
  </section>
);

const Cards = ({ ui, cards }: { ui: Ui; cards: readonly TopicCard[] }) => (
  <ul class="lines">
    {cards.map((card) => (
      <li class="li lead3">
        <PillarMark pillar={card.primaryPillar} lang={ui.lang} small />
        <span>
          <a href={href.topic(card)} lang="en">
            {card.title}
          </a>
          <span class="small soft">
            {' '}
            <code>{topicKey(card)}</code>
          </span>
        </span>
        <span class="small">{card.cityRelevance === null ? '' : ui.f.score(card.cityRelevance)}</span>
      </li>
    ))}
  </ul>
);

const Expiring = ({ ui, today: { expiring, projects } }: Props) => (
  <section class="panel" aria-labelledby="expiring">
    <h2 id="expiring">{ui.m.today.expiring}</h2>
    {expiring.length === 0 && projects.length === 0 && <p class="soft">{ui.m.today.nothingExpires}</p>}
    <ul class="lines">
      {expiring.map(({ id, title, deadlineAt }) => (
        <li class="li">
          <a href={desk.dossier(id)} lang="en">
            {title}
          </a>
          {deadlineAt !== null && <span class="warn nw">{ui.m.desk.inDays(daysUntil(deadlineAt, ui.now))}</span>}
        </li>
      ))}
      {projects.map(({ projectId, acronym, title, dueOn }) => (
        <li class="li">
          <span>
            <a href={desk.project(projectId)}>{title}</a> <span class="small soft">{acronym}</span>
          </span>
          <span class="nw">{ui.f.tinyDay(dueOn)}</span>
        </li>
      ))}
    </ul>
  </section>
);
