import { z } from 'zod';
import { programmeByAbbreviation, programmeById } from '../../src/domain/programme.ts';
import type { SnapshotTopic } from '../../src/domain/snapshot.ts';
import { DEADLINE_MODELS } from '../../src/domain/topic.ts';
import { actionsOf } from './h2020-facts.ts';
import { plainTitle, readJsonLines, readText } from './read-data.ts';

const figure = z.number().nullish();
const code = z.object({ id: z.string(), label: z.string() });

/** A row of a daily capture of the portal's search. Times are labels: the day, and for kinds 8 and 2 the wall time. */
const captureRow = z.object({
  id: z.string(),
  identifier: z.string(),
  title: z.string(),
  url: z.url(),
  callIdentifier: z.string().nullish(),
  callTitle: z.string().nullish(),
  actionType: z.string().nullish(),
  kind: z.object({ id: z.enum(['1', '2', '8']) }),
  startDate: z.string().nullish(),
  deadlineDate: z.string().nullish(),
  frameworkProgrammes: z.array(code),
  programmeDivisions: z.array(code),
  budget: z
    .object({ totalBudgetEur: figure, expectedGrants: figure, minContributionEur: figure, maxContributionEur: figure })
    .nullish(),
});
type CaptureRow = z.infer<typeof captureRow>;

/** A row gathered from March to August 2026. */
const gatheredRow = z.object({
  topicId: z.string(),
  title: z.string(),
  callId: z.string().nullish(),
  callTitle: z.string().nullish(),
  kind: z.string().nullish(),
  opening: z.string().nullish(),
  deadline: z.string().nullish(),
  deadlineModel: z.string().nullish(),
  typesOfAction: z.string().nullish(),
  totalBudgetEur: figure,
  budgetMin: figure,
  budgetMax: figure,
  expectedGrants: figure,
  keywords: z.string().nullish(),
  lastSeen: z.string().nullish(),
  sources: z.array(z.string()),
  programmeCode: z.string().nullish(),
});
type GatheredRow = z.infer<typeof gatheredRow>;

const KINDS = { '1': 'topic', '8': 'cascade', '2': 'external' } as const;

/** The day of the last capture: what is not in it any more, and would still be ahead, is not carried on. */
export const SNAPSHOT_DATE = '2026-08-22';

/**
 * The living stream: every row of the capture of 22 August 2026 (cascade and external calls by `reference`, since
 * siblings share an identifier), and the topics of the months before that the capture lacks because they have closed.
 */
