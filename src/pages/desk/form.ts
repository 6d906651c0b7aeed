import type { z } from 'zod';
import type { Person } from '../../domain/desk/people/person.ts';
import { Failure, invalid } from '../../domain/errors.ts';
import { formEntries } from '../form-entries.ts';
import { withQuery } from '../links.ts';
import type { PageContext } from '../page-env.tsx';
import { needsOf } from './form-needs.ts';
import { formTree } from './form-tree.ts';

/** A form's fields, read by a service's schema; unknown fields are dropped, so that nothing can be smuggled in. */
export async function readForm<Schema extends z.ZodType>(c: PageContext, schema: Schema): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(formTree(await formEntries(c)));
  if (parsed.success) return parsed.data;
  const needs = needsOf(parsed.error.issues);
  throw invalid(`the form has faults: ${needs.map(({ field }) => field).join(', ')}`, { needs });
}

/** Who acts; a visitor cannot. */
export function actor(c: PageContext): Person {
  const { person } = c.get('viewer');
  if (person === null) throw new Failure('forbidden', 'Sign in first.', {});
  return person;
}

/** Back to a page after something was done, with the word that says so. */
export const done = (c: PageContext, path: string, word: string, more: Record<string, string> = {}): Response =>
  c.redirect(withQuery(path, { fatto: word, ...more }), 303);

/** What a verb of the desk is handed. */
export const asked = <Input>(c: PageContext, input: Input) => ({ deps: c.get('deps'), person: actor(c), input });

/** A part of the address; the route has it, or it would not be this route. */
export const param = (c: PageContext, name = 'id'): string => c.req.param(name) ?? '';
