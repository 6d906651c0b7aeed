import { conflict } from '../../errors.ts';
import type { Instant } from '../../topic.ts';
import type { PersonId } from '../people/person.ts';

/** What somebody did last, for the person who came second. */
export interface LastTouch {
  step: string;
  by: PersonId;
  at: Instant;
}

/** Refuses a write on something that moved since it was read, and says who did what and when. */
export function assertUnchanged(current: { version: number }, expected: number, last: LastTouch | null): void {
  if (current.version === expected) return;
  const who = last === null ? 'somebody' : `${last.by} («${last.step}», ${last.at})`;
  throw conflict(`${who} was here first: read the page again before you decide.`, {
    expectedVersion: expected,
    version: current.version,
    last,
  });
}
