import type { Action } from '../../domain/desk/people/permissions.ts';
import { canSomewhere } from '../../domain/desk/people/roles.ts';
import { DeskItems, Who } from '../access/who.tsx';
import { desk } from '../desk/links.ts';
import { href, withQuery } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { Logo } from './logo.tsx';

/** The menu's items; a page without one of its own names none. */
export type Place = CataloguePlace | DeskPlace;
type CataloguePlace = 'shortlist' | 'topics' | 'partners' | 'sources' | 'quality';
type DeskPlace = keyof typeof DESK;

/** The desk's rooms, each with what one must be allowed somewhere to see it in the menu; null = anybody. */
const DESK = {
  today: [desk.today, null],
  dossiers: [desk.dossiers, 'dossier.read'],
  calendar: [desk.calendar, null],
  triage: [desk.triage, 'triage.propose'],
  requests: [desk.requests, 'request.read'],
  groups: [desk.groups, 'dossier.read'],
  sittings: [desk.sittings, 'sitting.read'],
  minutes: [desk.minutesList, 'minutes.read'],
  members: [desk.members, 'membership.read'],
  projects: [desk.projects, 'dossier.read'],
  analysis: [desk.analysis, 'analysis.read'],
} as const satisfies Record<string, readonly [string, Action | null]>;

const MORE_DESK = [
  'requests',
  'groups',
  'sittings',
  'minutes',
  'members',
  'projects',
  'analysis',
] as const satisfies readonly DeskPlace[];
const MORE = ['partners', 'sources', 'quality'] as const satisfies readonly CataloguePlace[];
const BEHIND: readonly Place[] = [...MORE_DESK, ...MORE];
/** The rooms of *Bandi*, which its tabs lead through. */
const CALLS: readonly Place[] = ['shortlist', 'triage', 'topics'];

export const SiteHeader = ({ ui, shell, place }: { ui: Ui; shell: Shell; place?: Place }) => (
  <header class="head">
    <div class="wrap">
      <a class="brand" href="/">
        <Logo />
        Bandolo
      </a>
      <nav class="nav" aria-label={ui.m.frame.menu}>
        <ul>
          <Room ui={ui} shell={shell} to="today" place={place} />
          <li>
            <a
              class={`item${place !== undefined && CALLS.includes(place) ? ' here' : ''}`}
              href={href.topics}
              aria-current={place === 'topics' ? 'page' : undefined}
            >
              {ui.m.frame.topics}
            </a>
          </li>
          <Room ui={ui} shell={shell} to="dossiers" place={place} />
          <Room ui={ui} shell={shell} to="calendar" place={place} />
          <li>
            <details class="menu">
              <summary class={`item${place !== undefined && BEHIND.includes(place) ? ' here' : ''}`}>
                {ui.m.frame.more}
              </summary>
              <ul class="sub">
                {MORE_DESK.map((to) => (
                  <Room ui={ui} shell={shell} to={to} place={place} />
                ))}
                {MORE.map((to) => (
                  <li>
                    <Item ui={ui} to={to} place={place} />
                  </li>
                ))}
                <DeskItems ui={ui} viewer={shell.viewer} />
              </ul>
            </details>
          </li>
        </ul>
      </nav>
      <div class="who">
        <Who ui={ui} viewer={shell.viewer} />
        <LanguageLink ui={ui} />
      </div>
    </div>
  </header>
);

/** A room of the desk, for those whom the permissions table lets in. */
const Room = ({ ui, shell, to, place }: { ui: Ui; shell: Shell; to: DeskPlace; place?: Place }) => {
  const [address, action] = DESK[to];
  if (action !== null && !canSomewhere(shell.viewer.person, action)) return null;
  return (
    <li>
      <a class={`item${place === to ? ' here' : ''}`} href={address} aria-current={place === to ? 'page' : undefined}>
        {ui.m.desk.places[to]}
      </a>
    </li>
  );
};

const Item = ({ ui, to, place }: { ui: Ui; to: (typeof MORE)[number]; place?: Place }) => (
  <a class={`item${place === to ? ' here' : ''}`} href={href[to]} aria-current={place === to ? 'page' : undefined}>
    {ui.m.frame[to]}
  </a>
);

/** The same page in the other language, its filters kept. */
const LanguageLink = ({ ui }: { ui: Ui }) => {
  const other = ui.lang === 'it' ? 'en' : 'it';
  const parameters = { ...Object.fromEntries(ui.url.searchParams), lang: other };
  return (
    <a
      class="lang"
      href={withQuery(ui.url.pathname, parameters)}
      lang={other}
      hreflang={other}
      rel="alternate nofollow"
    >
      <span aria-hidden="true">{ui.m.frame.otherLanguageShort}</span>
      <span class="hide">{ui.m.frame.otherLanguage}</span>
    </a>
  );
};
