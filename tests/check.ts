/**
 * `npm test`: format, types, lint, then every test on every engine and in the browser; one closing line.
 * `npm test -- --quick` leaves the browser and the second engine out.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

const bin = (name: string) => join('node_modules', '.bin', name);
const quick = process.argv.includes('--quick');
const ci = Boolean(process.env.CI);

const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
const add = (more: Tally) => {
  tally.passed += more.passed;
  tally.failed += more.failed;
  tally.skipped += more.skipped;
};

step('format', bin('biome'), ['ci', '--diagnostic-level=warn', '.']);
step('types', bin('tsc'), ['--noEmit']);
step('lint', bin('eslint'), [
  '--config',
  'tests/eslint.config.js',
  '--cache',
  '--cache-location',
  'node_modules/.cache/eslint',
  'src',
  'jobs',
  'db',
  'tests',
  'examples',
]);
add(vitest('node'));
if (!quick) {
  if (existsSync('tests/vitest.workers.config.ts')) add(vitest('workers', 'tests/vitest.workers.config.ts'));
  add(browser());
}

// Said again at the end, where it is found: thousands of lines stand between a failure and the closing count.
if (failures.length > 0) console.log(`\nWhat failed:\n${failures.map((failure) => `- ${failure}`).join('\n')}`);
console.log(`\n${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exit(tally.failed === 0 ? 0 : 1);

function step(name: string, command: string, args: string[]): void {
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  console.log(`${status === 0 ? '✓' : '✗'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (status !== 0) failures.push(name);
  add({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 });
}

function vitest(project: string, config = 'tests/vitest.config.ts'): Tally {
  const report = join(mkdtempSync(join(tmpdir(), 'bandolo-')), `${project}.json`);
  const args = [
    'run',
    '--config',
    config,
    '--project',
    project,
    '--reporter',
    'default',
    '--reporter',
    'json',
    `--outputFile.json=${report}`,
  ];
  const { status } = spawnSync(bin('vitest'), args, { stdio: 'inherit' });
  const counted = existsSync(report) ? reportSchema.parse(JSON.parse(readFileSync(report, 'utf8'))) : null;
  const failed = counted?.numFailedTests ?? 0;
  for (const { name, message, assertionResults } of counted?.testResults ?? []) {
    const broken = assertionResults.filter((test) => test.status === 'failed');
    for (const test of broken) failures.push(`${name}: ${test.fullName}\n${test.failureMessages?.join('\n') ?? ''}`);
    if (broken.length === 0 && message) failures.push(`${name}: ${message}`);
  }
  if (status !== 0 && failed === 0) failures.push(`${project}: the run ended with ${status ?? 'a signal'}`);
  return {
    passed: counted?.numPassedTests ?? 0,
    // A crash outside any test (a file that does not load) fails the run without a failed test: count it.
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: counted?.numPendingTests ?? 0,
  };
}

function browser(): Tally {
  if (!hasChromium() && !installChromium()) {
    console.log(
      'Chromium is missing, so the browser tests did not run. Install it: apt-get install chromium (or set CHROMIUM_PATH).',
    );
    return { passed: 0, failed: ci ? 1 : 0, skipped: 1 };
  }
  return vitest('browser');
}

function hasChromium(): boolean {
  return [process.env.CHROMIUM_PATH, '/usr/bin/chromium'].some((path) => path !== undefined && existsSync(path));
}

/** On Debian as root the two-command promise includes the browser. */
function installChromium(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('Installing Chromium for the browser tests …');
  const run = (args: string[]) =>
    spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  run(['update', '-qq']);
  return run(['install', '-y', '-qq', '--no-install-recommends', 'chromium']).status === 0 && hasChromium();
}
