/** What may be mailed; `notice` tells the administrator that a mail came back. */
export const MAIL_KINDS = ['digest', 'reminder', 'alert', 'notice'] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export const FREQUENCIES = ['weekly', 'daily', 'off'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const MUTE_KINDS = ['topic', 'pillar', 'partner', 'kind'] as const;
export type MuteKind = (typeof MUTE_KINDS)[number];

/** `sending` is claimed by a process; `outbox` waits for the administrator, as there is no mail. */
export const DELIVERY_STATES = ['queued', 'sending', 'sent', 'retry', 'bounced', 'outbox'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** A soft failure is tried again after so many minutes, a little longer each time; then it is given up. */
export const BACK_OFF_MINUTES = [15, 60, 180, 480, 1440] as const;
