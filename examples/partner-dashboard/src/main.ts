import { deadlineTimeline, nearestDeadlines } from './deadline-timeline.ts';
import { element } from './dom.ts';
import { dossierList } from './dossier-list.ts';
import { matchesTable } from './matches-table.ts';
import { type Dashboard, Refusal, readDashboard } from './read-dashboard.ts';
import { LANGUAGES, type Language, WORDS } from './words.ts';

/** The key stays in this tab and goes when it is closed; it never stands in an address. */
const KEY = 'bandolo-key';
const SERVER = 'bandolo-server';
const LANGUAGE = 'bandolo-language';

type State = { at: 'door'; refusal?: string } | { at: 'loading' } | { at: 'inside'; dashboard: Dashboard };

let state: State = { at: 'door' };
let language: Language = sessionStorage.getItem(LANGUAGE) === 'en' ? 'en' : 'it';

/** With a key in the tab the page opens by itself. */
async function enter(): Promise<void> {
  const key = sessionStorage.getItem(KEY);
  if (key === null) return show({ at: 'door' });
  show({ at: 'loading' });
  try {
    show({ at: 'inside', dashboard: await readDashboard(serverAddress(), key, WORDS[language]) });
  } catch (error) {
    sessionStorage.removeItem(KEY);
    show({ at: 'door', refusal: error instanceof Refusal ? error.message : String(error) });
  }
}

function serverAddress(): string {
  const configured = document.querySelector('meta[name="bandolo-server"]')?.getAttribute('content') ?? '';
  return sessionStorage.getItem(SERVER) ?? (configured === '' ? location.origin : configured);
}

function show(next: State): void {
  state = next;
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.title = state.at === 'inside' ? `${state.dashboard.owner.partner.name} · Bandolo` : 'Bandolo';
  place('languages', ...LANGUAGES.map(languageButton));
  place('main', ...content());
  place('footer', element('p', { class: 'quiet' }, words.source));
}

const place = (id: string, ...children: Node[]): void => document.getElementById(id)?.replaceChildren(...children);

function content(): Node[] {
  const words = WORDS[language];
  if (state.at === 'loading') return [element('p', { role: 'status' }, words.loading)];
  if (state.at === 'door') return door(state.refusal);
  const { owner, matches, total, dossiers } = state.dashboard;
  return [
    element('h1', {}, `${words.title} ${owner.partner.name}`),
    element('h2', {}, words.timeline),
    deadlineTimeline(nearestDeadlines(matches), words),
    element('h2', {}, words.matches),
    element('p', { class: 'quiet' }, words.shown(matches.length, total)),
    matchesTable(matches, words),
    ...(dossiers === null ? [] : dossierList(dossiers, words)),
    button(words.leave, leave),
  ];
}

function door(refusal: string | undefined): Node[] {
  const words = WORDS[language];
  const server = element('input', { name: 'server', type: 'url', required: '', value: serverAddress() });
  const key = element('input', { name: 'key', type: 'password', required: '', autocomplete: 'off' });
  const form = element(
    'form',
    {},
    element('label', {}, words.server, server),
    element('label', {}, words.key, key),
    element('button', {}, words.open),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!(form instanceof HTMLFormElement)) return;
    const given = new FormData(form);
    sessionStorage.setItem(SERVER, String(given.get('server')).trim().replace(/\/+$/, ''));
    sessionStorage.setItem(KEY, String(given.get('key')).trim());
    void enter();
  });
  const told = refusal === undefined ? [] : [element('p', { class: 'refusal', role: 'alert' }, refusal)];
  return [element('h1', {}, 'Bandolo'), element('p', {}, words.intro), ...told, form];
}

function leave(): void {
  sessionStorage.removeItem(KEY);
  show({ at: 'door' });
}

function languageButton(own: Language): Node {
  const one = button(own.toUpperCase(), () => {
    language = own;
    sessionStorage.setItem(LANGUAGE, own);
    show(state);
  });
  one.setAttribute('aria-pressed', String(own === language));
  one.setAttribute('lang', own);
  return one;
}

function button(text: string, press: () => void): HTMLElement {
  const own = element('button', { type: 'button' }, text);
  own.addEventListener('click', press);
  return own;
}

// Last, when every name above stands.
void enter();
