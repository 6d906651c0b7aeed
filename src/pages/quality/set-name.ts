import type { Ui } from '../ui.ts';

/** "bandi con testo · a bandi interi": a set of the report in words; one that nobody has named keeps its own. */
export function setName({ m }: Ui, { id, split }: { id: string; split: string }): string {
  return `${wordIn(m.quality.sets, id)} · ${wordIn(m.quality.splits, split)}`;
}

export const wordIn = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name;

/** A ranking by the name people read; Bandolo keeps its own. */
export const rankingName = ({ m }: Ui, name: string): string =>
  Object.entries(m.quality.rankings).find(([id]) => id === name)?.[1] ?? name;
