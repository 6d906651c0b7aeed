import type { SubmissionStatus } from '../../domain/topic.ts';
import type { Ui } from '../ui.ts';

const LOOKS: Record<SubmissionStatus | 'unknown', string> = {
  open: 'run ok',
  forthcoming: 'new',
  closed: 'no soft',
  unknown: 'soft',
};

/** The derived status as a word, with a ring that is never alone. */
export const StatusWord = ({ ui, status }: { ui: Ui; status: SubmissionStatus | null }) => (
  <span class={`state ${LOOKS[status ?? 'unknown']}`}>{ui.m.words.status[status ?? 'unknown']}</span>
);
