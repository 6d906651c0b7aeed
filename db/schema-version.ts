import journal from './migrations/meta/_journal.json' with { type: 'json' };

/** Name of the newest migration that this code was built with: two stores of one version have the same tables. */
export const SCHEMA_VERSION = journal.entries.at(-1)?.tag ?? '';
