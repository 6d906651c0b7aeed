import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { parseActionType } from '../../src/domain/action-type.ts';
import type { SnapshotTopic } from '../../src/domain/snapshot.ts';
import { DEADLINE_MODELS } from '../../src/domain/topic.ts';
import { plainTitle, readJsonLines, readText } from './read-data.ts';

type SnapshotRound = NonNullable<SnapshotTopic['rounds']>[number];

const topicRow = z.object({
  topicId: z.string(),
  title: z.string(),
  callIds: z.array(z.string()),
  typesOfAction: z.array(z.string()),
  openings: z.array(z.iso.date()),
  deadlines: z.array(z.iso.date()),
  legalBasis: z.array(z.string()),
});

/** Rounds as the work programmes print them, checked by hand; several lines a topic, one a round. Budget in million euro. */
const roundRow = z.object({
  topic: z.string(),
  title: z.string(),
  type: z.string(),
  opening: z.string(),
  model: z.enum(DEADLINE_MODELS),
  deadline1: z.string(),
  deadline2: z.string(),
  budget: z.string(),
});
type RoundRow = z.infer<typeof roundRow>;

/** The topics of Horizon 2020. Entries of CORDIS that are no topic ("Energy", "MSCA", "Europe") are left out. */
export function h2020Facts(folder: string): SnapshotTopic[] {
  const verified = group(readRounds(folder));
  const topics = readJsonLines(folder, 'h2020_topics.jsonl.gz', topicRow)
    .filter(isTopic)
    .map((row) => toFacts(row, verified.get(row.topicId) ?? []));
  const known = new Set(topics.map((topic) => topic.identifier));
  for (const [identifier, rounds] of verified) {
    const title = rounds.find((round) => round.title !== '')?.title;
    if (known.has(identifier) || title === undefined) continue;
    topics.push({
      identifier,
      title: plainTitle(title),
      programme: 'H2020',
      actions: actionsOf(rounds.map((r) => r.type)),
      rounds: rounds.map(toRound),
    });
  }
  return topics.sort((a, b) => (a.identifier < b.identifier ? -1 : 1));
}

const isTopic = ({ topicId, title }: z.infer<typeof topicRow>): boolean =>
  /\d/.test(topicId) && /[-.]/.test(topicId) && title !== topicId && !title.startsWith('H2020-Adhoc');

function toFacts(row: z.infer<typeof topicRow>, verified: readonly RoundRow[]): SnapshotTopic {
  return {
    identifier: row.topicId,
    title: plainTitle(row.title),
    programme: 'H2020',
    call: row.callIds.at(-1),
    actions: actionsOf([...row.typesOfAction, ...verified.map((round) => round.type)]),
    parts: row.legalBasis,
    rounds: verified.length > 0 ? verified.map(toRound) : roundsByYear(row),
  };
}

function toRound(row: RoundRow): SnapshotRound {
  return {
    opens: row.opening === '' ? undefined : row.opening,
    model: row.model,
    deadlines: [row.deadline1, row.deadline2].filter((day) => day !== ''),
    budget: Math.round(Number(row.budget) * 1e6) || undefined,
  };
}

/** Without the work programme: one round a year of deadlines; whether two of a year are stages or cut-offs is unknown. */
function roundsByYear({ openings, deadlines }: z.infer<typeof topicRow>): SnapshotRound[] {
  const years = [...new Set(deadlines.map((day) => day.slice(0, 4)))].sort();
  return years.map((year) => {
    const own = deadlines.filter((day) => day.startsWith(year)).sort();
    return {
      opens: openings
        .filter((day) => day <= (own[0] ?? ''))
        .sort()
        .at(-1),
      deadlines: own,
    };
  });
}

function readRounds(folder: string): RoundRow[] {
  return z.array(roundRow).parse(parse(readText(folder, 'h2020_topics_wp_verified.csv'), { columns: true }));
}

function group(rows: readonly RoundRow[]): Map<string, RoundRow[]> {
  const groups = new Map<string, RoundRow[]>();
  for (const row of rows) groups.set(row.topic, [...(groups.get(row.topic) ?? []), row]);
  for (const own of groups.values()) own.sort((a, b) => (a.deadline1 < b.deadline1 ? -1 : 1));
  return groups;
}

export function actionsOf(labels: readonly string[]): string[] {
  return [...new Set(labels.flatMap((label) => parseActionType(label) ?? []))];
}
