#!/usr/bin/env node
import { readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Node 20 reads no TypeScript. One bundled file starts in a third of the time, and in half the memory, of a loader that
// is asked for each of a thousand modules (measured 2026-11-22: 1.0 s of processor time for 3.6 s, 120 MB for 220 MB).
// It is made whenever a source is younger, so that there is no build step to forget.
const root = join(import.meta.dirname, '..');
const bundle = join(root, 'dist/bandolo.mjs');

if (youngest(['src', 'jobs', 'db']) > ageOf(bundle)) await makeBundle();
await import(bundle);

async function makeBundle() {
  const { build } = await import('esbuild');
  const fresh = `${bundle}.${process.pid}`;
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli.ts'],
    outfile: fresh,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
  renameSync(fresh, bundle); // whoever starts meanwhile sees the old one or the new one, never half of it
}

/** @param {string[]} folders */
function youngest(folders) {
  let latest = 0;
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory() || /\.tsx?$/.test(entry.name))
        latest = Math.max(latest, ageOf(join(entry.path, entry.name)));
    }
  }
  return latest;
}

/** When a file was last written, 0 where there is none. @param {string} path */
function ageOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
