import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from './parse-options.ts';

/** Under another name until it is whole, so that nobody takes half a file for one; of what broke off nothing is left. */
export async function writeLines<End>(
  file: string,
  lines: AsyncGenerator<string, End>,
  { mode }: { mode?: number } = {},
): Promise<End> {
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.part`;
  // Made anew: what somebody laid there beforehand would keep its own rights, or lead elsewhere.
  rmSync(part, { force: true });
  const { text, end } = withLineEnds(lines);
  try {
    await pipeline(text, createWriteStream(part, { mode, flags: 'wx' }));
    renameSync(part, file);
    return await end;
  } finally {
    rmSync(part, { force: true });
  }
}

/** The lines as text, and what their maker says at the end. */
function withLineEnds<End>(lines: AsyncGenerator<string, End>) {
  let tell: (end: End) => void;
  const end = new Promise<End>((resolve) => {
    tell = resolve;
  });
  async function* text(): AsyncGenerator<string> {
    for (let next = await lines.next(); ; next = await lines.next()) {
      if (next.done === true) return tell(next.value);
      yield `${next.value}\n`;
    }
  }
  return { text: text(), end };
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
