import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types';

/** What a D1 binding was asked for; rows as D1 bills them. */
export interface D1Meter {
  queries: number;
  /** Ways to the database and back; a batch is one. */
  trips: number;
  rowsRead: number;
  rowsWritten: number;
}

export const newMeter = (): D1Meter => ({ queries: 0, trips: 0, rowsRead: 0, rowsWritten: 0 });

/** What a D1 database and a session with it have in common. */
export type D1Reach = Pick<D1Database, 'prepare' | 'batch'>;

/** The same binding, counted. `rowsToo`: rows of every read, at the price of reading twice. Each statement of a batch is a query of its own, as it is in D1's limit. */
export function meteredD1(binding: D1Reach, meter: D1Meter, { rowsToo = false } = {}): D1Reach {
  const note = <Answers extends readonly D1Result[]>(answers: Answers): Answers => {
    for (const { meta } of answers) {
      meter.rowsRead += meta.rows_read;
      meter.rowsWritten += meta.rows_written;
    }
    return answers;
  };
  const statements = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const counted = (inner: D1PreparedStatement): D1PreparedStatement => {
    const outer = new Proxy(inner, {
      get(target, name) {
        const own: unknown = Reflect.get(target, name);
        if (typeof own !== 'function') return own;
        if (name === 'bind') return (...values: unknown[]) => counted(target.bind(...values));
        return async (...given: unknown[]) => {
          meter.queries += 1;
          meter.trips += 1;
          // `raw` does not tell what it read; asked twice, for a measurement, it does.
          if (rowsToo && name === 'raw') note([await target.all()]);
          const answer: unknown = await own.apply(target, given);
          if (name === 'all' || name === 'run') note([answer as D1Result]);
          return answer;
        };
      },
    });
    statements.set(outer, inner);
    return outer;
  };
  return new Proxy(binding, {
    get(target, name) {
      if (name === 'prepare') return (query: string) => counted(target.prepare(query));
      if (name === 'batch')
        return async (batch: D1PreparedStatement[]) => {
          meter.queries += batch.length;
          meter.trips += 1;
          return note(await target.batch(batch.map((one) => statements.get(one) ?? one)));
        };
      const own: unknown = Reflect.get(target, name);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}
