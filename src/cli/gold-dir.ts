import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { ScorableTopic } from '../domain/scoring.ts';
import { byTitle, type JudgedTopic } from '../services/matching/backtest.ts';
import { UsageError } from './parse-options.ts';

/** Two annotators' values are averaged; from here on a topic is wanted. */
const WANTED_FROM = 1.5;

const labelled = z.object({
  identifier: z.string(),
  title: z.string(),
  city: z.array(z.number()).min(1),
  basis: z.enum(['text', 'title']).default('title'),
});
const outcome = z.object({ identifier: z.string(), title: z.string(), municipalities: z.coerce.number() });

/**
 * What a folder of gold holds, by file: labels by reading (`*.jsonl`), and what municipalities won (`city_wins*.csv`). A
 * topic that was labelled by its text is scored by its text, where `texts` has it; all others by title.
 */
export function readGoldDir(
  folder: string,
  texts: ReadonlyMap<string, ScorableTopic> = new Map(),
): Map<string, JudgedTopic[]> {
  if (!existsSync(folder)) throw new UsageError(`${folder} does not exist`);
  const sets = new Map<string, JudgedTopic[]>();
  for (const name of readdirSync(folder).sort()) {
    const text = () => readFileSync(join(folder, name), 'utf8');
    if (name.endsWith('.jsonl')) sets.set(name, readLabels(text(), texts));
    if (/^city_wins.*\.csv$/.test(name)) sets.set(name, readOutcomes(text()));
  }
  if (sets.size === 0) throw new UsageError(`${folder} holds neither *.jsonl nor city_wins*.csv`);
  return sets;
}

function readLabels(text: string, texts: ReadonlyMap<string, ScorableTopic>): JudgedTopic[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const { identifier, title, city, basis } = labelled.parse(JSON.parse(line));
    const read = basis === 'text' ? texts.get(identifier) : undefined;
    const mean = city.reduce((sum, value) => sum + value, 0) / city.length;
    return { topic: read ?? byTitle(identifier, title), wanted: mean >= WANTED_FROM, year: yearIn(identifier) };
  });
}

function readOutcomes(text: string): JudgedTopic[] {
  return z
    .array(outcome)
    .parse(parse(text, { columns: true, bom: true }))
    .map(({ identifier, title, municipalities }) => ({
      topic: byTitle(identifier, title),
      wanted: municipalities > 0,
      year: yearIn(identifier),
    }));
}

function yearIn(identifier: string): number | null {
  const year = /(?:^|\D)(20[12]\d)(?:\D|$)/.exec(identifier)?.[1];
  return year === undefined ? null : Number(year);
}
