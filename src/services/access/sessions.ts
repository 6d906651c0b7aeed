import type { KnownPerson } from '../../../db/repositories/people.ts';
import {
  findSession,
  insertSession,
  listLiveSessions,
  revokeSession,
  revokeSessionsOf,
  type SessionRow,
  touchSession,
} from '../../../db/repositories/sessions.ts';
import type { PersonId } from '../../domain/desk/people/person.ts';
import type { Deps } from '../deps.ts';
import { noteIfPossible } from '../operate/told-error.ts';
import { realNow, secondsFromNow } from './real-time.ts';
import { hashToken, newToken } from './tokens.ts';

const DAY_S = 86_400;
/** A browser not seen for so long must sign in again; a volunteer comes about once a week. */
const IDLE_S = 14 * DAY_S;
/** However busy, a session ends. */
export const LONGEST_S = 60 * DAY_S;
/** "Last seen" need not be truer than this, and a page need not be a write. */
const TOUCH_S = 600;

type Given<Input> = { deps: Pick<Deps, 'db'>; input: Input };

/** A new session with a new token, whatever the browser held before; its statement goes into the caller's batch. */
export function newSession({ deps, input }: Given<Pick<SessionRow, 'personId' | 'method' | 'userAgent'>>) {
  const token = newToken();
  const now = realNow();
  const row = {
    tokenHash: hashToken(token),
    personId: input.personId,
    method: input.method,
    userAgent: input.userAgent?.slice(0, 200) ?? null,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: secondsFromNow(LONGEST_S),
    revokedAt: null,
  };
  return { token, statement: insertSession(deps.db, row) };
}

/** Who holds this token now; null for ended, idle, revoked and made-up ones. */
export async function personOfSession({ deps, input }: Given<{ token: string }>): Promise<KnownPerson | null> {
  const found = await findSession(deps.db, hashToken(input.token), liveness());
  if (found === null) return null;
  const { session, person } = found;
  if (session.lastSeenAt < secondsFromNow(-TOUCH_S))
    await noteIfPossible(touchSession(deps.db, session.tokenHash, realNow()));
  return person;
}

/** One signed-in browser; `id` is the hash of its token, of no use to sign in with. */
export interface SessionCard extends Pick<SessionRow, 'method' | 'userAgent' | 'createdAt' | 'lastSeenAt'> {
  id: string;
  current: boolean;
}

export async function listSessions({ deps, input }: Given<{ personId: PersonId; token: string }>) {
  const rows = await listLiveSessions(deps.db, input.personId, liveness());
  const current = hashToken(input.token);
  return rows.map(
    ({ tokenHash, method, userAgent, createdAt, lastSeenAt }): SessionCard => ({
      id: tokenHash,
      method,
      userAgent,
      createdAt,
      lastSeenAt,
      current: tokenHash === current,
    }),
  );
}

/** Ends one session by its id; with a person given, only if it is theirs. */
export const endSession = ({ deps, input }: Given<{ id: string; personId?: PersonId }>): Promise<boolean> =>
  revokeSession(deps.db, input.id, realNow(), input.personId);

/** Ends the session that holds this token. */
export const signOut = ({ deps, input }: Given<{ token: string }>): Promise<boolean> =>
  revokeSession(deps.db, hashToken(input.token), realNow());

/** Ends all sessions of a person except, perhaps, the asking one. */
export async function endSessions({ deps, input }: Given<{ personId: PersonId; exceptToken?: string }>): Promise<void> {
  const except = input.exceptToken === undefined ? '' : hashToken(input.exceptToken);
  await revokeSessionsOf(deps.db, input.personId, realNow(), except);
}

const liveness = () => ({ now: realNow(), idleSince: secondsFromNow(-IDLE_S) });
