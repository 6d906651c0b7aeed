import type { Ui } from '../ui.ts';
import { MACHINE_SENTENCES } from './machine-sentences.ts';

const HOLE = /\{(\w+)\}/g;

const BOOK = MACHINE_SENTENCES.map(([english, italian]) => {
  const names = [...english.matchAll(HOLE)].map(([, name]) => name ?? '');
  const [first = '', ...rest] = english.split(HOLE).filter((_, at) => at % 2 === 0);
  const shape = [first, ...rest].map((part) => part.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')).join('(.+?)');
  return { shape: new RegExp(`^${shape}$`, 's'), names, italian };
});

/** A sentence of the machine in Italian; null where the book does not hold it. */
export function inItalian(sentence: string): string | null {
  for (const { shape, names, italian } of BOOK) {
    const found = shape.exec(sentence);
    if (found === null) continue;
    const said = (value: string, name: string) => (name === 'why' ? (inItalian(value) ?? value) : value);
    const values = new Map(names.map((name, at) => [name, said(found[at + 1] ?? '', name)]));
    return italian.replace(HOLE, (_, name: string) => values.get(name) ?? '');
  }
  return null;
}

/** What the machine said of a reading, in the page's language where it can be. */
export const MachineSaid = ({ ui, text }: { ui: Ui; text: string }) => {
  const own = ui.lang === 'it' ? inItalian(text) : null;
  return own === null ? <span lang="en">{text}</span> : <span>{own}</span>;
};
