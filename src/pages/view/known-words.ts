import { DEADLINE_MODELS, type DeadlineModel, SUBMISSION_STATUSES, type SubmissionStatus } from '../../domain/topic.ts';

const includes = <Word extends string>(words: readonly Word[], text: string): text is Word =>
  (words as readonly string[]).includes(text);

export const isStatus = (text: string): text is SubmissionStatus => includes(SUBMISSION_STATUSES, text);
export const isDeadlineModel = (text: string): text is DeadlineModel => includes(DEADLINE_MODELS, text);
