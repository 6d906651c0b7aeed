import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the labelled topics and the texts they belong to lie: beside the checkout, unless told otherwise. */
export interface GoldPaths {
  gold: string;
  data: string;
}

export function goldPaths(argv: readonly string[] = process.argv): GoldPaths {
  const told = (name: string): string | undefined => {
    const at = argv.indexOf(name);
    return at < 0 ? undefined : argv[at + 1];
  };
  const beside = resolve(import.meta.dirname, '../../../shared');
  return { gold: told('--gold') ?? join(beside, 'gold'), data: told('--data') ?? join(beside, 'data') };
}

export function goldIsThere({ gold, data }: GoldPaths): boolean {
  return existsSync(join(gold, 'pillars_dev.jsonl')) && existsSync(join(data, 'h2020_topics.jsonl.gz'));
}
