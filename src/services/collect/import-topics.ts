import { readKnownTopics } from '../../../db/repositories/topics-write.ts';
import { parseActionType } from '../../domain/action-type.ts';
import { brusselsInstant } from '../../domain/brussels.ts';
import type { Issue, IssueKind } from '../../domain/issue.ts';
import { programmeByAbbreviation } from '../../domain/programme.ts';
import {
  DEADLINE_MODELS,
  type Deadline,
  type Round,
  SUBMISSION_STATUSES,
  type TopicDraft,
} from '../../domain/topic.ts';
import { storeTopics } from '../../ingest/store-topics.ts';
import { readEuro } from '../../normalise/money.ts';
import { plainLine } from '../../normalise/text.ts';
import type { Deps } from '../deps.ts';
import { plainSection } from './plain-section.ts';
import { readTopicLines, type TopicLine } from './topic-line.ts';

export interface ImportReport extends Record<string, unknown> {
  read: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Topics of another source that show the file's facts now, until that source is read again. */
  overlaid: number;
  /** Lines that could not be read, by number. */
  skipped: { line: number; problem: string }[];
}

export const FILE_SOURCE = 'file';
const CHUNK = 200;

/** Loads topics from JSON Lines as source `file`; a line that cannot be read is named and skipped, the rest goes in. */
export async function importTopics({
  deps,
  input,
}: {
  deps: Pick<Deps, 'db' | 'clock'>;
  input: { lines: AsyncIterable<string | Uint8Array>; onProblem?: (line: number, problem: string) => void };
}): Promise<ImportReport> {
  const storing = {
    id: null,
    db: deps.db,
    source: FILE_SOURCE,
    at: deps.clock.now(),
    known: await readKnownTopics(deps.db),
    hasBaseline: true,
    counts: { topics: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, issues: 0 },
    changedKeys: new Set<string>(),
  };
  const skipped: ImportReport['skipped'] = [];
  const overlaid = new Set<string>();
  let read = 0;
  // A name that comes twice counts as it comes last: stored one after the other, each import of the same file would change
  // the topic there and back again.
  const topics = new Map<string, TopicLine>();
  for await (const line of readTopicLines(input.lines)) {
    if ('problem' in line) {
      skipped.push({ line: line.number, problem: line.problem });
      input.onProblem?.(line.number, line.problem);
      continue;
    }
    read += 1;
    topics.set(line.topic.identifier, line.topic);
  }
  const lines = [...topics.values()];
  for (let at = 0; at < lines.length; at += CHUNK) {
    const own = lines.slice(at, at + CHUNK).map(toDraft);
    for (const { draft } of own) {
      const source = storing.known.get(draft.key)?.source;
      if (source !== undefined && source !== FILE_SOURCE) overlaid.add(draft.key);
    }
    await storeTopics(
      storing,
      own.map(({ draft }) => ({ draft, rawHash: null, knownAs: null })),
      own.flatMap(({ issues }) => issues),
    );
  }
  const { added, changed, unchanged } = storing.counts;
  return { read, added, changed, unchanged, overlaid: overlaid.size, skipped };
}

/** A line as a draft; codes that our tables do not know become issues and empty values, never guesses. */
export function toDraft(line: TopicLine): { draft: TopicDraft; issues: Issue[] } {
  const issues: Issue[] = [];
  const tell = (kind: IssueKind, message: string, value: string) =>
    issues.push({ kind, subject: line.identifier, message, value: value.slice(0, 200) });
  const note = (kind: IssueKind, value: string) => tell(kind, `the file's «${value}» is not in our table`, value);
  const section = plainSection(line.description ?? '', (length) =>
    tell('section-cut', "the file's description is longer than a section may be", length),
  );
  const draft: TopicDraft = {
    key: line.identifier,
    kind: 'topic',
    identifier: line.identifier,
    reference: null,
    title: plainLine(line.title),
    programme: programmeOf(line.programme, (value) => note('unknown-programme', value)),
    callIdentifier: lineOrNull(line.callIdentifier),
    callTitle: lineOrNull(line.callTitle),
    parentIdentifier: null,
    url: null,
    stated: statedOf(line.status, (value) => note('unknown-status', value)),
    typesOfAction: actionsOf(line.typesOfAction, (value) => note('unknown-action-type', value)),
    keywords: line.keywords.map(plainLine).filter((keyword) => keyword !== ''),
    programmeParts: [],
    rounds: roundsOf(line, (value) => note('unknown-deadline-model', value)),
    sections: section === null ? [] : [section],
    aliases: [],
  };
  return { draft, issues };
}

type Note = (value: string) => void;

function actionsOf(labels: readonly string[], note: Note): string[] {
  const codes = labels.map((label) => {
    const code = parseActionType(label);
    if (code === null) note(label);
    return code;
  });
  return [...new Set(codes.filter((code) => code !== null))];
}

/** `HORIZON`, or a label that ends in it: `Horizon Europe (HORIZON)`. */
function programmeOf(text: string | null, note: Note): string | null {
  if (text === null || text.trim() === '') return null;
  const inBrackets = /\(([^()]+)\)\s*$/.exec(text)?.[1];
  const known = programmeByAbbreviation(inBrackets ?? text) ?? programmeByAbbreviation(text);
  if (known === null) note(text);
  return known?.abbreviation ?? null;
}

function statedOf(word: string | null, note: Note): TopicDraft['stated'] {
  if (word === null || word.trim() === '') return null;
  const status = SUBMISSION_STATUSES.find((one) => one === word.trim().toLowerCase()) ?? null;
  if (status === null) note(word);
  return { status, code: status === null ? word : null };
}

function roundsOf(line: TopicLine, note: Note): Round[] {
  const asked =
    line.deadlineModel
      ?.trim()
      .toLowerCase()
      .replace(/^multiple[- ]cut[- ]?off$/, 'multiple cut-off') ?? null;
  const model = DEADLINE_MODELS.find((one) => one === asked) ?? null;
  if (asked !== null && asked !== '' && model === null) note(asked);
  if (line.opensOn === null && line.deadlines.length === 0 && line.budgetEur === null) return [];
  const instants = line.deadlines.map((text) => (text.includes('T') ? text : brusselsInstant(text, 17))).sort();
  const deadlines = [...new Set(instants)].map(
    (at, n): Deadline => ({
      at,
      ...(model === 'two-stage' ? { stage: n + 1 } : {}),
      ...(model === 'multiple cut-off' ? { cutOff: n + 1 } : {}),
    }),
  );
  return [
    {
      opensOn: line.opensOn,
      deadlineModel: model,
      deadlines,
      budgetEur: readEuro(line.budgetEur),
      budgetShared: false,
      expectedGrants: null,
      minContributionEur: null,
      maxContributionEur: null,
    },
  ];
}

const lineOrNull = (text: string | null): string | null => plainLine(text ?? '') || null;
