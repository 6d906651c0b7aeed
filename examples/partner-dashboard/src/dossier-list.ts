import type { EvaluationCard } from '../../../src/client.ts';
import { element } from './dom.ts';
import { brusselsTime } from './matches-table.ts';
import type { Words } from './words.ts';

/** The dossiers that the partner has a part in, and the association's opinion where there is one. */
export function dossierList(dossiers: readonly EvaluationCard[], words: Words): Node[] {
  const lines = dossiers.map(({ title, opinion, deadlineAt }) => {
    const due = deadlineAt === null ? words.unknown : brusselsTime(deadlineAt, words);
    const said = opinion === null ? words.noOpinion : words.opinions[opinion];
    return element('li', {}, title, element('br'), element('span', { class: 'quiet' }, `${said} · ${due}`));
  });
  const list = lines.length === 0 ? element('p', {}, words.noDossiers) : element('ul', {}, ...lines);
  return [element('h2', {}, words.dossiers), list];
}
