/** What a migration of a store that people work in must not do, each with what to do instead. */
const FORBIDDEN: readonly (readonly [what: RegExp, why: string])[] = [
  [/\bdrop\s+(table|column|view|trigger)\b/i, 'drops something: leave it, and stop reading it'],
  [/`__new_/i, 'rebuilds a table (drizzle-kit does so for a changed column): add a column instead'],
  [/\brename\s+(to|column)\b|\balter\s+table\s+\S+\s+rename\b/i, 'renames something: add the new, keep the old'],
  [/\bpragma\s+(foreign_keys|writable_schema)/i, 'switches a protection off: nothing of ours needs that'],
  [/\bdelete\s+from\b/i, 'deletes rows: a job may do that later, told in the log'],
  [
    /\badd\s+(?:column\s+)?\S+\s[^;]*\bnot\s+null\b(?![^;]*\bdefault\b)(?<!\bdefault\b[^;]*)/i,
    'adds a column that old rows cannot fill: give it a default',
  ],
];

/** Why a migration could not run on a store in use, with old code still answering; empty = it only adds. */
export function whyNotExpandOnly(migration: string): string[] {
  const statements = migration.replace(/--(?!> statement-breakpoint).*$/gm, '');
  return FORBIDDEN.filter(([what]) => what.test(statements)).map(([, why]) => why);
}
