import type { D1PreparedStatement, D1Result } from '@cloudflare/workers-types';
import type { D1Reach } from './metered-d1.ts';
import type { StoreClient } from './store.ts';

/** D1 does not tell of writes: `store_revision` does, for every write through here. What others write by hand, it cannot. */
const REVISION_SELECT = 'select word from store_revision';
const MOVE = 'update store_revision set word = lower(hex(randomblob(12)))';

const READS = /^\s*(?:select|values|explain|pragma)\b/i;
const WRITES = /\b(?:insert|update|delete|replace|create|alter|drop)\b/i;

/** `with` begins both; a select that has such a word in a name moves the revision for nothing, which costs little. */
const isWrite = (sql: string): boolean => !READS.test(sql) && WRITES.test(sql);

/**
 * The same binding, where every write moves the store's revision in the same transaction: a word, new each time, so that a
 * store that was put back to yesterday does not come by an old one again. One statement more a batch, whatever its size.
 */
export function revisedD1(binding: D1Reach): StoreClient {
  const inner = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
  const moved = async (statements: D1PreparedStatement[]): Promise<D1Result[]> =>
    (await binding.batch([...statements, binding.prepare(MOVE)])).slice(0, -1);

  /** A write that takes the revision along, however it is sent. */
  const writing = (statement: D1PreparedStatement): D1PreparedStatement => {
    const send = async () => (await moved([statement]))[0];
    const rows = async () => (await send())?.results ?? [];
    const outer = new Proxy(statement, {
      get(target, name) {
        if (name === 'bind') return (...values: unknown[]) => writing(target.bind(...values));
        if (name === 'run' || name === 'all') return send;
        // `returning` names columns of one table, which differ, so that the objects of a batch lose none of them.
        if (name === 'raw') return async () => (await rows()).map((row) => Object.values(Object(row)));
        if (name === 'first') return async () => (await rows())[0] ?? null;
        return Reflect.get(target, name) as unknown;
      },
    });
    inner.set(outer, statement);
    return outer;
  };

  const client = new Proxy(binding, {
    get(target, name) {
      if (name === 'revisionSelect') return REVISION_SELECT;
      if (name === 'prepare')
        return (sql: string) => (isWrite(sql) ? writing(target.prepare(sql)) : target.prepare(sql));
      if (name === 'batch')
        return (statements: D1PreparedStatement[]) =>
          statements.some((one) => inner.has(one))
            ? moved(statements.map((one) => inner.get(one) ?? one))
            : target.batch(statements);
      const own: unknown = Reflect.get(target, name);
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
  // drizzle calls `prepare` and `batch` alone; the proxy answers to the one name that D1 has not.
  return client as StoreClient;
}
