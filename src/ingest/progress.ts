import { dropFact } from '../../db/repositories/drop-fact.ts';
import { saveFact } from '../../db/repositories/store-facts.ts';
import type { Db } from '../../db/store.ts';
import type { Logger } from '../domain/ports.ts';

export const PROGRESS_FACT = 'collect-progress';

/** What pages and logs show of a running collect. The fact is absent while none runs. */
export interface CollectProgress {
  source: string;
  /** `topic: pass 1`, `topic: storing`, `missing topics`, `cross-check`, … */
  phase: string;
  pagesRead: number;
  /** As far as is known; grows while kinds are discovered. */
  pagesTotal: number;
  topicsSeen: number;
  secondsLeft: number | null;
}

const EVERY_MS = 1_000;

/** Tells how far a collect is: at most once a second to the store and the log, in real time. */
export class Progress {
  private readonly startedMs = performance.now();
  private told = Number.NEGATIVE_INFINITY;
  private state: CollectProgress;

  constructor(
    private readonly db: Db,
    private readonly log: Logger,
    source: string,
  ) {
    this.state = { source, phase: 'starting', pagesRead: 0, pagesTotal: 0, topicsSeen: 0, secondsLeft: null };
  }

  async phase(phase: string): Promise<void> {
    this.state = { ...this.state, phase };
    await this.tell();
  }

  expectPages(more: number): void {
    this.state.pagesTotal += more;
  }

  async page(topicsSeen: number): Promise<void> {
    const pagesRead = this.state.pagesRead + 1;
    const pagesTotal = Math.max(this.state.pagesTotal, pagesRead);
    const elapsed = (performance.now() - this.startedMs) / 1000;
    const secondsLeft = Math.round((elapsed / pagesRead) * (pagesTotal - pagesRead));
    this.state = { ...this.state, pagesRead, pagesTotal, topicsSeen, secondsLeft };
    await this.tell();
  }

  async end(): Promise<void> {
    await dropFact(this.db, PROGRESS_FACT);
  }

  private async tell(): Promise<void> {
    const now = performance.now();
    if (now - this.told < EVERY_MS) return;
    this.told = now;
    this.log.info({ ...this.state }, 'collecting');
    await saveFact(this.db, PROGRESS_FACT, this.state, new Date().toISOString());
  }
}
