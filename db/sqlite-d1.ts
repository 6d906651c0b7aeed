import type Database from 'better-sqlite3';
import { refuseWhatD1Refuses } from './d1-limits.ts';

/**
 * A D1 database over better-sqlite3: the part of D1's interface that drizzle-orm/d1 uses, with D1's limits.
 * `batch` is one transaction, as on D1. Cost against the native driver: none measurable.
 */
export class SqliteD1 {
  private readonly prepared = new Map<string, Database.Statement>();

  /** Writes of this connection and of others: SQLite counts them itself. */
  readonly revisionSelect = "select total_changes() || '.' || data_version from pragma_data_version";

  /** What was asked so far; each statement of a batch is one, as in D1's limit. */
  readonly meter = { queries: 0 };

  constructor(readonly sqlite: Database.Database) {}

  prepare(sql: string): SqliteD1Statement {
    return new SqliteD1Statement(this, sql, []);
  }

  async batch(statements: SqliteD1Statement[]): Promise<D1Answer[]> {
    return this.sqlite.transaction(() => statements.map((statement) => statement.runNow()))();
  }

  async exec(sql: string): Promise<{ count: number }> {
    refuseWhatD1Refuses(sql, []);
    this.sqlite.exec(sql);
    return { count: 1 };
  }

  /** Statements are compiled once; the cache is small because SQL text is fixed and lists travel as JSON. */
  compiled(sql: string): Database.Statement {
    const known = this.prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.sqlite.prepare(sql);
    if (this.prepared.size > 500) this.prepared.clear();
    this.prepared.set(sql, statement);
    return statement;
  }
}

export interface D1Answer {
  results: unknown[];
  success: true;
  meta: { changes: number; last_row_id: number };
}

export class SqliteD1Statement {
  constructor(
    private readonly database: SqliteD1,
    private readonly sql: string,
    private readonly parameters: readonly unknown[],
  ) {}

  bind(...parameters: unknown[]): SqliteD1Statement {
    return new SqliteD1Statement(this.database, this.sql, parameters);
  }

  async all(): Promise<D1Answer> {
    return this.runNow();
  }

  async run(): Promise<D1Answer> {
    return this.runNow();
  }

  async raw(): Promise<unknown[][]> {
    const statement = this.ready();
    if (!statement.reader) {
      statement.run(...this.bound());
      return [];
    }
    // better-sqlite3 types `all` as unknown[]; after raw(true) each row is an array.
    return statement.raw(true).all(...this.bound()) as unknown[][];
  }

  async first(column?: string): Promise<unknown> {
    const row = this.runNow().results[0];
    if (column === undefined || row === undefined) return row ?? null;
    return (row as Record<string, unknown>)[column] ?? null;
  }

  runNow(): D1Answer {
    const statement = this.ready();
    if (statement.reader) return answer(statement.raw(false).all(...this.bound()), 0, 0);
    const { changes, lastInsertRowid } = statement.run(...this.bound());
    return answer([], changes, Number(lastInsertRowid));
  }

  private ready(): Database.Statement {
    refuseWhatD1Refuses(this.sql, this.parameters);
    this.database.meter.queries += 1;
    return this.database.compiled(this.sql);
  }

  /** SQLite has no booleans; D1 takes them as 0 and 1. */
  private bound(): unknown[] {
    return this.parameters.map((value) => (typeof value === 'boolean' ? Number(value) : value));
  }
}

const answer = (results: unknown[], changes: number, lastRowId: number): D1Answer => ({
  results,
  success: true,
  meta: { changes, last_row_id: lastRowId },
});
