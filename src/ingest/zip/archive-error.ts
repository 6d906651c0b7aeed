/** What is wrong with an archive: its bytes stop or do not add up, or it is built in a way that we do not read. */
export type ArchiveFault = 'cut' | 'unsupported';

/** An archive that proves nothing; `message` names the place and the two values that disagree. */
export class ArchiveError extends Error {
  constructor(
    readonly fault: ArchiveFault,
    message: string,
  ) {
    super(message);
    this.name = 'ArchiveError';
  }
}

export const cut = (message: string) => new ArchiveError('cut', message);
export const unsupported = (message: string) => new ArchiveError('unsupported', message);
