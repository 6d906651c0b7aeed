import type { ScanReason } from './scan.ts';

/** A document that could not be had. `reason` is the name that certificates use; `message` says what happened and to whom. */
export class FetchFailure extends Error {
  constructor(
    readonly reason: ScanReason,
    message: string,
    /** HTTP status, where there was an answer at all. */
    readonly status: number | null = null,
  ) {
    super(message);
    this.name = 'FetchFailure';
  }
}
