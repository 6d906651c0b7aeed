import type { Context } from 'hono';
import { z } from 'zod';

/** What the Node server hands down of a connection. */
const connectionSchema = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });

/** Where a request comes from; null where nobody can tell. `trustProxy`: a proxy in front wrote X-Forwarded-For. */
export function clientAddress(c: Context, trustProxy: boolean): string | null {
  const forwarded = trustProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  if (forwarded !== undefined && forwarded !== '') return forwarded;
  const connection = connectionSchema.safeParse(c.env);
  return connection.success ? connection.data.incoming.socket.remoteAddress : null;
}

/** The machine itself, or everybody behind a proxy that we were not told to trust. */
export const isLoopback = (address: string): boolean => address === '::1' || /^(::ffff:)?127\./.test(address);
