import { z } from 'zod';
import { findChanges, findChangesBefore } from '../../../db/repositories/changes-read.ts';
import type { RecordedChange } from '../../domain/change.ts';
import type { Page } from '../../domain/topic-card.ts';
import type { Deps } from '../deps.ts';
import { instantSchema } from '../instants.ts';
import { pagingSchema, toPage, toSlice } from '../paging.ts';
import { afterNumber } from '../walk.ts';
import { findKey } from './get-topic.ts';

export const listChangesSchema = z.strictObject({
  ...pagingSchema.shape,
  since: instantSchema.optional(),
  /** Follow instead of look back: changes after this id, the oldest first. */
  after: afterNumber.optional(),
  /** `true` keeps what an applicant must know. */
  material: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional(),
});

export type ListChangesQuery = z.output<typeof listChangesSchema>;

/** A change as the API and pages show it. */
export interface ChangeCard extends Omit<RecordedChange, 'topicKey'> {
  /** Key of the topic. */
  topic: string;
}

/** Changes of one topic, or of the whole catalogue, the newest first. */
export async function listChanges({
  deps,
  input,
}: {
  deps: Deps;
  input: ListChangesQuery & { topic?: string };
}): Promise<Page<ChangeCard>> {
  const topicKey = input.topic === undefined ? undefined : await findKey(deps, input.topic);
  const { items, total } = await findChanges(
    deps.db,
    { topicKey, since: input.since, material: input.material },
    toSlice(input),
  );
  return toPage(items.map(toCard), total, input);
}

/** So many are read at once: texts that were edited stand in them. */
const PIECE = 500;

/** Every change, the newest first. */
export async function* everyChange({
  deps,
  input,
}: {
  deps: Deps;
  input: Omit<ListChangesQuery, 'after'> & { topic?: string };
}): AsyncGenerator<readonly ChangeCard[]> {
  const { since, material, topic } = input;
  const topicKey = topic === undefined ? undefined : await findKey(deps, topic);
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const some = await findChangesBefore(deps.db, { topicKey, since, material }, before, PIECE);
    yield some.map(toCard);
    if (some.length < PIECE) return;
    before = some.at(-1)?.id ?? 0;
  }
}

const toCard = ({ topicKey: topic, ...change }: RecordedChange): ChangeCard => ({ ...change, topic });
