import { logged } from '../../../db/repositories/desk/audit.ts';
import { readLevel, writeLevel } from '../../../db/repositories/levels.ts';
import type { PersonId } from '../../domain/desk/people/person.ts';
import { conflict } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';

export interface AcceptLevelInput {
  source: string;
  kind: string;
  archive?: string | undefined;
  /** Who says so; null from the command line. */
  by?: PersonId | null;
}

/** The administrator says that a new number of rows is right; the next scan is compared with it. Zero can be accepted so. */
export async function acceptLevel({ deps, input }: { deps: Pick<Deps, 'db' | 'clock'>; input: AcceptLevelInput }) {
  const waiting = await readLevel(deps.db, input.source, input.kind, input.archive ?? null);
  if (waiting.candidate === null) {
    throw conflict(`No new level of ${input.source} «${input.kind}» waits to be accepted.`, { ...input });
  }
  const accepted = {
    ...waiting,
    level: waiting.candidate,
    candidate: null,
    candidateDays: [],
    acceptedAt: deps.clock.now(),
  };
  const entry = {
    at: deps.clock.now(),
    personId: input.by ?? null,
    action: 'source.level-accepted',
    subjectKind: 'source',
    subjectId: `${input.source}:${input.kind}`,
    detail: { before: waiting.level, after: accepted.level },
  };
  await deps.db.batch([writeLevel(deps.db, accepted), logged(deps.db, entry)]);
  return accepted;
}
