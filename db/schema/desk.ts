/** The association's desk. Rows are superseded, revoked or ended, never deleted; nothing cascades. */

/** Mails are about people: kept here, they come with what is held about a person. */
export * from './delivery.ts';
export * from './desk/board.ts';
export * from './desk/dossiers.ts';
export * from './desk/partners.ts';
export * from './desk/people.ts';
export * from './desk/projects.ts';
export * from './desk/reviews.ts';
export * from './webhooks.ts';
