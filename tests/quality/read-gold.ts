import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { jsonLines } from '../../src/cli/gold-corpus.ts';
import { PILLARS, type Pillar } from '../../src/domain/pillar.ts';
import type { ScorableTopic } from '../../src/domain/scoring.ts';

const CODES: Readonly<Record<string, Pillar>> = {
  ECO: 'economy',
  PEO: 'people',
  GOV: 'governance',
  MOB: 'mobility',
  ENV: 'environment',
  LIV: 'living',
};

const goldLine = z.object({
  identifier: z.string(),
  city: z.array(z.number()),
  primary: z.array(z.string()),
  pillars: z.array(z.string()),
  conf: z.number().optional(),
  basis: z.enum(['text', 'title']),
});

/** A topic as an annotator labelled it. Two annotators' differing city values are averaged. */
export interface LabelledTopic {
  topic: ScorableTopic;
  /** 0–2; from 1.5 on the topic is wanted. */
  city: number;
  /** The primary pillars that the annotators named; empty = no pillar makes sense. */
  primary: Pillar[];
  pillars: Pillar[];
  basis: 'text' | 'title';
}

export const WANTED_FROM = 1.5;

export function readLabelled(gold: string, file: string, corpus: ReadonlyMap<string, ScorableTopic>): LabelledTopic[] {
  return jsonLines(readFileSync(join(gold, file), 'utf8')).flatMap((raw) => {
    const line = goldLine.parse(raw);
    const topic = corpus.get(line.identifier);
    if (topic === undefined) return [];
    return [
      {
        topic,
        city: line.city.reduce((a, b) => a + b, 0) / line.city.length,
        primary: pillarsOf(line.primary),
        pillars: pillarsOf(line.pillars),
        basis: line.basis,
      },
    ];
  });
}

function pillarsOf(codes: readonly string[]): Pillar[] {
  const named = new Set(codes.map((code) => CODES[code]));
  return PILLARS.filter((pillar) => named.has(pillar));
}

/**
 * Topics picked by hand because a city wants them, with their pillars, the first of them primary. The unwanted ones beside
 * them say nothing of pillars and are left out.
 */
export function readPicked(gold: string, corpus: ReadonlyMap<string, ScorableTopic>): LabelledTopic[] {
  const picked = new Map<string, LabelledTopic>();
  for (const row of readCsv(join(gold, 'topics_labelled_h2020.csv'))) {
    const topic = corpus.get(row.topic ?? '');
    if (topic === undefined || row.label !== 'pos') continue;
    const codes = (row.pillars ?? '').split(',');
    const labels = { city: 2, primary: pillarsOf(codes.slice(0, 1)), pillars: pillarsOf(codes) };
    picked.set(topic.identifier, { topic, ...labels, basis: topic.texts.length > 0 ? 'text' : 'title' });
  }
  return [...picked.values()];
}

/** How many European municipalities won in a topic. */
export interface CityWins {
  topic: ScorableTopic;
  municipalities: number;
  /** Their names as CORDIS has them. */
  winners: string[];
  /** Share of the topic's projects whose partners are known. */
  coverage: number;
}

export function readCityWins(gold: string, corpus: ReadonlyMap<string, ScorableTopic>): CityWins[] {
  return readCsv(join(gold, 'city_wins_2014_2016.csv')).flatMap((row) => {
    const topic = corpus.get(row.identifier ?? '');
    if (topic === undefined) return [];
    const winners = (row.municipality_names ?? '').split(';').map((name) => name.trim());
    return [{ topic, winners, municipalities: Number(row.municipalities), coverage: Number(row.coverage) }];
  });
}

const rows = z.array(z.record(z.string(), z.string()));

export function readCsv(path: string): Record<string, string>[] {
  return rows.parse(parse(readFileSync(path, 'utf8'), { columns: true, bom: true }));
}
