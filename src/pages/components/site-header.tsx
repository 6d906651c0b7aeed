import { DeskItems, Who } from '../access/who.tsx';
import { href, withQuery } from '../links.ts';
import type { Shell } from '../shell.ts';
import type { Ui } from '../ui.ts';
import { Logo } from './logo.tsx';

/** The menu's items; a page without one of its own names none. */
export type Place = 'shortlist' | 'topics' | 'partners' | 'sources' | 'quality';

const MORE: readonly Place[] = ['partners', 'sources', 'quality'];

export const SiteHeader = ({ ui, shell, place }: { ui: Ui; shell: Shell; place?: Place }) => (
  <header class="head">
    <div class="wrap">
      <a class="brand" href="/">
        <Logo />
        Bandolo
      </a>
      <nav class="nav" aria-label={ui.m.frame.menu}>
        <ul>
          <li>
            <Item ui={ui} to="shortlist" place={place}>
              <span class="count" aria-hidden="true">
                {ui.f.whole(shell.waiting)}
              </span>
              <span class="hide">: {ui.m.frame.waiting(shell.waiting)}</span>
            </Item>
          </li>
          <li>
            <Item ui={ui} to="topics" place={place} />
          </li>
          <li>
            <details class="menu">
              <summary class={`item${place !== undefined && MORE.includes(place) ? ' here' : ''}`}>
                {ui.m.frame.more}
              </summary>
              <ul class="sub">
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

const Item = ({ ui, to, place, children }: { ui: Ui; to: Place; place?: Place; children?: unknown }) => (
  <a class={`item${place === to ? ' here' : ''}`} href={href[to]} aria-current={place === to ? 'page' : undefined}>
    {ui.m.frame[to]}
    {children}
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
