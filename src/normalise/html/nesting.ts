/** Below this length no nesting costs anything to speak of. */
const HARMLESS = 64_000;
/** Real descriptions nest 12 elements at most; the parser looks for each end tag in all open ones. */
const DEEPEST = 1_000;
/** Elements that need no end tag do not add up: the parser ends them by itself. */
const TAG = /<(\/?)(?!(?:p|li|td|th|tr|dt|dd|br|hr|img|input|col|wbr|area)\b)[a-z]/gi;

/** Whether a document nests so deeply that parsing it would take quadratic time. */
export function isTooDeep(html: string): boolean {
  if (html.length < HARMLESS) return false;
  let depth = 0;
  for (const [, end] of html.matchAll(TAG)) {
    depth = end === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** The text of a document nobody wrote by hand, its tags replaced by blanks. */
export function withoutTags(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ').replaceAll('<', ' ');
}
