/**
 * Reads a synthetic archive of Horizon 2020's size (35,000 projects, 200,000 participations, objectives of 2 kB) over
 * HTTP into a store, and prints time and memory. Run: node --import tsx tests/bench/cordis-memory.ts
 * The archive is served by a child process, so that its making does not count.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { Zip, ZipDeflate } from 'fflate';
import { openNodeStore } from '../../db/store.node.ts';
import { createPoliteFetcher } from '../../src/ingest/polite-fetcher.ts';
import { collectCordis } from '../../src/services/collect/collect-cordis.ts';
import { readProfile } from '../quality/read-scoring-data.ts';

const PROJECTS = 35_000;
const BODIES = 200_000;
const TOPICS = 3_450;
const LIMIT_MB = 200;

if (process.argv[2] === 'serve') serve();
else await measure();

async function measure(): Promise<void> {
  const server = fork(import.meta.filename, ['serve'], { execArgv: process.execArgv });
  const [port] = (await once(server, 'message')) as [number];
  const store = await openNodeStore(':memory:');
  const quiet = () => undefined;
  const deps = {
    db: store.db,
    clock: { now: () => new Date().toISOString() },
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    profile: readProfile('milano'),
    fetcher: createPoliteFetcher({ version: 'bench' }),
    endpoints: { ftPortalSearchUrl: '', ftPortalDataUrl: '', cordisDataUrl: `http://127.0.0.1:${port}` },
  };
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const start = performance.now();
  const { certificates, counts } = await collectCordis({ deps, input: { archive: 'H2020' } });
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  server.kill();
  const extra = (peak - before) / 2 ** 20;
  const [certificate] = certificates;
  console.info(
    `${certificate?.verdict} ${certificate?.reasons.join(' ')}: ${((certificate?.bytes ?? 0) / 2 ** 20).toFixed(1)} MB, ${counts.topics} topics`,
  );
  console.info(`${seconds.toFixed(1)} s; RSS ${mb(before)} before, ${mb(peak)} at most: ${extra.toFixed(0)} MB extra`);
  store.close();
  if (certificate?.verdict !== 'certified' || extra > LIMIT_MB) process.exitCode = 1;
}

function serve(): void {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/zip');
    Readable.from(archive()).pipe(response);
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}

/** Bodies before projects: the harder order. */
function* archive(): Generator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  for (const [name, lines] of [
    ['csv/organization.csv', organizations()],
    ['csv/project.csv', projects()],
    ['csv/topics.csv', topics()],
  ] as const) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    const encoder = new TextEncoder();
    let open = '\ufeff';
    for (const line of lines) {
      open += `${line}\n`;
      if (open.length < 65_536) continue;
      file.push(encoder.encode(open));
      open = '';
      yield* pieces.splice(0);
    }
    file.push(encoder.encode(open), true);
    yield* pieces.splice(0);
  }
  zip.end();
  yield* pieces;
}

const quoted = (cells: (string | number)[]) => cells.map((cell) => `"${cell}"`).join(';');
const noise = (seed: number) => ((seed * 2_654_435_761) >>> 0).toString(36);
const topicOf = (i: number) => `MADE-UP-${String(i % TOPICS).padStart(4, '0')}-2016`;
const idOf = (i: number) => 600_000 + i * 10;
const words = (seed: number, count: number) => Array.from({ length: count }, (_, k) => noise(seed + k * 31)).join(' ');

function* projects(): Generator<string> {
  yield quoted(['id', 'acronym', 'status', 'title', 'startDate', 'endDate', 'totalCost', 'topics', 'objective', 'rcn']);
  for (let i = 0; i < PROJECTS; i += 1) {
    const objective = `${words(i, 140)}\n${words(i + 7, 140)}`;
    yield quoted([
      idOf(i),
      `ACR-${noise(i)}`,
      'CLOSED',
      words(i, 12),
      '2016-01-01',
      '2019-12-31',
      '1,5',
      topicOf(i),
      objective,
      i,
    ]);
  }
}

function* organizations(): Generator<string> {
  const head =
    'projectID;projectAcronym;organisationID;vatNumber;name;shortName;SME;activityType;street;postCode;city;country';
  const tail =
    'nutsCode;geolocation;organizationURL;contactForm;contentUpdateDate;rcn;order;role;ecContribution;netEcContribution';
  yield quoted(`${head};${tail}`.split(';'));
  for (let i = 0; i < BODIES; i += 1) {
    // Milano's partners had 2,369 participations in Horizon 2020 (partners.csv); as many of cities are a guess.
    const pic = i % 80 === 0 ? 999_879_881 : 900_000_000 + (i % 30_000);
    const isCity = i % 80 === 1;
    const name = isCity ? `COMUNE DI ${noise(i % 2_000).toUpperCase()}` : `BODY ${words(pic, 3)} SPA`;
    const own = [idOf(i % PROJECTS), 'ACR', pic, `IT${pic}`, name, noise(pic), 'false', isCity ? 'PUB' : 'PRC'];
    const place = [`VIA ${words(i, 2)}`, '20100', 'MILANO', 'IT', 'ITC4C', '(45.4,9.1)', `http://${noise(pic)}.it`];
    const rest = [
      'https://ec.europa.eu/contact',
      '2024-01-01 00:00:00',
      '1905912.5',
      i % 9,
      'participant',
      '1000,5',
      '1000,5',
    ];
    yield quoted([...own, ...place, ...rest]);
  }
}

function* topics(): Generator<string> {
  yield quoted(['projectID', 'topic', 'title']);
  for (let i = 0; i < PROJECTS; i += 1) yield quoted([idOf(i), topicOf(i), `Title of ${topicOf(i)}`]);
}

function mb(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MB`;
}