export function liveFacts(folder: string): SnapshotTopic[] {
  const gathered = readJsonLines(folder, 'eu_open_topics_2026.jsonl.gz', gatheredRow);
  const byIdentifier = new Map(gathered.map((row) => [row.topicId, row]));
  const captured = readCapture(folder, 'captures/grants_2026-08-22.json.gz');
  const formerNames = renames(readCapture(folder, 'captures/grants_2026-03-13.json.gz'), captured);
  const current = captured.map((row) => fromCapture(row, byIdentifier.get(row.identifier), formerNames.get(row.id)));
  const taken = new Set([...current.map((topic) => topic.identifier), ...[...formerNames.values()].flat()]);
  const earlier = gathered.filter((row) => !taken.has(row.topicId) && carriesOn(row)).map(fromGathered);
  return markShared([...current, ...earlier]).sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

const nameOf = (topic: SnapshotTopic): string => `${topic.identifier} ${topic.reference ?? ''}`;

function readCapture(folder: string, name: string): CaptureRow[] {
  return z.object({ grants: z.array(captureRow) }).parse(JSON.parse(readText(folder, name))).grants;
}

/** Identifiers change while the reference stays (PORTAL-CONTRACT §2.7): the old ones become aliases. */
function renames(before: readonly CaptureRow[], after: readonly CaptureRow[]): Map<string, string[]> {
  const now = new Map(after.map((row) => [row.id, row.identifier]));
  const renamed = before.filter((row) => row.kind.id === '1' && now.has(row.id) && now.get(row.id) !== row.identifier);
  return new Map(renamed.map((row) => [row.id, [row.identifier]]));
}

/** Closed since, or seen in August all the same. Cascade and external calls are known by reference in captures only. */
function carriesOn({ kind, deadline, lastSeen, sources }: GatheredRow): boolean {
  if (kind === 'Cascade funding calls' || kind === 'Calls for proposals') return false;
  if (deadline === null || deadline === undefined) return false;
  return deadline < SNAPSHOT_DATE || (lastSeen ?? '').startsWith('2026-08') || sources.includes('cordisdata_2026-08');
}

function fromCapture(row: CaptureRow, more: GatheredRow | undefined, formerNames: string[] | undefined): SnapshotTopic {
  const kind = KINDS[row.kind.id];
  const own = kind === 'cascade' ? (row.callTitle ?? row.title) : row.title;
  const topic: SnapshotTopic = {
    kind: kind === 'topic' ? undefined : kind,
    identifier: row.identifier,
    reference: row.id,
    title: plainTitle(own),
    programme: programmeOf(row.frameworkProgrammes),
    call: row.callIdentifier ?? undefined,
    callTitle: kind === 'topic' ? (row.callTitle ?? undefined) : undefined,
    parent: kind === 'cascade' ? row.identifier : undefined,
    url: kind === 'topic' ? undefined : pageOf(row),
    actions: actionsOf([row.actionType ?? '']),
    parts: row.programmeDivisions
      .map(({ id }) => id)
      .filter((id) => !row.frameworkProgrammes.some((one) => one.id === id)),
    aliases: formerNames,
    rounds: [
      {
        opens: row.startDate?.slice(0, 10),
        model: kind === 'topic' ? modelOf(more) : undefined,
        deadlines: row.deadlineDate
          ? [kind === 'topic' ? row.deadlineDate.slice(0, 10) : row.deadlineDate.slice(0, 16)]
          : [],
        budget: row.budget?.totalBudgetEur || undefined,
        grants: row.budget?.expectedGrants || undefined,
        min: row.budget?.minContributionEur || undefined,
        max: row.budget?.maxContributionEur || undefined,
      },
    ],
  };
  return kind === 'topic' ? { ...topic, keywords: keywordsOf(more) } : topic;
}

function fromGathered(row: GatheredRow): SnapshotTopic {
  return {
    identifier: row.topicId,
    title: plainTitle(row.title),
    programme: programmeByAbbreviation(row.programmeCode ?? '')?.abbreviation,
    call: row.callId ?? undefined,
    callTitle: row.callTitle ?? undefined,
    actions: actionsOf([row.typesOfAction ?? '']),
    keywords: keywordsOf(row),
    rounds: [
      {
        opens: row.opening ?? undefined,
        model: modelOf(row),
        deadlines: row.deadline ? [row.deadline] : [],
        budget: row.totalBudgetEur || undefined,
        grants: row.expectedGrants || undefined,
        min: row.budgetMin || undefined,
        max: row.budgetMax || undefined,
      },
    ],
  };
}

function programmeOf(codes: CaptureRow['frameworkProgrammes']): string | undefined {
  const [first] = codes;
  return first === undefined ? undefined : programmeById(first.id)?.abbreviation;
}

/** Some external calls still point to a data file that is no page (PORTAL-CONTRACT §2.7). */
const pageOf = ({ id, url }: CaptureRow): string =>
  url.includes('/data/topicDetails/')
    ? `https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/opportunities/prospect-details/${id}`
    : url;

const modelOf = (row: GatheredRow | undefined) => DEADLINE_MODELS.find((model) => model === row?.deadlineModel);

/** The portal's keywords hold the topic's and the call's identifiers too; they are none. */
function keywordsOf(row: GatheredRow | undefined): string[] {
  const words = (row?.keywords ?? '').split(',').map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== '' && word !== row?.topicId && word !== row?.callId))];
}

/**
 * A figure that at least three siblings of a call share, larger than their grants can use up, is the call's pot
 * (PORTAL-CONTRACT §2.5).
 */
function markShared(topics: SnapshotTopic[]): SnapshotTopic[] {
  const pots = new Map<string, number>();
  for (const topic of topics) pots.set(potOf(topic), (pots.get(potOf(topic)) ?? 0) + 1);
  return topics.map((topic) => {
    const [round] = topic.rounds ?? [];
    if (round?.budget === undefined || (pots.get(potOf(topic)) ?? 0) < 3) return topic;
    const usable = (round.max ?? Number.POSITIVE_INFINITY) * (round.grants ?? Number.POSITIVE_INFINITY);
    return round.budget > usable ? { ...topic, rounds: [{ ...round, shared: true }] } : topic;
  });
}

const potOf = (topic: SnapshotTopic): string => `${topic.call ?? topic.identifier} ${topic.rounds?.[0]?.budget ?? ''}`;
