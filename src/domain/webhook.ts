/** Events that a partner's server can ask for. */
export const WEBHOOK_EVENTS = ['topic.listed', 'topic.changed', 'dossier.decided', 'interest.requested'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** How a delivery ended: taken, after too many tries, or because the endpoint is no more. */
export const DELIVERY_ENDS = ['delivered', 'given-up', 'stopped'] as const;
export type DeliveryEnd = (typeof DELIVERY_ENDS)[number];
