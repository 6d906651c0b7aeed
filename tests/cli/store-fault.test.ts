import { describe, expect, it } from 'vitest';
import { storeFault } from '../../src/cli/store-fault.ts';

const sqlite = (code: string, message: string) => Object.assign(new Error(message), { code });

describe('a store that fails', () => {
  it.each([
    ['SQLITE_FULL', 'database or disk is full', 'free some space'],
    ['SQLITE_CORRUPT_INDEX', 'database disk image is malformed', 'restore FILE'],
    ['SQLITE_IOERR_WRITE', 'disk I/O error', 'look at its disk'],
    ['SQLITE_READONLY', 'attempt to write a readonly database', 'let this user write'],
  ])('%s: names the store, the fault and the next step, also behind another error', (code, message, step) => {
    const wrapped = new Error('Failed query: insert …', { cause: sqlite(code, message) });
    for (const error of [sqlite(code, message), wrapped]) {
      const told = storeFault(error, '/srv/b.db');
      for (const words of ['/srv/b.db', message, step]) expect(told).toContain(words);
    }
  });

  it('is not blamed for what is not its own', () => {
    expect(storeFault(sqlite('ENOENT', 'no such file'), '/srv/b.db')).toBeNull();
    expect(storeFault(sqlite('SQLITE_CONSTRAINT', 'UNIQUE constraint failed'), '/srv/b.db')).toBeNull();
    expect(storeFault('text', '/srv/b.db')).toBeNull();
  });
});
