import type { ScanVerdict } from '../../domain/scan.ts';
import type { Ui } from '../ui.ts';

export const VerdictWord = ({ ui, verdict }: { ui: Ui; verdict: ScanVerdict }) => (
  <span class={`state ${verdict === 'certified' ? 'done ok' : 'no bad'}`}>{ui.m.words.verdict[verdict]}</span>
);
