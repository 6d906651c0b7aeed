import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import { Failure } from '../../domain/errors.ts';

const text = z.string().max(20_000);
const common = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
};

/** What a browser sends back of a new passkey; the library checks what it means. */
export const registrationAnswerSchema: z.ZodType<RegistrationResponseJSON> = z.object({
  ...common,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).optional(),
  }),
});

/** What a browser sends back to prove that it holds one. */
export const authenticationAnswerSchema: z.ZodType<AuthenticationResponseJSON> = z.object({
  ...common,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
});

const clientDataSchema = z.object({ challenge: z.string().min(1) });

/** The challenge that an answer says it answers; the store knows whether we asked it. */
export function challengeOf(answer: { response: { clientDataJSON: string } }): string {
  try {
    const json: unknown = JSON.parse(Buffer.from(answer.response.clientDataJSON, 'base64url').toString('utf8'));
    return clientDataSchema.parse(json).challenge;
  } catch {
    throw new Failure('invalid', 'This is no answer of a passkey.', { what: 'passkey' });
  }
}
