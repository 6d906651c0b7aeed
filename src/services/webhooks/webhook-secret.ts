import { createHmac } from 'node:crypto';
import { Failure } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';

/**
 * The secret of an endpoint, `whsec_` and 32 bytes. It follows from the house's own key, so that the store, its backups and
 * whoever reads them hold none; asking for a new one is another turn. A house that loses SECRET_KEY hands out new ones.
 */
export function webhookSecret(
  { secretKey }: Pick<Deps, 'secretKey'>,
  { id, secretTurn }: { id: string; secretTurn: number },
): string {
  if (secretKey === undefined) throw new Failure('unavailable', 'SECRET_KEY is not set: webhooks cannot be signed.');
  return `whsec_${createHmac('sha256', secretKey).update(`webhook:${id}:${secretTurn}`).digest('base64')}`;
}
