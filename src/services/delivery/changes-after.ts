import { findChangesAfter } from '../../../db/repositories/changes-read.ts';
import type { RecordedChange } from '../../domain/change.ts';
import type { Deps } from '../deps.ts';

const PAGE = 5_000;

/** Every material change after a mark, the oldest first. */
export async function changesAfter({ db }: Pick<Deps, 'db'>, mark: number): Promise<RecordedChange[]> {
  const read: RecordedChange[] = [];
  for (;;) {
    const { items, left } = await findChangesAfter(db, { material: true }, read.at(-1)?.id ?? mark, {
      limit: PAGE,
      offset: 0,
    });
    read.push(...items);
    if (left <= items.length) return read;
  }
}
