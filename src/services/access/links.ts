import {
  findOpenLink,
  insertLink,
  type LinkPurpose,
  type SignInLinkRow,
  spendLinksOf,
} from '../../../db/repositories/sign-in-links.ts';
import type { PersonId } from '../../domain/desk/people/person.ts';
import { Failure } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { realNow, secondsFromNow } from './real-time.ts';
import { hashToken, newPaperToken, newToken } from './tokens.ts';

/** Links that open a session; the president's confirmation of an opinion does not. */
export const ENTRANCES = ['sign-in', 'invitation', 'first-administrator'] as const satisfies readonly LinkPurpose[];
type Entrance = (typeof ENTRANCES)[number];

const MINUTE_S = 60;
const DAY_S = 86_400;

/** A link asked for is used at once; one on paper is carried home. */
export const LIFETIME_S: Record<Entrance, number> = {
  'sign-in': 15 * MINUTE_S,
  invitation: 14 * DAY_S,
  'first-administrator': DAY_S,
};

/** A new link of a person, told once; those made before for the same end stop working. */
export async function issueLink({
  deps,
  input,
}: {
  deps: Pick<Deps, 'db'>;
  input: { personId: PersonId; purpose: 'sign-in' | 'invitation'; createdBy: PersonId | null };
}): Promise<string> {
  const token = input.purpose === 'invitation' ? newPaperToken() : newToken();
  const now = realNow();
  await deps.db.batch([
    spendLinksOf(deps.db, input.personId, now, [input.purpose]),
    insertLink(deps.db, {
      tokenHash: hashToken(token),
      personId: input.personId,
      purpose: input.purpose,
      subjectId: null,
      createdBy: input.createdBy,
      createdAt: now,
      expiresAt: secondsFromNow(LIFETIME_S[input.purpose]),
    }),
  ]);
  return token;
}

/** What a link would open; looking, as mail scanners do, leaves it unused. Throws `gone` where it opens nothing. */
export async function lookAtLink({
  deps,
  input,
}: {
  deps: Pick<Deps, 'db'>;
  input: { token: string };
}): Promise<Pick<SignInLinkRow, 'purpose' | 'personId'>> {
  const link = await findOpenLink(deps.db, hashToken(input.token), realNow(), ENTRANCES);
  if (link === null) throw linkGone();
  return link;
}

export const linkGone = (): Failure =>
  new Failure('gone', 'This link was used already or is too old; ask for another.', { what: 'sign-in link' });

/** Where a link leads, under the public address of the house. */
export const linkAddress = (origin: string, token: string, next?: string): string =>
  `${origin}/accedi/${token}${next === undefined ? '' : `?next=${encodeURIComponent(next)}`}`;
