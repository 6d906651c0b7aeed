import type { Ui } from '../ui.ts';

/** How a body stands to the association; a word that no catalogue has is shown as it is. */
export const relationWord = ({ m }: Ui, relation: string): string =>
  Object.entries(m.words.relation).find(([name]) => name === relation)?.[1] ?? relation;
