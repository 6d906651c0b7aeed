import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const bin = (name: string) => join(ROOT, 'node_modules/.bin', name);
/** As `npm run dev:workers`: offline, no usage statistics, no questions. */
const QUIET = { WRANGLER_SEND_METRICS: 'false', CLOUDFLARE_CF_FETCH_ENABLED: 'false', CI: 'true' };

/** Whether this machine can run workerd at all: it has no build for some processors and older C libraries. */
export const hasWorkerd = (): boolean => spawnSync(bin('workerd'), ['--version']).status === 0;

/** A Worker by `wrangler dev`, over a D1 in a temporary folder with the migrations applied. */
export interface WorkerHouse {
  origin: string;
  /** Starts the Worker over the same D1 with these variables, in place of the one that runs. */
  start(vars: Record<string, string>): Promise<void>;
  /** Hears all that the running Worker logs. */
  hear(listener: (piece: string) => void): void;
  /** Processor time of the running workerd so far, D1 and the local proxy included, in seconds (Linux). */
  cpuSeconds(): number;
  close(): Promise<void>;
}

/** `config`: another Worker than ours, one without a store. */
export async function openWorkerHouse({ config }: { config?: string } = {}): Promise<WorkerHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'bandolo-worker-'));
  const store = ['--local', '--persist-to', folder];
  const env = { ...process.env, ...QUIET, WRANGLER_LOG_PATH: join(folder, 'logs') };
  if (config === undefined) {
    const migrated = spawnSync(bin('wrangler'), ['d1', 'migrations', 'apply', 'bandolo', ...store], { cwd: ROOT, env });
    if (migrated.status !== 0) throw new Error(`the migrations do not apply to D1: ${String(migrated.stderr)}`);
  }
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  let running: ChildProcess | undefined;
  return {
    origin,
    async start(vars) {
      await stop(running);
      const given = Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]);
      const where = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0'];
      const which = config === undefined ? [] : ['--config', config];
      const flags = [
        ...which,
        ...store,
        ...where,
        '--show-interactive-dev-session=false',
        '--test-scheduled',
        ...given,
      ];
      // A group of its own, so that workerd ends with it.
      running = spawn(bin('wrangler'), ['dev', ...flags], { cwd: ROOT, env, detached: true });
      await answers(running, origin);
    },
    hear(listener) {
      running?.stdout?.on('data', (piece: Buffer) => listener(piece.toString()));
    },
    cpuSeconds: () => cpuSecondsOf(running?.pid ?? 0),
    async close() {
      await stop(running);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for the first answer, whatever it is; a wrangler that ends before has said why. */
async function answers(wrangler: ChildProcess, origin: string): Promise<void> {
  let said = '';
  for (const stream of [wrangler.stdout, wrangler.stderr])
    stream?.on('data', (piece: Buffer) => {
      said = (said + piece.toString()).slice(-4_000);
    });
  while (wrangler.exitCode === null) {
    const answer = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`wrangler dev ended with ${wrangler.exitCode}: ${said}`);
}

async function stop(wrangler: ChildProcess | undefined): Promise<void> {
  if (wrangler?.pid === undefined || wrangler.exitCode !== null) return;
  const ended = new Promise((resolve) => wrangler.once('exit', resolve));
  process.kill(-wrangler.pid, 'SIGTERM');
  await ended;
}

/** Of all workerd of a process group: user and system time stand in /proc in hundredths of a second. */
function cpuSecondsOf(group: number): number {
  let hundredths = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      // Behind the name in brackets: state, parent, group … user time, system time.
      const [, name = '', rest = ''] = /\((.*)\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      const fields = rest.split(' ');
      if (name.startsWith('workerd') && Number(fields[2]) === group)
        hundredths += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It ended between the two looks.
    }
  }
  return hundredths / 100;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
