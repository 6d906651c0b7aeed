import type { Viewer } from './viewer.ts';

export const CSRF_FIELD = 'csrf';

/** Stands first in every form that changes something. */
export const CsrfField = ({ viewer }: { viewer: Pick<Viewer, 'csrf'> }) => (
  <input type="hidden" name={CSRF_FIELD} value={viewer.csrf} />
);
