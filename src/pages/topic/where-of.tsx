import type { TopicDetail } from '../../domain/topic-card.ts';
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
