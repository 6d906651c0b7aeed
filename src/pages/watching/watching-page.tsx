import { MAIL_KINDS } from '../../domain/delivery.ts';
import { PILLAR_LABELS } from '../../domain/labels/pillars.ts';
import { PILLARS } from '../../domain/pillar.ts';
import type { OwnWatching } from '../../services/delivery/own-watching.ts';
import { Done, PostForm } from '../access/forms.tsx';
import { Layout } from '../components/layout.tsx';
import { path as mailPath } from '../delivery/paths.ts';
import { href, withQuery } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { CalendarsPanel, type ShownCalendar } from './calendars-panel.tsx';
import { muteName } from './mute-name.ts';
import { path } from './paths.ts';

interface WatchingPageProps {
  ui: Ui;
  shell: Shell;
  own: OwnWatching;
  partners: readonly { id: string; name: string }[];
  calendars: readonly ShownCalendar[];
  done: boolean;
}

/** *Ciò che seguo*: what one is told of, and what not. */
export const WatchingPage = ({ ui, shell, own, partners, calendars, done }: WatchingPageProps) => {
  const { watching } = ui.m;
  return (
    <Layout ui={ui} shell={shell} title={watching.title}>
      <div class="title">
        <div>
          <h1>{watching.title}</h1>
          <p class="lead">
            {watching.lead} <a href={mailPath.mail}>{watching.preferences}</a>
          </p>
        </div>
      </div>
      <div class="stack">
        <Done text={done ? watching.done : undefined} />
        <CallsPanel ui={ui} shell={shell} own={own} />
        <SearchesPanel ui={ui} shell={shell} own={own} />
        <MutesPanel ui={ui} shell={shell} own={own} partners={partners} />
        <CalendarsPanel ui={ui} shell={shell} calendars={calendars} />
      </div>
    </Layout>
  );
};

type PanelProps = Pick<WatchingPageProps, 'ui' | 'shell' | 'own'>;

const CallsPanel = ({ ui, shell, own: { calls } }: PanelProps) => {
  const { watching } = ui.m;
  return (
    <section class="panel" aria-labelledby="h-calls">
      <h2 id="h-calls">{watching.calls}</h2>
      {calls.length === 0 && <p>{watching.noCalls}</p>}
      <ul class="lines">
        {calls.map(({ key, title, nextDeadlineAt }) => (
          <li class="li">
            <span>
              <a href={href.topicKey(key)} lang="en">
                {title ?? key}
              </a>
              <br />
              <span class="soft small">
                <code>{key}</code>
                {nextDeadlineAt !== null && ` · ${ui.f.shortDeadline(nextDeadlineAt)}`}
              </span>
            </span>
            <PostForm viewer={shell.viewer} action={path.calls}>
              <input type="hidden" name="topic" value={key} />
              <button class="btn quiet small" type="submit" name="on" value="no">
                {watching.unfollow}
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
};

const SearchesPanel = ({ ui, shell, own: { searches } }: PanelProps) => {
  const { watching } = ui.m;
  return (
    <section class="panel" aria-labelledby="h-searches">
      <h2 id="h-searches">{watching.searches}</h2>
      <p>{searches.length === 0 ? watching.noSearches : watching.searchesLead}</p>
      <ul class="lines">
        {searches.map(({ id, query, pillar }) => (
          <li class="li">
            <span>
              <a href={withQuery(href.topics, { q: query, pillar: pillar ?? undefined })}>{query}</a>
              {pillar !== null && <span class="soft small"> · {PILLAR_LABELS[pillar][ui.lang]}</span>}
            </span>
            <PostForm viewer={shell.viewer} action={path.searchEnd.replace(':id', String(id))}>
              <button class="btn quiet small" type="submit">
                {watching.remove}
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
    </section>
  );
};

const MutesPanel = ({ ui, shell, own: { mutes }, partners }: PanelProps & Pick<WatchingPageProps, 'partners'>) => {
  const { watching } = ui.m;
  const choices = [
    [watching.pillars, PILLARS.map((pillar) => [`pillar:${pillar}`, PILLAR_LABELS[pillar][ui.lang]] as const)],
    [watching.partners, partners.map(({ id, name }) => [`partner:${id}`, name] as const)],
    [
      watching.kinds,
      MAIL_KINDS.flatMap((kind) => (kind === 'notice' ? [] : [[`kind:${kind}`, watching.kind[kind]] as const])),
    ],
  ] as const;
  return (
    <section class="panel" aria-labelledby="h-mutes">
      <h2 id="h-mutes">{watching.mutes}</h2>
      {mutes.length === 0 && <p>{watching.noMutes}</p>}
      <ul class="lines">
        {mutes.map((mute) => (
          <li class="li">
            <span>
              {mute.kind === 'topic' ? (
                <a href={href.topicKey(mute.value)}>
                  <code>{mute.value}</code>
                </a>
              ) : (
                muteName(ui, mute, partners)
              )}{' '}
              {mute.untilChange && <span class="soft small">{watching.untilChange}</span>}
            </span>
            <PostForm viewer={shell.viewer} action={path.mutes}>
              <input type="hidden" name="what" value={`${mute.kind}:${mute.value}`} />
              <button class="btn quiet small" type="submit" name="on" value="no">
                {watching.unmute}
              </button>
            </PostForm>
          </li>
        ))}
      </ul>
      <PostForm viewer={shell.viewer} action={path.mutes} class="form" label={watching.muteMore}>
        <p>
          <label for="what">{watching.muteMore}</label>
          <select id="what" name="what">
            {choices.map(([group, options]) => (
              <optgroup label={group}>
                {options.map(([value, label]) => (
                  <option value={value}>{label}</option>
                ))}
              </optgroup>
            ))}
          </select>
        </p>
        <button class="btn quiet" type="submit" name="on" value="yes">
          {watching.mute}
        </button>
      </PostForm>
    </section>
  );
};
