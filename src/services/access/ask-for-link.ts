import { z } from 'zod';
import { findPersonByEmail } from '../../../db/repositories/people.ts';
import type { Deps } from '../deps.ts';
import { mayTry } from './attempts.ts';
import { localPath } from './local-path.ts';
import { sendSignInLink } from './send-sign-in-link.ts';

export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const askForLinkSchema = z.object({ email: emailSchema, next: z.string().max(500).optional() });

export interface AskForLinkInput extends z.output<typeof askForLinkSchema> {
  /** Network address of who asks; null = unknown. */
  address: string | null;
  origin: string | null;
}

/**
 * Somebody wants in. The answer is the same whether the address is known or not, and comes as fast: `work` is what is
 * left to do, for the edge to finish after it has answered. Null = too many attempts from this network address.
 */
export async function askForLink({
  deps,
  input: { email, address, origin, next },
}: {
  deps: Pick<Deps, 'db' | 'clock' | 'log' | 'mailer' | 'profile'>;
  input: AskForLinkInput;
}): Promise<{ work: () => Promise<void> } | null> {
  if (address !== null && !(await mayTry(deps, 'network address', address))) return null;
  const within = await mayTry(deps, 'mail address', email);
  const work = async () => {
    const person = within ? await findPersonByEmail(deps.db, email) : null;
    if (person === null) return;
    await sendSignInLink({
      deps,
      input: { person, origin, next: next === undefined ? undefined : localPath(next) },
    });
  };
  return { work };
}

/** Where mailed links may lead: the configured address, or this very machine; never what a stranger's Host header says. */
export function mailableOrigin(baseUrl: string | undefined, requestUrl: string): string | null {
  if (baseUrl !== undefined) return new URL(baseUrl).origin;
  const { hostname, origin } = new URL(requestUrl);
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]' ? origin : null;
}
