import { invalid } from '../../errors.ts';
import type { Day, Instant, TopicKey } from '../../topic.ts';
import { type DayRange, parseUncertainDate } from '../plan/uncertain-date.ts';

/** A round of a topic: the thing that one dossier is about. */
export interface TopicRound {
  topicKey: TopicKey;
  roundSeq: number;
}

/** A call that no portal lists for us: EUI, URBACT, Interreg, DUT, regional and national ones. */
export interface HandAddedCall {
  title: string;
  programme: string;
  link: string | null;
  deadlineAt: Instant | null;
  note: string | null;
}

/** A call that is only announced, as in a draft work programme. */
export interface ExpectedCall {
  title: string;
  programme: string;
  source: string;
  /** As written: "primavera 2028". */
  expectedText: string;
  /** As read; null = *data non nota*. */
  expected: DayRange | null;
}

/** Where a dossier comes from (issue 3; DOMAIN §5.7: most of a city's begin with a request). */
export type DossierOrigin =
  | ({ kind: 'ranked'; relevance: number | null } & TopicRound)
  | { kind: 'request'; requestId: string; round: TopicRound | null }
  | ({ kind: 'by-hand' } & HandAddedCall)
  | ({ kind: 'expected' } & ExpectedCall);

/** The call as typed in a minute: title and programme are all it needs. */
export function handAddedCall(typed: HandAddedCall): DossierOrigin {
  requireText(typed.title, 'title');
  requireText(typed.programme, 'programme');
  if (typed.link !== null && !/^https?:\/\//.test(typed.link))
    throw invalid('a link begins with https://', { field: 'link', say: 'link' });
  return { kind: 'by-hand', ...typed };
}

export function expectedCall(typed: Omit<ExpectedCall, 'expected'>): DossierOrigin {
  requireText(typed.title, 'title');
  requireText(typed.expectedText, 'expectedText');
  return { kind: 'expected', ...typed, expected: parseUncertainDate(typed.expectedText) };
}

/** The key that two dossiers may not share: one dossier is one topic round. Null for calls that no catalogue holds. */
export function roundKey(origin: DossierOrigin): string | null {
  const round = origin.kind === 'ranked' ? origin : origin.kind === 'request' ? origin.round : null;
  return round === null ? null : `${round.topicKey}#${round.roundSeq}`;
}

/** When an expected call should have shown itself: from then on its owner is asked whether it came. */
export function isOverdue(origin: DossierOrigin, today: Day): boolean {
  return origin.kind === 'expected' && origin.expected !== null && today > origin.expected.to;
}

function requireText(value: string, field: string): void {
  if (value.trim() === '') throw invalid(`${field} is empty`, { field, say: 'something' });
}
