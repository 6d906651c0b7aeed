/** Failures that a person can act on. `message` says who, where, which value and what to do next; edges map `kind`. */
export type FailureKind = 'not-found' | 'conflict' | 'invalid' | 'forbidden' | 'unavailable' | 'gone';

export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    /** Machine-readable detail: the offending field, the known names, … */
    readonly detail: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'Failure';
  }
}

export const notFound = (what: string, id: string) =>
  new Failure('not-found', `${what} «${id}» is not in the catalogue.`, { what, id });
export const conflict = (message: string, detail?: Record<string, unknown>) => new Failure('conflict', message, detail);
export const invalid = (message: string, detail?: Record<string, unknown>) => new Failure('invalid', message, detail);
