import type { Ui } from '../ui.ts';

/** "bandi con testo · a bandi interi": a set of the report in words; one that nobody has named keeps its own. */
export function setName({ m }: Ui, { id, split }: { id: string; split: string }): string {
  const word = (words: Readonly<Record<string, string>>, name: string) => words[name] ?? name;
  return `${word(m.quality.sets, id)} · ${word(m.quality.splits, split)}`;
}

/** A ranking by the name people read; Bandolo keeps its own. */
export const rankingName = ({ m }: Ui, name: string): string =>
  Object.entries(m.quality.rankings).find(([id]) => id === name)?.[1] ?? name;
