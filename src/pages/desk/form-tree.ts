/** A form's fields by their place: `scores.C1.value` in a record, `reasons.0.text` in a list, `groups[]` one of several. */
export type Tree = { [name: string]: Tree | Tree[] | string | string[] };

/** `scores.C1.value` is as deep as a form of ours goes. */
const DEEPEST = 4;
/** Names that every object has already. */
const INHERITED = new Set(['__proto__', 'constructor', 'prototype']);

/** What flat names stand for. Names that lead too deep or into an object's own workings are nobody's field. */
export function formTree(entries: readonly (readonly [name: string, value: string])[]): Tree {
  const tree: Tree = {};
  const several = new Map<string, string[]>();
  for (const [name, value] of entries) {
    const path = name.replace(/\[\]$/, '').split('.');
    if (path.length > DEEPEST || path.some((part) => INHERITED.has(part))) continue;
    if (!name.endsWith('[]')) put(tree, path, value);
    else if (several.get(name)?.push(value) === undefined) several.set(name, [value]);
  }
  for (const [name, values] of several) tree[name.slice(0, -2)] = values;
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
