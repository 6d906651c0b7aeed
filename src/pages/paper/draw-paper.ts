import type { PageContext } from '../page-env.tsx';
import { readShell } from '../shell.ts';
import type { Words } from '../ui.ts';
import type { Paper, PaperHead } from './paper.ts';

type Head = Omit<PaperHead, 'author' | 'lang'> & { words: Words };

/** Draws a paper in the association's name. The library is loaded at the first wish: most visits want none. */
export async function drawPaper(
  c: PageContext,
  { words: { lang }, ...head }: Head,
  draw: (paper: Paper, association: string) => void,
): Promise<Uint8Array> {
  const author = (await readShell(c.get('deps'), c.get('viewer'))).association[lang];
  const { Paper } = await import('./paper.ts');
  const paper = new Paper({ ...head, author, lang }, await c.get('paperFonts')());
  draw(paper, author);
  return await paper.bytes();
}
