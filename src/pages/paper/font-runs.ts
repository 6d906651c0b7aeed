/** A piece of text that one font file holds. */
export interface FontRun {
  text: string;
  extended: boolean;
}

/** Letters of Polish, Romanian, Czech … names: Titillium keeps them in a file of their own. */
const EXTENDED = /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20cf]/u;
/** What neither file holds is drawn as a question mark rather than as nothing. */
const UNKNOWN =
  /[^\n\u0020-\u024f\u02bb-\u02dc\u1e00-\u1eff\u2000-\u206f\u20a0-\u20cf\u2122\u2190-\u2193\u2212\u2215]/gu;

/** Cuts a text into runs of one font each; what no font holds loses its marks or becomes a question mark. */
export function fontRuns(text: string): FontRun[] {
  const runs: FontRun[] = [];
  for (const letter of printable(text)) {
    const extended = EXTENDED.test(letter);
    const last = runs.at(-1);
    if (last?.extended === extended) last.text += letter;
    else runs.push({ text: letter, extended });
  }
  return runs;
}

const printable = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(UNKNOWN, '?');
