import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Claim,
  claimDelivery,
  readDueEndpoints,
  readNextTry,
  readWebhookHolders,
} from '../../../db/repositories/webhooks/deliveries.ts';
import { spreadEvents } from '../../../db/repositories/webhooks/events.ts';
import { Failure } from '../../domain/errors.ts';
import type { WebhookSender } from '../../domain/ports.ts';
import { withLease } from '../../ingest/lease.ts';
import { workplaceOf } from '../../ingest/workplace.ts';
import { realNow, secondsFromNow } from '../access/real-time.ts';
import type { Deps } from '../deps.ts';
import { sendDelivery } from './send-delivery.ts';

export interface WebhookCounts extends Record<string, number> {
  delivered: number;
  retry: number;
  'given-up': number;
  stopped: number;
}

/** Longer than a knock may take. */
const CLAIM_S = 60;
/** The first retries are due within seconds: a run waits for them rather than leave them to the next. */
const PATIENCE_MS = 10_000;
/** A run ends in time for the next; what is left is due then. */
const LONGEST_RUN_MS = 240_000;
/** Partners' servers that are knocked at side by side. */
const SIDE_BY_SIDE = 8;

/** Spreads the events to the endpoints that asked for them and sends what is due. */
export async function deliverWebhooks({
  deps,
  input: { patienceMs = PATIENCE_MS } = {},
}: {
  deps: Deps;
  input?: { patienceMs?: number };
}): Promise<WebhookCounts> {
  await spreadEvents(deps.db, realNow());
  const counts: WebhookCounts = { delivered: 0, retry: 0, 'given-up': 0, stopped: 0 };
  const { webhooks: sender } = deps;
  if (sender === undefined) return counts;
  try {
    await withLease(deps, 'deliver-webhooks', (signal) => sendAll(deps, sender, counts, patienceMs, signal));
  } catch (error) {
    // Another process is sending; it takes ours too.
    if (!(error instanceof Failure && error.kind === 'conflict')) throw error;
  }
  return counts;
}

async function sendAll(
  deps: Deps,
  sender: WebhookSender,
  counts: WebhookCounts,
  patienceMs: number,
  signal: AbortSignal,
): Promise<void> {
  const ends = Date.now() + LONGEST_RUN_MS;
  const workplace = workplaceOf(deps);
  const holder = workplace.newHolder();
  const dead = (await readWebhookHolders(deps.db)).filter((one) => workplace.isGone(one, () => false));
  const goesOn = () => !signal.aborted && deps.budget?.isUsed() !== true && Date.now() < ends;
  const run: Run = { deps, sender, claim: { holder, dead }, counts, goesOn };
  while (goesOn()) {
    const due = await readDueEndpoints(deps.db, { now: realNow(), dead });
    for (let at = 0; at < due.length; at += SIDE_BY_SIDE)
      await Promise.all(due.slice(at, at + SIDE_BY_SIDE).map((endpoint) => sendTo(run, endpoint)));
    const next = await readNextTry(deps.db);
    const wait = next === null ? Number.POSITIVE_INFINITY : Date.parse(next) - Date.now();
    if (wait > patienceMs) return;
    await sleep(Math.max(50, wait));
  }
}

/** One run over all endpoints. */
interface Run {
  deps: Deps;
  sender: WebhookSender;
  claim: Pick<Claim, 'holder' | 'dead'>;
  counts: WebhookCounts;
  /** Whether there is time for one more: a burst at a slow door must not hold up the others for hours. */
  goesOn: () => boolean;
}

/** One after the other, until nothing is due, the time is up, or the door stays shut: then the rest waits with it. */
async function sendTo({ deps, sender, claim, counts, goesOn }: Run, endpoint: string): Promise<void> {
  while (goesOn()) {
    const own = { ...claim, now: realNow(), until: secondsFromNow(CLAIM_S) };
    const delivery = await claimDelivery(deps.db, endpoint, own);
    if (delivery === null) return;
    const outcome = await sendDelivery(deps, sender, delivery);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (outcome === 'retry') return;
  }
}
