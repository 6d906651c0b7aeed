/** How long work may take to end in good order. What is left undone then, the next start mends. */
const GRACE_MS = 5_000;

/**
 * Runs work that SIGTERM and Ctrl-C end in good order: its signal fires, and it comes to its own end (a scan that fails as
 * interrupted). A second one, or the end of the grace, ends the process as it would have been ended without us.
 */
export async function untilStopped<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const stop = new AbortController();
  const onSignal = (name: NodeJS.Signals) => {
    stop.abort(new Error(`stopped by ${name}`));
    release();
    setTimeout(() => process.kill(process.pid, name), GRACE_MS).unref();
  };
  const release = () => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.off(name, onSignal);
  };
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, onSignal);
  try {
    return await work(stop.signal);
  } finally {
    release();
  }
}
