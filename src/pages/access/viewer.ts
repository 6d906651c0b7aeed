import type { Person } from '../../domain/desk/people/person.ts';

/** Who asks. A visitor without sign-in is nobody, and still reads what is public. */
export interface Viewer {
  person: Person | null;
  /** How to greet them; null for visitors. */
  name: string | null;
  /** The token that each of their forms carries (`<CsrfField/>`); empty for visitors. */
  csrf: string;
}

export const VISITOR: Viewer = { person: null, name: null, csrf: '' };
