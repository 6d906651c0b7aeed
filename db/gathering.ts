import type { D1Database } from '@cloudflare/workers-types';
import { type ExtractTablesWithRelations, fillPlaceholders } from 'drizzle-orm';
import { type D1PreparedQuery, DrizzleD1Database, SQLiteD1Session } from 'drizzle-orm/d1';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';
import { type Asked, asStatements, oneStatement } from './one-statement.ts';
import type * as schema from './schema/index.ts';
import type { Db, StoreClient } from './store.ts';

type Rows = unknown[][];
type Session = SQLiteD1Session<typeof schema, ExtractTablesWithRelations<typeof schema>>;

interface Waiting extends Asked {
  answer(rows: Rows): void;
  fail(error: unknown): void;
}

/** What is asked until nothing more can be asked without an answer goes to the store as one statement. */
export class Breath {
  private waiting: Waiting[] = [];

  constructor(private readonly client: Pick<D1Database, 'prepare'>) {}

  ask(asked: Asked): Promise<Rows> {
    return new Promise((answer, fail) => {
      // Everything that is ready to run comes before `setImmediate`: whoever can ask now has asked by then.
      if (this.waiting.length === 0) setImmediate(() => this.send());
      this.waiting.push({ ...asked, answer, fail });
    });
  }

  private send(): void {
    const asked = this.waiting;
    this.waiting = [];
    for (const statement of asStatements(asked)) void this.sendAs(statement);
  }

  private async sendAs(waiting: readonly Waiting[]): Promise<void> {
    const [only] = waiting;
    try {
      if (waiting.length === 1 && only !== undefined) only.answer(await this.rowsOf(only));
      else {
        const { share, ...statement } = oneStatement(waiting);
        const shares = share(await this.rowsOf(statement));
        waiting.forEach(({ answer }, place) => {
          answer(shares[place] ?? []);
        });
      }
    } catch (error) {
      // One that cannot be answered does not spoil the others, and its error comes to whoever asked it.
      if (waiting.length === 1) only?.fail(error);
      else for (const one of waiting) void this.sendAs([one]);
    }
  }

  private async rowsOf({ sql, parameters }: Pick<Asked, 'sql' | 'parameters'>): Promise<Rows> {
    return await this.client
      .prepare(sql)
      .bind(...parameters)
      .raw();
  }
}

class GatheringSession extends SQLiteD1Session<typeof schema, ExtractTablesWithRelations<typeof schema>> {
  constructor(
    client: StoreClient,
    dialect: SQLiteAsyncDialect,
    private readonly breath: Breath,
  ) {
    super(client, dialect, undefined);
  }

  override prepareQuery(...given: Parameters<Session['prepareQuery']>) {
    const prepared: D1PreparedQuery = super.prepareQuery(...given);
    const [query, fields, , , , about] = given;
    if (fields === undefined || about?.type !== 'select') return prepared;
    return Object.assign(prepared, {
      values: (placeholders: Record<string, unknown> = {}) =>
        this.breath.ask({
          sql: query.sql,
          parameters: fillPlaceholders(query.params, placeholders),
          width: fields.length,
        }),
    });
  }
}

const gathered = new WeakMap<Db, { breath: Breath; store: Db }>();

/**
 * The same store for one request that reads: selects of drizzle's builder that are awaited side by side (`Promise.all`,
 * however deep) are one statement and one way to the database and back. Raw SQL and writes go by themselves.
 */
export function gathering(store: Db, client: StoreClient = store.$client): Db {
  const breath = new Breath(client);
  const dialect = new SQLiteAsyncDialect();
  const session = new GatheringSession(client, dialect, breath);
  const db = Object.assign(new DrizzleD1Database<typeof schema>('async', dialect, session, undefined), {
    $client: client,
  });
  gathered.set(db, { breath, store });
  return db;
}

/** The breath of a request, or one for the moment. */
export const breathOf = (db: Db): Breath => gathered.get(db)?.breath ?? new Breath(db.$client);

/** The store behind a request's. */
export const storeBehind = (db: Db): Db => gathered.get(db)?.store ?? db;
