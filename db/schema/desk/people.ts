import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ROLES } from '../../../src/domain/desk/people/person.ts';
import { LANGUAGES } from '../../../src/domain/labels/localised.ts';

/** People at the desk. Erasing one empties name and address; the id stays wherever history speaks of it. */
export const people = sqliteTable(
  'people',
  {
    id: text('id').primaryKey(),
    name: text('name'),
    /** Lower case. */
    email: text('email').unique(),
    bodyId: text('body_id'),
    language: text('language', { enum: LANGUAGES }).notNull().default('it'),
    createdAt: text('created_at').notNull(),
    disabledAt: text('disabled_at'),
    erasedAt: text('erased_at'),
    version: integer('version').notNull().default(1),
  },
  (t) => [index('people_by_body').on(t.bodyId)],
);

/** Hats with their scope: a pillar, a body or a directorate; empty where the role has none. Revoked, never deleted. */
export const roleGrants = sqliteTable(
  'role_grants',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    personId: text('person_id').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    scope: text('scope').notNull().default(''),
    grantedBy: text('granted_by'),
    grantedAt: text('granted_at').notNull(),
    revokedBy: text('revoked_by'),
    revokedAt: text('revoked_at'),
  },
  (t) => [index('role_grants_by_person').on(t.personId), index('role_grants_by_role').on(t.role, t.scope)],
);

/** Signed-in browsers. Only the hash of the token is kept; times are real, not the calendar's. */
export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: text('person_id').notNull(),
    method: text('method', { enum: ['link', 'passkey'] }).notNull(),
    userAgent: text('user_agent'),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    revokedAt: text('revoked_at'),
  },
  (t) => [index('sessions_by_person').on(t.personId), index('sessions_by_expiry').on(t.expiresAt)],
);

/** One-time links: sign-in, invitation on paper, first administrator, the president's confirmation of an opinion. */
export const signInLinks = sqliteTable(
  'sign_in_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: text('person_id'),
    purpose: text('purpose', { enum: ['sign-in', 'invitation', 'first-administrator', 'confirm-opinion'] }).notNull(),
    /** The opinion to confirm; null for the others. */
    subjectId: text('subject_id'),
    createdBy: text('created_by'),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [index('sign_in_links_by_person').on(t.personId)],
);

export const passkeys = sqliteTable(
  'passkeys',
  {
    credentialId: text('credential_id').primaryKey(),
    personId: text('person_id').notNull(),
    publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
    counter: integer('counter').notNull(),
    transports: text('transports', { mode: 'json' }).$type<string[]>().notNull(),
    /** As its owner calls it: "telefono". */
    name: text('name').notNull(),
    createdAt: text('created_at').notNull(),
    lastUsedAt: text('last_used_at'),
    revokedAt: text('revoked_at'),
  },
  (t) => [index('passkeys_by_person').on(t.personId)],
);

/** Open passkey ceremonies; a challenge is used once. */
export const passkeyChallenges = sqliteTable('passkey_challenges', {
  challenge: text('challenge').primaryKey(),
  personId: text('person_id'),
  expiresAt: text('expires_at').notNull(),
});

/** *Registro*: who did what to what. Append-only (the migration's triggers hold it), ids only, no addresses. */
export const auditLog = sqliteTable(
  'audit_log',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: text('at').notNull(),
    /** Null = nobody signed in, or a job. */
    personId: text('person_id'),
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    index('audit_log_by_subject').on(t.subjectKind, t.subjectId),
    index('audit_log_by_person').on(t.personId, t.id),
  ],
);

/** What a person is told inside the house: recusals, answers, calls to act. */
export const notices = sqliteTable(
  'notices',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    personId: text('person_id').notNull(),
    dossierId: text('dossier_id'),
    kind: text('kind').notNull(),
    detail: text('detail', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** What the notice is about, so that the same thing is told once. */
    dedupeKey: text('dedupe_key').notNull(),
    createdAt: text('created_at').notNull(),
    readAt: text('read_at'),
  },
  (t) => [uniqueIndex('notices_once').on(t.personId, t.dedupeKey), index('notices_unread').on(t.personId, t.readAt)],
);

/** How often a door was knocked at within a window: by whom, as a hash. Old windows are swept. Times are real. */
export const accessAttempts = sqliteTable(
  'access_attempts',
  {
    who: text('who').notNull(),
    windowStart: text('window_start').notNull(),
    count: integer('count').notNull(),
  },
  (t) => [uniqueIndex('access_attempts_once').on(t.who, t.windowStart)],
);
