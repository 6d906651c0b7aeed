/** What may be mailed; `notice` tells the administrator that a mail came back. */
export const MAIL_KINDS = ['digest', 'reminder', 'alert', 'notice'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export const FREQUENCIES = ['weekly', 'daily', 'off'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const MUTE_KINDS = ['topic', 'pillar', 'partner', 'kind'] as const;
export type MuteKind = (typeof MUTE_KINDS)[number];

/**
 * `sending` is claimed by a process, `handed` has been said to the server but for its answer; `outbox` waits for the
 * administrator, as there is no mail; `doubtful` was never answered, so that only a person may send it again; `stale` waited
 * until it was no longer right, and was dropped.
 */
export const DELIVERY_STATES = [
  'queued',
  'sending',
  'handed',
  'sent',
  'retry',
  'bounced',
  'given-up',
  'doubtful',
  'outbox',
  'stale',
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What did not arrive, or may not have, and nobody sends again by itself: an administrator may. */
export const STRANDED_STATES = ['outbox', 'bounced', 'given-up', 'doubtful'] as const satisfies DeliveryState[];

/** What surely did not arrive and is not tried any more. */
export const NEVER_LEFT = ['outbox', 'bounced', 'given-up'] as const satisfies DeliveryState[];

/** Why the administrators hear of a mail: refused for good, tried for a day and a half in vain, never answered. */
export type NoticeCause = 'bounced' | 'given-up' | 'doubtful';

/** A soft failure is tried again after so many minutes, a little longer each time; then it is given up. */
export const BACK_OFF_MINUTES = [15, 60, 180, 480, 1440] as const;

/** Why a mail that waited was dropped: written anew today, it would not be written, or not to this person, or not so. */
export const STALE_REASONS = [
  'no-address',
  'unsubscribed',
  'muted',
  'no-part',
  'lost-role',
  'ended',
  'moved',
  'over',
  'withdrawn',
  'newer',
  'late',
] as const;
export type StaleReason = (typeof STALE_REASONS)[number];

/** A digest or an alert that waited longer is no news any more. */
export const NEWS_DAYS = 14;
/** A reminder says how many days are left: two more or less are the back-off of a bad server, not more. */
export const REMINDER_SLACK_DAYS = 2;
