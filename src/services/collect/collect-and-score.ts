import type { Deps } from '../deps.ts';
import { scoreFresh, scoreTopics } from '../matching/score-topics.ts';
import { type CollectInput, type CollectResult, collect } from './collect.ts';

/**
 * Collects, and scores each topic right after it was written, while its text is at hand: a new call is judged minutes before
 * a long reading ends, and nothing is read back. What is stale for another reason is scored at the
 * end, unless the collect was stopped.
 */
export async function collectAndScore({
  deps,
  input,
}: {
  deps: Deps;
  input: Omit<CollectInput, 'onStored'>;
}): Promise<CollectResult & { scored: number }> {
  let scored = 0;
  const onStored: CollectInput['onStored'] = async (topics) => {
    scored += await scoreFresh({ deps, input: topics });
  };
  const { scans } = await collect({ deps, input: { ...input, onStored } });
  if (input.signal?.aborted !== true) scored += (await scoreTopics({ deps })).scored;
  return { scans, scored };
}
