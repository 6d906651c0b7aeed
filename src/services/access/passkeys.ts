import {
  type AuthenticationResponseJSON,
  type AuthenticatorTransport,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { logged } from '../../../db/repositories/desk/audit.ts';
import {
  findPasskey,
  insertPasskey,
  listPasskeyRows,
  notePasskeyUse,
  openChallenge,
  type PasskeyRow,
  revokePasskey,
  takeChallenge,
} from '../../../db/repositories/passkeys.ts';
import { findActivePerson } from '../../../db/repositories/people.ts';
import type { PersonId } from '../../domain/desk/people/person.ts';
import { Failure } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { mayTry } from './attempts.ts';
import { challengeOf } from './passkey-answers.ts';
import { realNow, secondsFromNow } from './real-time.ts';
import { type Browser, openSession, type SignedIn } from './sign-in.ts';

/** How long a ceremony may take. */
const CEREMONY_S = 300;

type Given<Input> = { deps: Pick<Deps, 'db' | 'clock'>; input: Input };
/** Where the browser is: a passkey holds for one host. */
type At = { origin: string };

/** What the browser needs to make a passkey for somebody who is signed in. */
export async function registrationOptions({ deps, input }: Given<At & { personId: PersonId; name: string }>) {
  const existing = await listPasskeyRows(deps.db, input.personId);
  const options = await generateRegistrationOptions({
    rpName: 'Bandolo',
    rpID: hostOf(input),
    userID: new TextEncoder().encode(input.personId),
    userName: input.name,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    excludeCredentials: existing.map((row) => ({ id: row.credentialId, transports: transportsOf(row) })),
  });
  await openChallenge(deps.db, options.challenge, input.personId, realNow(), secondsFromNow(CEREMONY_S));
  return options;
}

/** Keeps a passkey that the browser made for this very person's challenge. */
export async function registerPasskey({
  deps,
  input,
}: Given<At & { personId: PersonId; label: string; answer: RegistrationResponseJSON }>): Promise<void> {
  const challenge = await takeChallenge(deps.db, challengeOf(input.answer), realNow());
  if (challenge === null || challenge.personId !== input.personId) throw refused();
  const { registrationInfo } = await verifyRegistrationResponse({
    response: input.answer,
    expectedChallenge: challenge.challenge,
    expectedOrigin: input.origin,
    expectedRPID: hostOf(input),
    requireUserVerification: false,
  }).catch(() => ({ registrationInfo: undefined }));
  if (registrationInfo === undefined) throw refused();
  const { credential } = registrationInfo;
  const at = deps.clock.now();
  await deps.db.batch([
    insertPasskey(deps.db, {
      credentialId: credential.id,
      personId: input.personId,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      name: input.label.trim().slice(0, 60) || 'passkey',
      createdAt: at,
    }),
    logged(deps.db, entry(at, input.personId, 'access.passkey-added')),
  ]);
}

/**
 * What the browser needs to prove that it holds a passkey of this house, whoever's. Null = too many ceremonies from this
 * network address; null for the address = unknown.
 */
export async function authenticationOptions({ deps, input }: Given<At & { address: string | null }>) {
  if (input.address !== null && !(await mayTry(deps, 'passkey', input.address))) return null;
  const options = await generateAuthenticationOptions({ rpID: hostOf(input), userVerification: 'preferred' });
  await openChallenge(deps.db, options.challenge, null, realNow(), secondsFromNow(CEREMONY_S));
  return options;
}

/** Opens a session for the owner of the passkey that signed this challenge. */
export async function signInByPasskey({
  deps,
  input,
}: Given<At & { answer: AuthenticationResponseJSON; browser: Browser }>): Promise<SignedIn> {
  const challenge = await takeChallenge(deps.db, challengeOf(input.answer), realNow());
  const passkey = await findPasskey(deps.db, input.answer.id);
  if (challenge === null || challenge.personId !== null || passkey === null) throw refused();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: input.answer,
    expectedChallenge: challenge.challenge,
    expectedOrigin: input.origin,
    expectedRPID: hostOf(input),
    requireUserVerification: false,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: transportsOf(passkey),
    },
  }).catch(() => ({ verified: false as const, authenticationInfo: undefined }));
  const person = verified ? await findActivePerson(deps.db, passkey.personId) : null;
  if (authenticationInfo === undefined || person === null) throw refused();
  await notePasskeyUse(deps.db, passkey.credentialId, authenticationInfo.newCounter, realNow());
  return await openSession(deps, person, 'passkey', input.browser);
}

export type PasskeyCard = Pick<PasskeyRow, 'credentialId' | 'name' | 'createdAt' | 'lastUsedAt'>;

export async function listPasskeys({ deps, input }: Given<{ personId: PersonId }>): Promise<PasskeyCard[]> {
  const rows = await listPasskeyRows(deps.db, input.personId);
  return rows.map(({ credentialId, name, createdAt, lastUsedAt }) => ({ credentialId, name, createdAt, lastUsedAt }));
}

export async function removePasskey({ deps, input }: Given<{ personId: PersonId; id: string }>): Promise<void> {
  const at = deps.clock.now();
  await deps.db.batch([
    revokePasskey(deps.db, input.personId, input.id, at),
    logged(deps.db, entry(at, input.personId, 'access.passkey-removed')),
  ]);
}

const hostOf = ({ origin }: At): string => new URL(origin).hostname;

// What was stored came from the browser's own list of transports.
const transportsOf = ({ transports }: PasskeyRow) => transports as AuthenticatorTransport[];

const refused = (): Failure =>
  new Failure('invalid', 'This passkey was not accepted; start again.', { what: 'passkey' });

const entry = (at: string, personId: PersonId, action: string) => ({
  at,
  personId,
  action,
  subjectKind: 'person',
  subjectId: personId,
  detail: {},
});
