import type { Cheerio, CheerioAPI } from 'cheerio/slim';
import { BLOCKS, DROPPED } from './markup.ts';
import type { QuickNode } from './quick-tree.ts';

type Root = ReturnType<CheerioAPI['root']> extends Cheerio<infer Document> ? Document : never;
export type Node = Root['children'][number] | QuickNode;
export type Element = Extract<Node, { attribs: unknown }>;

/** The words at the begin of a head, and the blocks behind them: a `<span>` without its end tag swallows the section. */
export function split(nodes: readonly Node[]): { text: string; body: readonly Node[] } {
  const firstBlock = nodes.findIndex((node) => 'attribs' in node && BLOCKS.has(node.name));
  const words = firstBlock < 0 ? nodes : nodes.slice(0, firstBlock);
  return { text: words.map((node) => textOf(node)).join(''), body: nodes.slice(words.length) };
}

export function textOf(node: Node, depth = 0): string {
  if (node.nodeType === 3) return node.data;
  if (!('attribs' in node) || DROPPED.has(node.name) || depth > 20) return '';
  return node.name === 'br' ? ' ' : node.children.map((child) => textOf(child, depth + 1)).join('');
}

/** Takes the first characters of the text away, in whatever elements they stand; returns how many were not found. */
export function dropText(nodes: readonly Node[], length: number, depth = 0): number {
  let left = length;
  for (const node of nodes) {
    if (left <= 0) break;
    if (node.nodeType === 3) {
      const taken = Math.min(left, node.data.length);
      node.data = node.data.slice(taken);
      left -= taken;
    } else if ('attribs' in node && !DROPPED.has(node.name) && depth <= 20) {
      left = node.name === 'br' ? left - 1 : dropText(node.children, left, depth + 1);
    }
  }
  return left;
}
