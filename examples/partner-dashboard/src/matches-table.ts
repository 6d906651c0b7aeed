import type { PartnerMatch } from '../../../src/client.ts';
import { element, webLink } from './dom.ts';
import type { Words } from './words.ts';

/** The matches, the best first, as the API gives them. */
export function matchesTable(matches: readonly PartnerMatch[], words: Words): HTMLElement {
  const head: [text: string, kind: Record<string, string>][] = [
    [words.fit, NUMBER],
    [words.call, {}],
    [words.programme, {}],
    [words.deadline, {}],
    [words.daysLeft, NUMBER],
    [words.budget, NUMBER],
  ];
  return element(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': words.matches },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element('tr', {}, ...head.map(([text, kind]) => element('th', { scope: 'col', ...kind }, text))),
      ),
      element('tbody', {}, ...matches.map((match) => row(match, words))),
    ),
  );
}

const NUMBER = { class: 'number' };
const FIT = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

function row({ score, topic }: PartnerMatch, words: Words): HTMLElement {
  const budget = topic.rounds.at(-1)?.budgetEur ?? null;
  return element(
    'tr',
    {},
    element('td', NUMBER, score.toLocaleString(words.locale, FIT)),
    element(
      'th',
      { scope: 'row' },
      webLink(topic.url, topic.title),
      element('br'),
      element('span', { class: 'quiet' }, topic.identifier),
    ),
    element('td', {}, topic.programme ?? words.unknown),
    element('td', {}, topic.nextDeadlineAt === null ? words.unknown : brusselsTime(topic.nextDeadlineAt, words)),
    element('td', NUMBER, topic.daysLeft === null ? '–' : String(topic.daysLeft)),
    element('td', NUMBER, budget === null ? words.unknown : euro(budget, words)),
  );
}

/** Deadlines are Brussels wall time, wherever the reader sits. */
export const brusselsTime = (at: string, { locale }: Words): string =>
  new Date(at).toLocaleString(locale, { timeZone: 'Europe/Brussels', dateStyle: 'long', timeStyle: 'short' });

const euro = (amount: number, { locale }: Words): string =>
  amount.toLocaleString(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
