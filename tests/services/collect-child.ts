/**
 * A collect in a process of its own, which kills itself (SIGKILL) before its n-th SQL statement: between two writes or
 * in the middle of one. `collect-child.ts <store> <n>`; n = 0 runs to the end and prints how many statements there were.
 */
import { SqliteD1Statement } from '../../db/sqlite-d1.ts';
import { openNodeStore } from '../../db/store.node.ts';
import { collectOnce } from './collect-crash-scene.ts';

// Progress is told once a second of real time: on a busy machine that would be more statements than the moments were drawn
// from, and a moment past the end kills nothing.
performance.now = () => 0;

const [path = '', fatal = '0'] = process.argv.slice(2);
const store = await openNodeStore(path);
let statements = 0;
const runNow = SqliteD1Statement.prototype.runNow;
SqliteD1Statement.prototype.runNow = function (this: SqliteD1Statement) {
  statements += 1;
  if (statements === Number(fatal)) process.kill(process.pid, 'SIGKILL');
  return runNow.call(this);
};
await collectOnce(store.db, 'after');
process.stdout.write(String(statements));
