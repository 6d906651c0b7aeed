import { gathering, storeBehind } from '../../db/gathering.ts';
import { storeRevision } from '../../db/repositories/revision.ts';
import type { StoreClient } from '../../db/store.ts';
import type { Deps } from './deps.ts';

const ENTRIES = 100;

interface Memory {
  revision: string;
  answers: Map<string, unknown>;
}

const memories = new WeakMap<Deps['db'], Memory>();

/**
 * The answer to a question that the store answers the same until somebody writes to it. `question` must name everything
 * else that the answer depends on. One small query instead of a large one. What is not answered yet is shared within one
 * request only: on Workers nobody may wait for what another request reads.
 */
export async function remembered<Answer>(
  { db, reading }: Pick<Deps, 'db' | 'reading'>,
  question: string,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const asked = reading?.underWay.get(question);
  // Answers are kept under the question that made them, so this one has the type of its question.
  if (asked !== undefined) return (await asked) as Answer;
  const finding = find(db, reading?.revision ?? (() => storeRevision(db)), question, answer);
  reading?.underWay.set(question, finding);
  return await finding;
}

async function find<Answer>(
  db: Deps['db'],
  revision: () => Promise<string | null>,
  question: string,
  answer: () => Promise<Answer>,
): Promise<Answer> {
  const written = await revision();
  if (written === null) return await answer();
  const { answers } = memoryOf(storeBehind(db), written);
  if (answers.has(question)) return answers.get(question) as Answer;
  const fresh = await answer();
  if (answers.size >= ENTRIES) answers.clear();
  answers.set(question, fresh);
  return fresh;
}

/**
 * The same house for one request that writes nothing: what it asks in one breath is one statement, and whether somebody
 * else has written is asked once for all of it. `client`: the copy of the store that answers, where there are several.
 */
export function forReading(deps: Deps, client?: StoreClient): Deps {
  const db = gathering(deps.db, client);
  let asked: Promise<string | null> | null = null;
  const revision = () => {
    asked ??= storeRevision(db);
    return asked;
  };
  return { ...deps, db, reading: { revision, underWay: new Map() } };
}

function memoryOf(store: Deps['db'], revision: string): Memory {
  const known = memories.get(store);
  if (known?.revision === revision) return known;
  const memory: Memory = { revision, answers: new Map() };
  memories.set(store, memory);
  return memory;
}
