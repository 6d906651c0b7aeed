import { SCAN_REASONS } from '../../domain/scan.ts';
import type { Ui } from '../ui.ts';

/** A stored reason begins with its name, maybe after the kind it is about; one we cannot read stays as it is. */
export function reasonWord({ m }: Ui, text: string): string {
  const name = SCAN_REASONS.find((reason) => text.split(/[\s:]+/).includes(reason));
  return name === undefined ? text : m.words.reason[name];
}
