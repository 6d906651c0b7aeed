import { type NodeRuntime, openRuntime, readSetup } from '../node.ts';

/** Opens the store for one command and closes it whatever happens. */
export async function withRuntime<Result>(work: (runtime: NodeRuntime) => Promise<Result>): Promise<Result> {
  const runtime = await openRuntime(readSetup(process.env));
  try {
    return await work(runtime);
  } finally {
    runtime.store.close();
  }
}
