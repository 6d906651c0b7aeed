import { storeRevision } from '../../db/repositories/revision.ts';
import type { Deps } from './deps.ts';

const ENTRIES = 100;

interface Memory {
  revision: string;
  answers: Map<string, Promise<unknown>>;
}

const memories = new WeakMap<Deps['db'], Memory>();

/**
 * The answer to a question that the store answers the same until somebody writes to it. `question` must name everything
 * else that the answer depends on. One small query instead of a large one; engines that cannot tell of writes answer anew.
 */
export async function remembered<Answer>(
  { db, revision }: Pick<Deps, 'db' | 'revision'>,
  question: string,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const written = await (revision === undefined ? storeRevision(db) : revision());
  if (written === null) return await answer();
  const memory = memoryOf(db, written);
  const known = memory.answers.get(question);
  // Answers are kept under the question that made them, so this one has the type of its question.
  if (known !== undefined) return (await known) as Answer;
  const fresh = answer();
  if (memory.answers.size >= ENTRIES) memory.answers.clear();
  memory.answers.set(question, fresh);
  fresh.catch(() => memory.answers.delete(question));
  return await fresh;
}

/** The same house for one request that writes nothing: whether somebody else has written is asked once for all of it. */
export function forReading(deps: Deps): Deps {
  let asked: Promise<string | null> | null = null;
  const revision = () => {
    asked ??= storeRevision(deps.db);
    return asked;
  };
  return { ...deps, revision };
}

function memoryOf(db: Deps['db'], revision: string): Memory {
  const known = memories.get(db);
  if (known?.revision === revision) return known;
  const memory: Memory = { revision, answers: new Map() };
  memories.set(db, memory);
  return memory;
}
