import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadAsset } from '../../src/pages/index.ts';

/** Files of the pages, as they lie on the disk; on workerd `tests/workers/page-files.ts` takes this file's place. */
export const readAsset: ReadAsset = (path) => readFile(join(import.meta.dirname, '../../src/pages/assets', path));
