import { createHash } from 'node:crypto';
import { HOUSE_TABLES } from '../../../db/repositories/house.ts';
import type { HouseDoor } from './house-door.ts';
import type { HouseEnd } from './house-format.ts';

/** The lines of a whole house: who it is, then table after table, then how much it was and its digest. */
export async function* exportHouse(house: HouseDoor): AsyncGenerator<string, HouseEnd> {
  const hash = createHash('sha256');
  const told = (line: unknown): string => {
    const text = JSON.stringify(line);
    hash.update(`${text}\n`);
    return text;
  };
  yield told(await house.header());
  const rows: Record<string, number> = {};
  for (const { name, columns } of HOUSE_TABLES) {
    yield told({ table: name, columns });
    rows[name] = 0;
    for (let after: number | null = 0; after !== null; ) {
      const page: Awaited<ReturnType<HouseDoor['page']>> = await house.page(name, after);
      for (const row of page.rows) yield told(row);
      rows[name] += page.rows.length;
      after = page.next;
    }
  }
  const end: HouseEnd = { rows, sha256: hash.digest('hex') };
  yield JSON.stringify(end);
  return end;
}
