/** Longest mark of a footnote, `[123]`. */
const MARK = /\[\d{1,3}\]/g;
const BODY = /^\s*\[\d{1,3}\]/;

/**
 * A line of plain text without its footnotes: notes in `[[ ]]`, marks such as `[1]`, and lines that are the body of a
 * note. They renumber whenever a neighbour is edited, which is no news to an applicant (DESIGN "Change").
 */
export function withoutFootnotes(line: string): string {
  if (!line.includes('[')) return line;
  if (BODY.test(line)) return '';
  const bare = (line.includes('[[') ? withoutNotes(line) : line).replace(MARK, '');
  return bare.includes('  ') ? bare.replace(/ {2,}/g, ' ') : bare;
}

function withoutNotes(line: string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const opens = line.indexOf('[[', from);
    const closes = opens < 0 ? -1 : line.indexOf(']]', opens);
    if (closes < 0) break;
    kept.push(line.slice(from, opens));
    from = closes + 2;
  }
  kept.push(line.slice(from));
  return kept.join('');
}
