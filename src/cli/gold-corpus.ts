import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { ScorableTopic } from '../domain/scoring.ts';

const text = z.string().nullish();

const h2020Line = z.object({
  topicId: z.string(),
  title: z.string(),
  callIds: z.array(z.string()),
  typesOfAction: z.array(z.string()),
  deadlines: z.array(z.string()),
  text: z.object({ specificChallenge: text, scope: text, expectedImpact: text }).nullable(),
});

const openLine = z.object({
  topicId: z.string(),
  title: z.string(),
  programmeCode: text,
  callId: text,
  callTitle: text,
  typesOfAction: text,
  description: text,
  deadline: text,
});

const H2020_FILE = 'h2020_topics.jsonl.gz';
const OPEN_FILE = 'eu_open_topics_2026.jsonl.gz';

export const corpusIsThere = (data: string): boolean =>
  existsSync(join(data, H2020_FILE)) && existsSync(join(data, OPEN_FILE));

/** The real topics that the gold was made from, by identifier, as the scorer reads them. */
export function readCorpus(data: string): Map<string, ScorableTopic> {
  const topics = new Map<string, ScorableTopic>();
  for (const line of gunzipLines(join(data, H2020_FILE))) {
    const topic = fromH2020(h2020Line.parse(line));
    topics.set(topic.identifier, topic);
  }
  for (const line of gunzipLines(join(data, OPEN_FILE))) {
    const topic = fromOpen(openLine.parse(line));
    topics.set(topic.identifier, topic);
  }
  return topics;
}

function fromH2020(line: z.infer<typeof h2020Line>): ScorableTopic {
  const { specificChallenge, scope, expectedImpact } = line.text ?? {};
  const description = [specificChallenge, scope, expectedImpact].filter((part) => !!part).join('\n\n');
  return {
    key: line.topicId,
    identifier: line.topicId,
    title: decode(line.title),
    programme: 'H2020',
    callIdentifier: line.callIds[0] ?? null,
    callTitle: null,
    typesOfAction: line.typesOfAction,
    keywords: [],
    programmeParts: [],
    texts: description === '' ? [] : [{ field: 'description', kind: 'description', text: description }],
    deadlineOn: line.deadlines.at(-1)?.slice(0, 10) ?? null,
  };
}

function fromOpen(line: z.infer<typeof openLine>): ScorableTopic {
  return {
    key: line.topicId,
    identifier: line.topicId,
    title: decode(line.title),
    programme: line.programmeCode ?? null,
    callIdentifier: line.callId ?? null,
    callTitle: line.callTitle ?? null,
    typesOfAction: line.typesOfAction ? [line.typesOfAction] : [],
    keywords: [],
    programmeParts: [],
    texts: line.description ? [{ field: 'description', kind: 'description', text: line.description }] : [],
    deadlineOn: line.deadline?.slice(0, 10) ?? null,
  };
}

/** The same topic as a list of titles would give it: no text, no call, no action. */
export function titleOnly(topic: ScorableTopic): ScorableTopic {
  return { ...topic, callTitle: null, keywords: [], texts: [] };
}

function gunzipLines(path: string): unknown[] {
  return jsonLines(gunzipSync(readFileSync(path)).toString('utf8'));
}

export function jsonLines(content: string): unknown[] {
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): unknown => JSON.parse(line));
}

function decode(title: string): string {
  return title.replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
}
