import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout, where migrations, seeds and assets lie: above this file, whether it runs as it is or bundled in `dist/`. */
export const PROJECT_ROOT = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'db/migrations'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('the files of Bandolo are not beside its code: keep the checkout whole');
  return rootAbove(above);
}
