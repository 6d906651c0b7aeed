import { strToU8, Zip, ZipDeflate, ZipPassThrough, zipSync } from 'fflate';
import { createPoliteFetcher } from '../../../src/ingest/polite-fetcher.ts';
import { unlimited } from '../../../src/ingest/rate-limiter.ts';

export type Row = Record<string, string | number>;
export type Tables = Record<string, Row[]>;

export const MILANO = 998702204;
export const POLIMI = 999879881;

/** A project as CORDIS writes it; what a story does not name is filled in. */
export const project = (id: number, own: Row = {}): Row => ({
  id,
  acronym: `PROJECT-${id}`,
  title: `The project ${id}`,
  startDate: '2016-01-01',
  endDate: '2019-12-31',
  topics: 'SCC-01-2015',
  objective: 'Lines\nwith "quotes"; and semicolons',
  rcn: 1,
  ...own,
});

export const body = (projectID: number, organisationID: number | string, own: Row = {}): Row => ({
  projectID,
  organisationID,
  name: `BODY ${organisationID}`,
  activityType: 'PRC',
  country: 'IT',
  role: 'participant',
  ecContribution: '1000.5',
  rcn: '1905912.5',
  ...own,
});

export const city = (projectID: number, organisationID: number, name: string, country = 'IT', own: Row = {}): Row =>
  body(projectID, organisationID, { name, country, activityType: 'PUB', ...own });

/** Two lighthouse projects and one of another topic, with Milano, the Politecnico and four cities. */
export function healthyTables(): Tables {
  return {
    'project.csv': [
      project(691895, { acronym: 'SHAR-LLM' }),
      project(691735, { acronym: 'REPLICATE', startDate: '2016-02-01' }),
      project(646511, { acronym: 'PAPER', topics: 'MG-1.5-2016-2017' }),
    ],
    'organization.csv': [
      city(691895, MILANO, 'COMUNE DI MILANO', 'IT', { ecContribution: '6000000.25' }),
      body(691895, POLIMI, { name: 'POLITECNICO DI MILANO', activityType: 'HES' }),
      city(691895, 998346214, 'GREATER LONDON AUTHORITY', 'UK', { role: 'coordinator' }),
      city(691735, 999428831, 'AYUNTAMIENTO DE DONOSTIA SAN SEBASTIAN', 'ES', { role: 'coordinator' }),
      city(691735, 998346214, 'GREATER LONDON AUTHORITY', 'UK'),
      body(646511, POLIMI, { name: 'POLITECNICO DI MILANO', activityType: 'HES', role: 'coordinator' }),
    ],
    'topics.csv': [
      { projectID: 691895, topic: 'SCC-01-2015', title: 'Lighthouse projects' },
      { projectID: 691735, topic: 'SCC-01-2015', title: 'Lighthouse projects' },
      { projectID: 646511, topic: 'MG-1.5-2016-2017', title: 'Something of aviation' },
    ],
  };
}

/** A table in CORDIS's dialect: BOM, semicolons, everything quoted. */
export function csv(rows: Row[], columns = Object.keys(rows[0] ?? {})): string {
  const line = (cells: (string | number)[]) => cells.map((cell) => `"${String(cell).replace(/"/g, '""')}"`).join(';');
  return `\ufeff${[line(columns), ...rows.map((row) => line(columns.map((name) => row[name] ?? '')))].join('\n')}\n`;
}

/** The archive as CORDIS packs it: under a folder, in the order of the tables. */
export function archiveOf(tables: Tables, folder = 'csv/'): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(tables).map(([name, rows]) => [folder + name, strToU8(csv(rows))])));
}

/** The same, written as a stream: sizes and CRC stand behind each file (data descriptors). */
export function streamedArchive(files: Record<string, string>): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    pieces.push(piece);
  });
  for (const [name, text] of Object.entries(files)) {
    const file = name.endsWith('/') ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(file);
    file.push(strToU8(text), true);
  }
  zip.end();
  return new Uint8Array(Buffer.concat(pieces));
}

export async function* inPieces(bytes: Uint8Array, size = 97): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

/** A CORDIS that serves some bytes for each archive, with an ETag, and answers 304 to whoever has them. */
export function fakeCordis(archives: { H2020?: Answer; HORIZON?: Answer }) {
  const requests: string[] = [];
  const http = async (url: string, init: { headers: Record<string, string> }): Promise<Response> => {
    const answer = url.includes('h2020') ? archives.H2020 : archives.HORIZON;
    if (answer === undefined) return new Response('', { status: 404 });
    if (answer instanceof Response) return answer.clone();
    const etag = `"${answer.length}-${answer[20]}"`;
    const same = init.headers['if-none-match'] === etag;
    requests.push(`${url.split('/').at(-1)} ${same ? 304 : 200}`);
    return new Response(same ? null : new Uint8Array(answer), { status: same ? 304 : 200, headers: { etag } });
  };
  const fetcher = createPoliteFetcher({ http, version: '1', limiter: unlimited, policy: { tries: 1 } });
  return { fetcher, requests, archives };
}

type Answer = Uint8Array | Response;
