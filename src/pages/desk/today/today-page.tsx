import { daysBetween } from '../../../domain/brussels.ts';
import type { TopicCard } from '../../../domain/topic-card.ts';
import type { Today } from '../../../services/desk/today.ts';
import { CallLink } from '../../components/call-link.tsx';
import { Layout } from '../../components/layout.tsx';
import { PillarMark } from '../../components/pillar-mark.tsx';
import { href, topicKey } from '../../links.ts';
import type { Shell } from '../../shell.ts';
import { FreshnessPanel } from '../../sources/freshness-panel.tsx';
import type { Ui } from '../../ui.ts';
import { desk } from '../links.ts';
import { Head } from '../parts.tsx';
import { DeadlineStripPanel } from './deadline-strip.tsx';
import { ToDoPanel, thingsToDo } from './to-do-panel.tsx';

interface Props {
  ui: Ui;
  shell: Shell;
  today: Today;
}

/** *Oggi*: what waits for you, what is new, what changed, what expires, and of when the data are. */
export const TodayPage = ({ ui, shell, today }: Props) => (
  <Layout ui={ui} shell={shell} title={ui.m.desk.places.today} place="today">
    <Head ui={ui} title={ui.m.today.title(ui.f.longDay(today.day))} lead={leadOf(ui, today)} />
    <div class="stack">
      {today.toReview.map(({ id, title }) => (
        <section class="callout warn" aria-label={ui.m.dossier.toReview}>
          <p>
            <b>{ui.m.dossier.toReview}.</b>{' '}
            <a href={desk.dossier(id)} lang="en">
              {title}
            </a>
            . {ui.m.today.stateUnchanged}
          </p>
        </section>
      ))}
      <div class="thirds">
        {today.toDo !== null && <ToDoPanel ui={ui} shell={shell} toDo={today.toDo} />}
        <News ui={ui} shell={shell} today={today} />
        <Expiring ui={ui} shell={shell} today={today} />
      </div>
      <DeadlineStripPanel ui={ui} calls={today.strip} day={today.day} />
      <FreshnessPanel ui={ui} freshness={shell.freshness} />
    </div>
  </Layout>
);

function leadOf(ui: Ui, { toDo, news, expiring, projects, closing }: Today): string | undefined {
  if (toDo === null) return undefined;
  return ui.m.today.lead(thingsToDo(toDo), news.freshTotal, expiring.length + projects.length + closing.length);
}

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
          <CallLink card={card} />
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

const Expiring = ({ ui, today: { expiring, projects, closing } }: Props) => (
  <section class="panel" aria-labelledby="expiring">
    <h2 id="expiring">{ui.m.today.expiring}</h2>
    {expiring.length + projects.length + closing.length === 0 && <p class="soft">{ui.m.today.nothingExpires}</p>}
    <ul class="lines">
      {expiring.map(({ id, title, deadlineAt }) => (
        <Closing ui={ui} to={desk.dossier(id)} title={title} deadlineAt={deadlineAt} />
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
    {closing.length > 0 && (
      <>
        <h3>{ui.m.today.closing}</h3>
        <ul class="lines">
          {closing.map((card) => (
            <Closing ui={ui} to={href.topic(card)} title={card.title} deadlineAt={card.nextDeadlineAt} />
          ))}
        </ul>
      </>
    )}
  </section>
);

const Closing = ({ ui, ...call }: { ui: Ui; to: string; title: string; deadlineAt: string | null }) => (
  <li class="li">
    <a href={call.to} lang="en">
      {call.title}
    </a>
    {call.deadlineAt !== null && <span class="warn nw">{ui.m.desk.inDays(daysBetween(ui.now, call.deadlineAt))}</span>}
  </li>
);
