import type { Command } from 'commander';
import type { Evidence } from '../domain/scoring.ts';
import type { Page, TopicCard } from '../domain/topic-card.ts';
import type { Deps } from '../services/deps.ts';
import { explain } from '../services/matching/explain.ts';
import { shortlist, shortlistSchema } from '../services/matching/shortlist.ts';
import { type WhyNot, whyNot } from '../services/matching/why-not.ts';
import { MAX_PAGE_SIZE } from '../services/paging.ts';
import { getTopic } from '../services/topics/get-topic.ts';
import { listChanges, listChangesSchema } from '../services/topics/list-changes.ts';
import { print, printJson, table } from './output.ts';
import { parseOptions } from './parse-options.ts';
import { withRuntime } from './with-runtime.ts';

interface Json {
  json?: boolean;
}

/** `shortlist`, `show`, `explain`, `why-not`, `changes`: what the store says, for people or as JSON. */
export function addReadVerbs(program: Command): void {
  program
    .command('shortlist')
    .description('what the association should judge')
    .option('--as-of <instant>', 'as it was, or will be, at an instant or day')
    .option('--pillar <pillar>', 'one pillar only')
    .option('--json', 'for machines')
    .action(({ json, ...options }: Json) => withRuntime(({ deps }) => showShortlist(deps, options, json === true)));
  byIdentifier(program, 'show', 'one topic in full', async (deps, identifier, json) => {
    const topic = await topicOf(deps, identifier);
    await (json ? printJson(topic) : print(describe(topic)));
  });
  byIdentifier(program, 'explain', 'why its scores are what they are', async (deps, identifier, json) => {
    const explanation = await explain({ deps, input: { identifier } });
    const { topic, evidence, roles, wouldChange } = explanation;
    if (json) return printJson(explanation);
    const lines = evidence.filter((item) => item.target === 'city' || item.target === topic.primaryPillar);
    await print(
      [
        describe(topic),
        '',
        `role: ${roles.best ?? '–'} (${roles.verdict})`,
        ...wouldChange.map(
          ({ without, score }) =>
            `without ${without.map(({ phrase }) => `«${phrase}»`).join(', ')}: relevance ${score}`,
        ),
        '',
        evidenceTable(lines),
      ].join('\n'),
    );
  });
  byIdentifier(program, 'why-not', 'the first rule that keeps it off the shortlist', async (deps, identifier, json) => {
    const answer = await whyNot({ deps, input: { identifier } });
    await (json ? printJson(answer) : print(whyNotText(answer)));
  });
  program
    .command('changes')
    .description('what changed, the newest first')
    .option('--since <instant>', 'from an instant or day on')
    .option('--json', 'for machines')
    .action(({ json, ...options }: Json) => withRuntime(({ deps }) => showChanges(deps, options, json === true)));
}

function byIdentifier(
  program: Command,
  verb: string,
  description: string,
  act: (deps: Deps, identifier: string, json: boolean) => Promise<void>,
): void {
  program
    .command(`${verb} <identifier>`)
    .description(description)
    .option('--json', 'for machines')
    .action((identifier: string, { json }: Json) => withRuntime(({ deps }) => act(deps, identifier, json === true)));
}

function whyNotText({ topic, verdict, sentence }: WhyNot): string {
  const words = `${topic.identifier}: ${sentence.it} / ${sentence.en}`;
  if (verdict.listed) return words;
  const { rule, eligibilityRule, value, threshold } = verdict;
  const name = eligibilityRule === undefined ? rule : `${rule} ${eligibilityRule}`;
  return `${words}\nrule ${name}: value ${value ?? '–'}, wanted ${threshold ?? '–'}`;
}

async function topicOf(deps: Deps, identifier: string) {
  const found = await getTopic({ deps, input: { identifier } });
  if ('topic' in found) return found.topic;
  const moved = await getTopic({ deps, input: { identifier: found.movedTo } });
  if ('topic' in moved) return moved.topic;
  throw new Error(`«${identifier}» points to «${found.movedTo}», which points on: run doctor`);
}

/** A command prints a list as a whole: all its pages, one after the other. */
async function everyItem<Item>(read: (page: number) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page += 1) {
    const { items: more, total } = await read(page);
    items.push(...more);
    if (more.length === 0 || items.length >= total) return items;
  }
}

async function showShortlist(deps: Deps, options: object, json: boolean): Promise<void> {
  const query = parseOptions(shortlistSchema, { ...options, pageSize: MAX_PAGE_SIZE });
  const items = await everyItem((page) => shortlist({ deps, input: { ...query, page } }));
  if (json) return printJson({ items, total: items.length });
  const rows = items.map((item) => [
    item.primaryPillar ?? '–',
    item.cityRelevance?.toFixed(2) ?? '–',
    item.nextDeadlineAt?.slice(0, 10) ?? '–',
    item.daysLeft === null ? '–' : String(item.daysLeft),
    item.possibleRole ?? '–',
    item.kind === 'topic' ? item.identifier : (item.reference ?? item.identifier),
    item.title,
  ]);
  await print(table([['pillar', 'relevance', 'deadline', 'days', 'role', 'key', 'title'], ...rows]));
}

async function showChanges(deps: Deps, options: object, json: boolean): Promise<void> {
  const query = parseOptions(listChangesSchema, { ...options, pageSize: MAX_PAGE_SIZE });
  const items = await everyItem((page) => listChanges({ deps, input: { ...query, page } }));
  if (json) return printJson({ items, total: items.length });
  const rows = items.map((one) => [one.at, one.topic, one.field, shown(one.before), '→', shown(one.after)]);
  await print(rows.length === 0 ? 'no changes' : table(rows));
}

const WIDEST_VALUE = 80;

/** A section's whole text would make every line of the table as wide; `--json` has it. */
function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > WIDEST_VALUE ? `${text.slice(0, WIDEST_VALUE)}…` : text;
}

function describe(topic: TopicCard): string {
  const { identifier, title, programme, status, nextDeadlineAt, daysLeft, cityRelevance, primaryPillar } = topic;
  return [
    `${identifier}  ${title}`,
    `programme ${programme ?? '–'}  status ${status ?? 'unknown'}  deadline ${nextDeadlineAt ?? '–'}  days left ${daysLeft ?? '–'}`,
    `relevance ${cityRelevance ?? '–'}  pillar ${primaryPillar ?? '–'}  on the shortlist ${topic.listed ? 'yes' : 'no'}`,
    topic.url ?? '',
  ].join('\n');
}

function evidenceTable(evidence: readonly Evidence[]): string {
  const sorted = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  return table(sorted.map(({ target, weight, field, phrase }) => [target, weight.toFixed(4), field, phrase]));
}
