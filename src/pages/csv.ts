import { stringify } from 'csv-stringify/sync';
import { PILLAR_LABELS } from '../domain/labels/pillars.ts';
import type { TopicCard } from '../domain/topic-card.ts';
import { topicKey, webAddress } from './links.ts';
import type { Ui } from './ui.ts';
import { currentRound } from './view/current-round.ts';

const BOM = '\ufeff';

/**
 * A list of calls for a spreadsheet: semicolons and a byte-order mark, as an Italian Excel expects, decimals in the
 * language's way. Cells that a spreadsheet would run as a formula are disarmed. Unknown stays empty.
 */
export function topicsCsv(ui: Ui, cards: readonly TopicCard[]): string {
  const { csv } = ui.m;
  const rows = cards.map((card) => {
    const round = currentRound(card);
    return [
      topicKey(card),
      card.title,
      card.programme,
      card.typesOfAction.join(' '),
      ui.m.words.status[card.status ?? 'unknown'],
      round?.opensOn,
      card.nextDeadlineAt,
      card.daysLeft,
      round?.budgetEur,
      round?.expectedGrants,
      card.cityRelevance === null ? null : ui.f.score(card.cityRelevance),
      card.primaryPillar === null ? null : PILLAR_LABELS[card.primaryPillar][ui.lang],
      webAddress(card.url),
    ];
  });
  const heads = [
    csv.identifier,
    csv.title,
    csv.programme,
    csv.typesOfAction,
    csv.status,
    csv.opensOn,
    csv.deadline,
    csv.daysLeft,
    csv.budget,
    csv.grants,
    csv.relevance,
    csv.pillar,
    csv.url,
  ];
  return (
    BOM +
    stringify([heads, ...rows], {
      delimiter: ui.lang === 'it' ? ';' : ',',
      escape_formulas: true,
      record_delimiter: '\r\n',
    })
  );
}
