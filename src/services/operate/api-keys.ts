import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import {
  type ApiKeyRow,
  findApiKey,
  insertApiKey,
  listApiKeyRows,
  revokeApiKeyRow,
  touchApiKey,
} from '../../../db/repositories/api-keys.ts';
import { API_SCOPES, type ApiKey, type ApiScope } from '../../domain/api-scope.ts';
import { notFound } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { findPartner } from '../matching/partner-matches.ts';
import { noteIfPossible } from './told-error.ts';

export const issueApiKeySchema = z.object({
  /** PIC, former PIC or our id. */
  partner: z.string().min(1),
  scopes: z.array(z.enum(API_SCOPES)).min(1).default(['topics:read', 'matches:read']),
  label: z.string().trim().max(100).default(''),
});

/** What may be shown of a key: never its hash. */
export type ApiKeyCard = Omit<ApiKeyRow, 'hash'> & { partner: string };

const FORM = /^bdl_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/** A new key for a partner. `key` is told here and nowhere else: the store keeps its hash. */
export async function issueApiKey({
  deps,
  input,
}: {
  deps: Deps;
  input: z.output<typeof issueApiKeySchema>;
}): Promise<{ key: string; card: ApiKeyCard }> {
  const partner = findPartner(deps, input.partner);
  const prefix = randomBytes(6).toString('hex');
  const key = `bdl_${prefix}_${randomBytes(32).toString('base64url')}`;
  const row = {
    prefix,
    partnerId: partner.id,
    label: input.label,
    scopes: [...new Set(input.scopes)],
    createdAt: deps.clock.now(),
    lastUsedAt: null,
    revokedAt: null,
  };
  await insertApiKey(deps.db, { ...row, hash: hashOf(key).toString('hex') });
  return { key, card: { ...row, partner: partner.name } };
}

export async function listApiKeys({ deps }: { deps: Deps }): Promise<ApiKeyCard[]> {
  const rows = await listApiKeyRows(deps.db);
  return rows.map(({ hash: _secret, ...row }) => ({ ...row, partner: partnerName(deps, row.partnerId) }));
}

/** Ends a key for good. Throws `not-found` where no key begins so. */
export async function revokeApiKey({ deps, input }: { deps: Deps; input: { prefix: string } }): Promise<void> {
  if ((await findApiKey(deps.db, input.prefix)) === null) throw notFound('Key', input.prefix);
  await revokeApiKeyRow(deps.db, input.prefix, deps.clock.now());
}

/** Whose key this is, or null where it is none of ours, revoked, or of a partner that the profile no longer has. */
export async function checkApiKey({ deps, input }: { deps: Deps; input: { key: string } }): Promise<ApiKey | null> {
  const [, prefix] = FORM.exec(input.key) ?? [];
  const row = prefix === undefined ? null : await findApiKey(deps.db, prefix);
  // A key that is not there is compared too, so that the answer takes as long.
  const same = timingSafeEqual(hashOf(input.key), row === null ? NOBODY : Buffer.from(row.hash, 'hex'));
  if (row === null || !same || row.revokedAt !== null || partnerOf(deps, row.partnerId) === undefined) return null;
  await noteUse(deps, row);
  return { prefix: row.prefix, partnerId: row.partnerId, scopes: row.scopes };
}

/** One write a minute at most: reading must not become writing. */
async function noteUse({ db, clock }: Deps, { prefix, lastUsedAt }: ApiKeyRow): Promise<void> {
  const minute = `${clock.now().slice(0, 16)}:00Z`;
  if (lastUsedAt !== minute) await noteIfPossible(touchApiKey(db, prefix, minute));
}

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();
const NOBODY = hashOf('nobody');

const partnerOf = ({ profile }: Deps, id: string) => profile.partners.find((partner) => partner.id === id);
const partnerName = (deps: Deps, id: string): string => partnerOf(deps, id)?.name ?? id;

export const hasScope = ({ scopes }: ApiKey, scope: ApiScope): boolean => scopes.includes(scope);
