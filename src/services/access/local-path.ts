/**
 * Where to go after signing in: a path of this house, else the start. Browsers read `//host`, `/\host` and addresses with
 * control characters as other places.
 */
export function localPath(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return '/';
  const here = 'http://here.invalid';
  const url = new URL(next, here);
  // `/..//host` has climbed to `//host` only now.
  return url.origin === here && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/';
}
