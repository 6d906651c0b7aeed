import { sql } from 'drizzle-orm';
import type { Db } from '../../store.ts';
import { rowsOf } from '../rows-of.ts';

/** How far arrivals and changes have come: what has a greater id is not told yet. */
export interface Marks {
  arrivalMark: number;
  changeMark: number;
}

export async function readMarks(db: Db): Promise<Marks> {
  const [row] = await rowsOf<Marks>(
    db,
    ['arrivalMark', 'changeMark'],
    sql`
    select (select coalesce(max(id), 0) from arrivals) as "arrivalMark",
      (select coalesce(max(id), 0) from changes) as "changeMark"`,
  );
  return row ?? { arrivalMark: 0, changeMark: 0 };
}
