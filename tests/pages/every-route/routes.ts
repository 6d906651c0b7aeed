import type { createApp } from '../../../src/app.ts';

export interface Route {
  method: string;
  /** As registered: `/dossier/:id`. */
  pattern: string;
}

/** Every address that the application answers, read from its own table: a new one is swept without being told of. */
export function routesOf(app: ReturnType<typeof createApp>): Route[] {
  const known = new Map<string, Route>();
  for (const { method, path } of app.routes)
    if (method !== 'ALL' && path !== '/*') known.set(`${method} ${path}`, { method, pattern: path });
  return [...known.values()];
}

/** A parameter of an address with what it must look like: `:file{[0-9]+\.json}`. */
const PARAMETER = /:(\w+)(?:\{((?:[^{}]|\{[^}]*\})*)\})?/g;

/** The address of one thing: `by` tells a parameter's value from its name and the pattern around it. */
export const at = (pattern: string, by: (name: string, shape: string, pattern: string) => string): string =>
  pattern.replace(PARAMETER, (_, name: string, shape: string | undefined) => by(name, shape ?? '', pattern));

/** Nobody's thing, of the right shape. */
export const nobodys = (pattern: string): string =>
  at(pattern, (name, shape) => {
    const ending = /\\(\.[a-z]+)$/.exec(shape)?.[1] ?? '';
    return /^(number|grant|delivery)$/.test(name) || shape.startsWith('[0-9]') ? `9999${ending}` : `none${ending}`;
  });
