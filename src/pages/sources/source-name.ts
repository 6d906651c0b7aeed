import type { Ui } from '../ui.ts';

/** A source by the name people know; one without a name keeps its id. */
export const sourceName = ({ m }: Ui, source: string): string =>
  Object.entries(m.words.source).find(([id]) => id === source)?.[1] ?? source;
