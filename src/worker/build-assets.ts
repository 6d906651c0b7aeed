/** `npm run build:workers`: lays out what a Worker reads through its assets binding, under dist/worker-assets. */
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { QUALITY_REPORT_FILE } from '../scoring/quality/quality-report.ts';
import { SCORING_DATA_FILES } from '../scoring/scoring-data.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'dist/worker-assets');

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
cpSync(join(ROOT, 'src/pages/assets'), join(OUT, 'pages'), { recursive: true });
cpSync(join(ROOT, 'db/seed/profiles'), join(OUT, 'profiles'), { recursive: true });
for (const file of [...SCORING_DATA_FILES, QUALITY_REPORT_FILE])
  cpSync(join(ROOT, 'src/scoring/data', file), join(OUT, 'scoring', file));
const snapshot = readdirSync(join(ROOT, 'db/seed'))
  .filter((name) => /^snapshot-.*\.jsonl$/.test(name))
  .sort()
  .at(-1);
if (snapshot !== undefined) cpSync(join(ROOT, 'db/seed', snapshot), join(OUT, 'seed/snapshot.jsonl'));
