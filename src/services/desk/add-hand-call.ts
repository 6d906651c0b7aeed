import { z } from 'zod';
import { readKnownTopics } from '../../../db/repositories/topics-write.ts';
import { brusselsInstant } from '../../domain/brussels.ts';
import { sha256 } from '../../domain/desk/board/hash-chain.ts';
import { type DossierOrigin, handAddedCall } from '../../domain/desk/dossier/dossier-origin.ts';
import { conflict } from '../../domain/errors.ts';
import { HAND_SOURCE, type Round, type TopicDraft, type TopicKey } from '../../domain/topic.ts';
import { storeTopics } from '../../ingest/store-topics.ts';
import { scoreTopics } from '../matching/score-topics.ts';
import { type Asked, mustBeAllowed } from './act.ts';

export const handCallSchema = z.object({
  title: z.string().trim().min(1).max(300),
  programme: z.string().trim().min(1).max(80),
  link: z
    .union([z.literal('').transform(() => null), z.url({ protocol: /^https?$/ })])
    .nullable()
    .default(null),
  /** Deadlines of other programmes seldom name an hour; noon is the safe reading, and the page says it is uncertain. */
  deadlineOn: z
    .union([z.literal('').transform(() => null), z.iso.date()])
    .nullable()
    .default(null),
  note: z.string().trim().max(4000).default(''),
});

/** A call typed in a minute, put into the catalogue and scored at once. */
export async function addHandCall({
  deps,
  person,
  input,
}: Asked<z.output<typeof handCallSchema>>): Promise<{ key: TopicKey; origin: DossierOrigin }> {
  mustBeAllowed(person, 'call.add');
  const { title, programme, link, deadlineOn, note } = input;
  const deadlineAt = deadlineOn === null ? null : brusselsInstant(deadlineOn, 12);
  const origin = handAddedCall({ title, programme, link, deadlineAt, note: note || null });
  const key = `${slug(programme)}-${sha256(`${programme}\n${title}\n${link ?? ''}`)
    .slice(0, 8)
    .toUpperCase()}`;
  const known = await readKnownTopics(deps.db);
  if (known.has(key)) throw conflict('this call was added before', { topicKey: key });
  const draft: TopicDraft = {
    key,
    kind: 'topic',
    identifier: key,
    reference: null,
    title,
    programme,
    callIdentifier: null,
    callTitle: null,
    parentIdentifier: null,
    url: link,
    stated: null,
    typesOfAction: [],
    keywords: [],
    programmeParts: [],
    rounds: deadlineAt === null ? [] : [roundTo(deadlineAt)],
    sections: note === '' ? [] : [{ kind: 'description', heading: '', html: asHtml(note), text: note }],
    aliases: [],
  };
  const storing = {
    id: null,
    db: deps.db,
    source: HAND_SOURCE,
    at: deps.clock.now(),
    known,
    hasBaseline: true,
    counts: { topics: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, issues: 0 },
    changedKeys: new Set<string>(),
  };
  await storeTopics(storing, [{ draft, rawHash: null, knownAs: null }], []);
  await scoreTopics({ deps, input: { liveOnly: true } });
  return { key, origin };
}

const roundTo = (at: string): Round => ({
  opensOn: null,
  deadlineModel: null,
  deadlines: [{ at, hourUncertain: true }],
  budgetEur: null,
  budgetShared: false,
  expectedGrants: null,
  minContributionEur: null,
  maxContributionEur: null,
});

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/\p{M}/gu, '')
    .replace(/^-|-$/g, '')
    .toUpperCase()
    .slice(0, 24) || 'BANDO';

/** What was typed is text: markup in it is shown, not run. */
const asHtml = (text: string): string =>
  `<p>${text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)}</p>`;
