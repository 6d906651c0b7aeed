import type { Evidence } from '../../domain/scoring.ts';
import type { TopicDetail } from '../../domain/topic-card.ts';
import { WORK_LINES } from '../../domain/work-line.ts';
import type { Ui } from '../ui.ts';

/** A section by its own heading, which is English; any other field by its name. */
export const WhereOf = ({ ui, topic, field }: { ui: Ui; topic: TopicDetail; field: string }) => {
  const n = /^section:(\d+)$/.exec(field)?.[1];
  if (n === undefined) return <span>{fieldName(ui, field)}</span>;
  const heading = topic.sections[Number(n)]?.heading ?? '';
  const name = ui.m.topic.section(Number(n) + 1, heading);
  return heading === '' ? <span>{name}</span> : <span lang="en">{name}</span>;
};

export const fieldName = ({ m }: Ui, field: string): string =>
  Object.entries(m.words.textField).find(([name]) => name === field)?.[1] ?? field;

/** What is no phrase of the text: a line of work and the base rate in the reader's words, codes and projects as they are. */
export const StructureName = ({ ui: { m }, item }: { ui: Ui; item: Evidence }) => {
  if (item.field === 'bias')
    return <span>{item.phrase.endsWith('text') ? m.words.baseRate.text : m.words.baseRate.title}</span>;
  const line = item.field === 'line' && WORK_LINES.find((one) => one === item.phrase);
  return line ? <span>{m.words.line[line]}</span> : <span lang="en">{item.phrase}</span>;
};
