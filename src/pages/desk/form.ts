import type { z } from 'zod';
import type { Person } from '../../domain/desk/people/person.ts';
import { Failure, invalid } from '../../domain/errors.ts';
import { withQuery } from '../links.ts';
import type { PageContext } from '../page-env.tsx';
import { needsOf } from './form-needs.ts';

type Tree = { [name: string]: Tree | Tree[] | string | string[] };

/** A form's fields, read by a service's schema; unknown fields are dropped, so that nothing can be smuggled in. */
export async function readForm<Schema extends z.ZodType>(c: PageContext, schema: Schema): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(nest([...(await c.req.formData())]));
  if (parsed.success) return parsed.data;
  const needs = needsOf(parsed.error.issues);
  throw invalid(`the form has faults: ${needs.map(({ field }) => field).join(', ')}`, { needs });
}

/** `scores.C1.value` is a place in a record, `reasons.0.text` in a list, `groups[]` one of several. */
function nest(entries: readonly (readonly [string, FormDataEntryValue])[]): Tree {
  const tree: Tree = {};
  for (const [name, value] of entries) {
    if (typeof value !== 'string' || /__proto__|constructor|prototype/.test(name)) continue;
    if (name.endsWith('[]')) {
      const key = name.slice(0, -2);
      const known = tree[key];
      tree[key] = [...(Array.isArray(known) ? known.filter((each) => typeof each === 'string') : []), value];
    } else put(tree, name.split('.'), value);
  }
  return lists(tree);
}

function put(tree: Tree, [first = '', ...rest]: readonly string[], value: string): void {
  if (rest.length === 0) {
    tree[first] = value;
    return;
  }
  const known = tree[first];
  const branch = typeof known === 'object' && !Array.isArray(known) ? known : {};
  tree[first] = branch;
  put(branch, rest, value);
}

/** Records whose names are 0, 1, 2 … are lists. */
function lists(tree: Tree): Tree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, value]) => {
      if (typeof value === 'string' || Array.isArray(value)) return [name, value];
      const inner = lists(value);
      const listed = Object.keys(inner).every((key) => /^\d+$/.test(key));
      return [name, listed ? (Object.values(inner) as Tree[]) : inner];
    }),
  );
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
