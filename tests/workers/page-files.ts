import { env } from 'cloudflare:test';
import type { ReadAsset } from '../../src/pages/index.ts';
import { assetReader } from '../../src/worker/assets.ts';

/** Takes the place of `tests/support/page-files.ts` on workerd: the files come through an assets binding. */
export const readAsset: ReadAsset = assetReader(env.PAGES);
