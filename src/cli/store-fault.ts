import { storeFault } from '../services/operate/told-error.ts';

/** What the command line says of a store that failed under it; null where the fault is none of the store's. */
export function storeFaultWords(error: unknown, path: string): string | null {
  const fault = storeFault(error);
  return fault && `The store ${path} cannot be used: ${fault.message}; ${fault.step}.`;
}
