import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NodeStore, openNodeStore } from '../../db/store.node.ts';
import { seededRandom } from '../fake-portal/catalogue.ts';
import { collectOnce } from './collect-crash-scene.ts';

const MOMENTS = 20;
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'bandolo-crash-'));
const base = join(folder, 'base.db');
let statements = 0;
let once: unknown;
let twice: unknown;

const bundle = join(import.meta.dirname, `../../node_modules/.cache/collect-child-${process.pid}.mjs`);

/** Runs a collect in a process of its own; a killed one rejects, and that is what is wanted. */
const runChild = (path: string, fatal: number) => run(process.execPath, [bundle, path, String(fatal)]);

/** One file, made once: twenty starts through tsx would take longer than all else in this suite. */
const bundleChild = () =>
  build({
    entryPoints: [join(import.meta.dirname, 'collect-child.ts')],
    outfile: bundle,
    bundle: true,
    external: ['better-sqlite3'],
    platform: 'node',
    format: 'esm',
    // The only module that asks where it stands is the store, for its migrations.
    define: { 'import.meta.dirname': JSON.stringify(join(import.meta.dirname, '../../db')) },
  });

beforeAll(async () => {
  await bundleChild();
  const store = await openNodeStore(base);
  await collectOnce(store.db, 'before');
  store.close();
  const path = copyOf('undisturbed');
  statements = Number((await runChild(path, 0)).stdout);
  const undisturbed = await openNodeStore(path);
  once = contentsOf(undisturbed);
  await collectOnce(undisturbed.db, 'after');
  twice = contentsOf(undisturbed);
  undisturbed.close();
}, 60_000);

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(bundle, { force: true });
});

describe('kill -9 in the middle of a collect', () => {
  const random = seededRandom(2027);
  const moments = Array.from({ length: MOMENTS }, () => random());

  it('leaves a store from which the next run ends as an undisturbed one would', { timeout: 180_000 }, async () => {
    expect(statements).toBeGreaterThan(50);
    for (let at = 0; at < MOMENTS; at += 2) {
      await Promise.all(
        [at, at + 1].map((index) => killAndCollect(index, 1 + Math.floor((moments[index] ?? 0) * statements))),
      );
    }
  });
});

async function killAndCollect(index: number, fatal: number): Promise<void> {
  const path = copyOf(`killed-${index}`);
  await expect(runChild(path, fatal), `killed before statement ${fatal}`).rejects.toMatchObject({ signal: 'SIGKILL' });
  const store = await openNodeStore(path);
  // A certificate that stands is a whole scan: the run after it is one more.
  const stands = store.sqlite.prepare("select count(*) as n from scans where verdict = 'certified'").get() as {
    n: number;
  };
  await collectOnce(store.db, 'after');
  expect(contentsOf(store), `killed before statement ${fatal} of ${statements}`).toEqual(stands.n > 1 ? twice : once);
  const reasons = store.sqlite.prepare('select reasons from scans order by id').pluck().all();
  expect(reasons.at(-1)).toBe('[]');
  store.close();
}

/** Everything but row numbers, scans' own rows and what counts runs. */
function contentsOf({ sqlite }: NodeStore) {
  const all = (query: string) => sqlite.prepare(query).all();
  return {
    topics: all('select * from topics order by key').map((row) => ({ ...(row as object), id: 0 })),
    rounds: all('select * from rounds order by topic_key, seq'),
    texts: all('select * from topic_texts order by topic_key'),
    aliases: all('select * from aliases order by alias, topic_key'),
    changes: all('select topic_key, at, field, before, after, material from changes order by topic_key, field'),
    issues: all('select kind, subject, message, value from issues order by kind, subject'),
    documents: all('select document, hash, topic_key, superseded_at from raw_documents order by document, hash'),
    levels: all('select * from scan_levels order by kind'),
    leases: all('select * from leases'),
    found: all(
      "select key from topic_search join topics on topics.id = topic_search.rowid where topic_search match 'renamed OR sentence' order by key",
    ),
    entries: all('select count(*) as n from topic_search'),
  };
}

function copyOf(name: string): string {
  const path = join(folder, `${name}.db`);
  copyFileSync(base, path);
  return path;
}
