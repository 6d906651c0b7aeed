import { once } from 'node:events';
import { createWriteStream, mkdirSync, renameSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { UsageError } from './parse-options.ts';

/** Under another name until it is whole, so that nobody takes half a file for one. */
export async function writeLines<End>(
  file: string,
  lines: AsyncGenerator<string, End>,
  options: { mode?: number } = {},
): Promise<End> {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  const out = createWriteStream(part, options);
  while (true) {
    const { value, done } = await lines.next();
    if (done === true) {
      out.end();
      await once(out, 'close');
      renameSync(part, file);
      return value;
    }
    if (!out.write(`${value}\n`)) await once(out, 'drain');
  }
}

/** The lines of a text file, one at a time. A file that cannot be read is wrong usage, told before anything is done. */
export async function* readLines(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: await openToRead(file), crlfDelay: Number.POSITIVE_INFINITY });
}

/** The same as bytes, without their line ends: whoever reads them can tell which line is no UTF-8. */
export async function* byteLines(input: Readable): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  for await (const chunk of input) {
    let rest = Buffer.from(chunk);
    for (let end = rest.indexOf(LINE_END); end >= 0; end = rest.indexOf(LINE_END)) {
      yield Buffer.concat([...begun, rest.subarray(0, end)]);
      begun = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) begun.push(rest);
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}

const LINE_END = 0x0a;

/** A file, or standard input for `-`. */
export async function openToRead(file: string): Promise<Readable> {
  if (file === '-') return process.stdin;
  try {
    const handle = await open(file);
    if (!(await handle.stat()).isDirectory()) return handle.createReadStream();
    await handle.close();
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const why = missing
      ? 'does not exist'
      : `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new UsageError(`${file} ${why}`);
  }
  throw new UsageError(`${file} is a folder; name a file in it`);
}
