import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

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

/** The lines of a text file, one at a time. */
export const readLines = (file: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
