import type { ScanReason } from '../../domain/scan.ts';

/** Why an archive proves nothing although its bytes are whole. */
export class ArchiveProblem extends Error {
  constructor(
    readonly reason: ScanReason,
    message: string,
  ) {
    super(message);
    this.name = 'ArchiveProblem';
  }
}
