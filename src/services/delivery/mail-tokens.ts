import { MAIL_KINDS, type MailKind } from '../../domain/delivery.ts';
import type { PersonId } from '../../domain/desk/people/person.ts';
import type { Deps } from '../deps.ts';
import { readSigned, signed } from '../mac.ts';

/** Whose mail, and of which kind, a link in a mail speaks of. It never expires: the right to leave does not. */
export interface MailGrant {
  personId: PersonId;
  kind: MailKind;
}

export const mailToken = (deps: Pick<Deps, 'secretKey'>, { personId, kind }: MailGrant): string =>
  signed(deps, 'mail', `${MAIL_KINDS.indexOf(kind)}.${personId}`);

/** What a token grants; null for anything that we did not sign. */
export function readMailToken(deps: Pick<Deps, 'secretKey'>, token: string): MailGrant | null {
  const parts = /^(\d)\.([\w-]{1,64})$/.exec(readSigned(deps, 'mail', token) ?? '');
  if (parts === null) return null;
  const [, place = '', personId = ''] = parts;
  const kind = MAIL_KINDS[Number(place)];
  return kind === undefined ? null : { personId, kind };
}
