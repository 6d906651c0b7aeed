/** `npm run bench [NAME…]`: every benchmark, one after the other in a process of its own, and one table of their figures. */
import { spawn } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { bundleBench } from './bundle-bench.ts';

interface Bench {
  name: string;
  file: string;
  bound: string;
  /** The lines of its output that belong in the table. */
  figures: RegExp;
}

const BENCHES: readonly Bench[] = [
  {
    name: 'collect',
    file: 'collect.bench.ts',
    bound: 'first ≤ 6 × the floor, second ≤ 0.4 × the first, peak < 250 MB',
    figures: /^(floor|first|second|scoring|a first|peak)/,
  },
  {
    name: 'rescore',
    file: 'rescore.bench.ts',
    bound: '20,000 topics × 80 partners ≤ 20 s on one core, linear',
    figures: / partners: | cost .* times /,
  },
  { name: 'read', file: 'read.bench.ts', bound: 'median < 15 ms, p99 < 60 ms', figures: / \| / },
  {
    name: 'pages',
    file: 'pages.bench.ts',
    bound: 'every page < 100 ms with 20,000 topics, 500 dossiers, 60 people',
    figures: /^\/| over /,
  },
  { name: 'scoring', file: 'scoring.bench.ts', bound: '', figures: /topics\/s/ },
  {
    name: 'digest',
    file: 'digest.bench.ts',
    bound: '500 subscribers × 2,000 changes < 5 s, linear',
    figures: /^(500|1000|growth)/,
  },
  { name: 'cordis', file: 'cordis-memory.ts', bound: '< 200 MB extra', figures: /RSS/ },
];

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? BENCHES : BENCHES.filter(({ name }) => wanted.includes(name));
const rows: string[] = [];
for (const bench of chosen) {
  console.log(`\n── ${bench.name} ──`);
  const started = performance.now();
  const { output, code } = await run(bench);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const verdict = code === 0 ? '' : ` FAILED with exit ${code}`;
  rows.push(`${bench.name.padEnd(9)} ${bench.bound} (${seconds} s)${verdict}`);
  for (const line of output.split('\n')) if (bench.figures.test(line)) rows.push(`          ${line}`);
  if (code !== 0) process.exitCode = 1;
}
const load = loadavg()[0]?.toFixed(1);
console.log(
  `\n${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${load}\n`,
);
for (const row of rows) console.log(row);

async function run({ file }: Bench): Promise<{ output: string; code: number | null }> {
  const path = await bundleBench(join(import.meta.dirname, file));
  const child = spawn(process.execPath, ['--expose-gc', path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (piece) => {
    output += piece;
    process.stdout.write(piece);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ output, code }));
  });
}
