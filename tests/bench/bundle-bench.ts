import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');

/** Makes one file of a benchmark, as `src/bandolo.mjs` does of the program, so that no loader is measured. Its path. */
export async function bundleBench(path: string): Promise<string> {
  const outfile = join(ROOT, 'dist/bench', basename(path).replace(/ts$/, 'mjs'));
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
    plugins: [ownFolders],
  });
  return outfile;
}

/** Tests find their files beside themselves, wherever the bundle lies. */
const ownFolders: Plugin = {
  name: 'own folders',
  setup({ onLoad }) {
    onLoad({ filter: /\/tests\/.*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: source.replaceAll('import.meta.dirname', JSON.stringify(dirname(path))), loader: 'ts' };
    });
  },
};
