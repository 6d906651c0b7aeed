/** What may be mailed; `notice` tells the administrator that a mail came back. */
export const MAIL_KINDS = ['digest', 'reminder', 'alert', 'notice'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export const FREQUENCIES = ['weekly', 'daily', 'off'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const MUTE_KINDS = ['topic', 'pillar', 'partner', 'kind'] as const;
export type MuteKind = (typeof MUTE_KINDS)[number];

/**
 * `sending` is claimed by a process, `handed` has been said to the server but for its answer; `outbox` waits for the
 * administrator, as there is no mail; `doubtful` was never answered, so that only a person may send it again.
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
] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What did not arrive, or may not have, and nobody sends again by itself: an administrator may. */
export const STRANDED_STATES = ['outbox', 'bounced', 'given-up', 'doubtful'] as const satisfies DeliveryState[];

/** Why the administrators hear of a mail: refused for good, tried for a day and a half in vain, never answered. */
export type NoticeCause = 'bounced' | 'given-up' | 'doubtful';

/** A soft failure is tried again after so many minutes, a little longer each time; then it is given up. */
export const BACK_OFF_MINUTES = [15, 60, 180, 480, 1440] as const;
