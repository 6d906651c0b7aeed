import { DateTime } from 'luxon';
import { z } from 'zod';
import { BRUSSELS, brusselsInstant } from '../domain/brussels.ts';
import type { Instant } from '../domain/topic.ts';

/**
 * An instant as people and programs write it: `2026-10-08T15:00:00Z`, with any offset, or a calendar day, which stands
 * for its first moment in Brussels. Normalised to UTC seconds, so that strings compare as times do.
 */
export const instantSchema = z.string().transform((text, context): Instant => {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  context.addIssue({ code: 'custom', message: `«${text}» is no instant; write 2026-10-08T15:00:00Z or 2026-10-08` });
  return z.NEVER;
});

/** Null where the text is neither a calendar day nor an ISO instant with a zone. */
export function parseInstant(text: string): Instant | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return DateTime.fromISO(text, { zone: BRUSSELS }).isValid ? brusselsInstant(text) : null;
  if (!/^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const time = DateTime.fromISO(text, { zone: 'utc' });
  return time.isValid ? time.startOf('second').toISO({ suppressMilliseconds: true }) : null;
}

/** The beginning of an instant's minute: deadlines are told to the minute, and so an answer holds for one. */
export const toMinute = (at: Instant): Instant => `${at.slice(0, 16)}:00Z`;
