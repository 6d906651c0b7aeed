import type { PageContext } from './page-env.tsx';

/** More than the widest form of this house has boxes; who sends more is filling in nothing. */
const MOST_FIELDS = 2_000;
const LONGEST_NAME = 120;

/** A body that no form of ours can have sent. */
export class UnreadableForm extends Error {
  constructor(why: string) {
    super(`a form that cannot be read: ${why}`);
    this.name = 'UnreadableForm';
  }
}

/**
 * The text fields of a form, in the order sent; files are none of ours. Whatever reads a form reads it here, so that how
 * much a body may say is settled before anything is made of it.
 */
export async function formEntries(c: PageContext): Promise<(readonly [name: string, value: string])[]> {
  const data = await c.req.formData().catch(() => {
    throw new UnreadableForm('no form, or one cut off');
  });
  const entries: (readonly [string, string])[] = [];
  for (const [name, value] of data) {
    if (typeof value !== 'string') continue;
    if (entries.length === MOST_FIELDS) throw new UnreadableForm('too many fields');
    if (name.length > LONGEST_NAME) throw new UnreadableForm('a name too long');
    entries.push([name, value]);
  }
  return entries;
}
