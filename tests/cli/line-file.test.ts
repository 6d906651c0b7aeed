import { existsSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { writeLines } from '../../src/cli/line-file.ts';

async function* lines(): AsyncGenerator<string, number> {
  yield 'one';
  yield 'two';
  return 2;
}

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bandolo-lines-'));
  file = join(folder, 'house.jsonl');
});

describe('a file of lines', () => {
  it('is there when it is whole, and tells what its maker says', async () => {
    expect(await writeLines(file, lines())).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  });

  it('is its owner’s alone, whatever somebody laid in its way before', async () => {
    writeFileSync(`${file}.part`, 'theirs', { mode: 0o666 });
    await writeLines(file, lines(), { mode: 0o600 });
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const elsewhere = join(folder, 'elsewhere');
    symlinkSync(elsewhere, `${file}.part`);
    await writeLines(file, lines(), { mode: 0o600 });
    expect([existsSync(elsewhere), readFileSync(file, 'utf8')]).toEqual([false, 'one\ntwo\n']);
  });

  it('that breaks off leaves nothing, and says why', async () => {
    async function* broken(): AsyncGenerator<string, number> {
      yield 'one';
      throw new Error('the store went away');
    }
    await expect(writeLines(file, broken())).rejects.toThrow('the store went away');
    expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false]);
  });
});
