import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const HERE = import.meta.dirname;

/** The page's script in one file, typed client and all: `npx tsx examples/partner-dashboard/build.ts` writes it. */
export async function buildDashboard(write: boolean): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(HERE, 'src/main.ts')],
    outfile: join(HERE, 'dashboard.min.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote nothing');
  if (write) await (await import('node:fs/promises')).writeFile(file.path, file.text);
  return file.text;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildDashboard(true);
