import type { Deps } from './deps.ts';
import { forReading } from './remembered.ts';

const READING = new Set(['GET', 'HEAD']);
const houses = new WeakMap<Request, Deps>();

/** The house as one request sees it, the same for all who handle it: gathered where it only reads (`forReading`). */
export function forRequest(deps: Deps, request: Request): Deps {
  if (!READING.has(request.method)) return deps;
  const known = houses.get(request);
  if (known !== undefined) return known;
  const house = forReading(deps, deps.nearest?.(request));
  houses.set(request, house);
  return house;
}
