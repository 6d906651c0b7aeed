import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The arrows of the house: a room may import the rooms listed here, itself, and any pure library. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/domain': [],
  'src/normalise': ['src/domain'],
  'src/scoring': ['src/domain'],
  'src/sources': ['src/domain', 'src/normalise'],
  'src/digests': ['src/domain'],
  'src/feeds': ['src/domain'],
  db: ['src/domain'],
  'src/ingest': ['src/sources', 'src/normalise', 'src/domain', 'db'],
  'src/services': [
    'src/domain',
    'src/normalise',
    'src/scoring',
    'src/sources',
    'src/digests',
    'src/feeds',
    'src/ingest',
    'db',
  ],
  'src/api': ['src/services', 'src/domain'],
  'src/pages': ['src/services', 'src/domain'],
  jobs: ['src/services', 'src/ingest', 'src/domain'],
};

/** Who may know which library. */
const ONLY_IN: Record<string, readonly string[]> = {
  'drizzle-orm': ['db'],
  'better-sqlite3': ['db'],
  hono: [
    'src/api',
    'src/pages',
    'src/app.ts',
    'src/node.ts',
    'src/worker.ts',
    'src/client.ts',
    'src/cli',
    'src/digests',
  ],
  'node:fs': ['db', 'src/worker/build-assets.ts', 'src/node.ts', 'src/cli.ts', 'src/cli', 'src/node', 'src/config.ts'],
};

const ROOT = resolve(import.meta.dirname, '..');
const files = ['src', 'jobs', 'db']
  .flatMap((room) => walk(join(ROOT, room)))
  .filter((file) => /\.(ts|tsx)$/.test(file));
const rooms = Object.keys(MAY_IMPORT).sort((a, b) => b.length - a.length);

describe('the house', () => {
  it('has the rooms and only the arrows of its plan', () => {
    const strays = files.flatMap((file) => {
      const from = roomOf(file);
      if (from === undefined) return [];
      return importsOf(file)
        .filter((target) => target.startsWith('.'))
        .map((target) => ({
          target: relative(ROOT, resolve(dirname(join(ROOT, file)), target)),
          to: roomOf(relative(ROOT, resolve(dirname(join(ROOT, file)), target))),
        }))
        .filter(({ to }) => to !== from && !(MAY_IMPORT[from] ?? []).includes(to ?? ''))
        .map(({ target }) => `${file} → ${target}`);
    });
    expect(strays).toEqual([]);
  });

  it('keeps each library in its room', () => {
    const strays = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !allowed(target, file))
        .map((target) => `${file} → ${target}`),
    );
    expect(strays).toEqual([]);
  });

  it('lets one source know nothing of another', () => {
    const strays = files
      .filter((file) => file.startsWith('src/sources/') && file.split('/').length > 3)
      .flatMap((file) => {
        const own = file.split('/')[2];
        return importsOf(file)
          .filter((target) => target.startsWith('.'))
          .map((target) => relative(ROOT, resolve(dirname(join(ROOT, file)), target)))
          .filter(
            (target) =>
              target.startsWith('src/sources/') && target.split('/').length > 3 && target.split('/')[2] !== own,
          )
          .map((target) => `${file} → ${target}`);
      });
    expect(strays).toEqual([]);
  });

  it('has no cycle between files', () => {
    expect(findCycle()).toBeNull();
  });

  it('reads the environment only at the entries', () => {
    const strays = files.filter(
      (file) =>
        /process\.env/.test(readFileSync(join(ROOT, file), 'utf8')) &&
        !/^src\/(node|cli|config)\b/.test(file) &&
        !file.startsWith('db/seed/'),
    );
    expect(strays).toEqual([]);
  });
});

function allowed(target: string, file: string): boolean {
  const [library] = Object.keys(ONLY_IN).filter((name) => target === name || target.startsWith(`${name}/`));
  if (library === undefined) return true;
  return (ONLY_IN[library] ?? []).some((place) => file === place || file.startsWith(`${place}/`));
}

function roomOf(file: string): string | undefined {
  return rooms.find((room) => file === room || file.startsWith(`${room}/`));
}

function importsOf(file: string): string[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return [
    ...source.matchAll(
      /^\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function findCycle(): string | null {
  const state = new Map<string, 'open' | 'done'>();
  const visit = (file: string, path: string[]): string | null => {
    if (state.get(file) === 'done') return null;
    if (state.get(file) === 'open') return [...path.slice(path.indexOf(file)), file].join(' → ');
    state.set(file, 'open');
    for (const target of importsOf(file).filter((name) => name.startsWith('.'))) {
      const next = relative(ROOT, resolve(dirname(join(ROOT, file)), target));
      const cycle = existsSync(join(ROOT, next)) ? visit(next, [...path, file]) : null;
      if (cycle !== null) return cycle;
    }
    state.set(file, 'done');
    return null;
  };
  for (const file of files) {
    const cycle = visit(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

function walk(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [relative(ROOT, path)];
  });
}
