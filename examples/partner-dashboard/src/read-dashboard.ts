import {
  type BandoloClient,
  createClient,
  type EvaluationCard,
  type KeyOwner,
  type PartnerMatch,
  WalkRefused,
  walk,
} from '../../../src/client.ts';
import type { Words } from './words.ts';

/** What the page shows of one partner. */
export interface Dashboard {
  owner: KeyOwner;
  matches: PartnerMatch[];
  total: number;
  /** Null where the key has no scope for them. */
  dossiers: EvaluationCard[] | null;
}

/** A sentence for the person at the page: what is wrong and what to do. */
export class Refusal extends Error {}

const MATCHES_SHOWN = 50;

/** Whose key is this, what fits them, and where their dossiers stand. Throws a `Refusal`. */
export async function readDashboard(server: string, key: string, words: Words): Promise<Dashboard> {
  const client = createClient(server, { key });
  const me = await answered(client.api.v1.me.$get(), words);
  if (!me.ok) throw await refusalOf(me, words);
  const owner = await me.json();
  const list = await answered(
    client.api.v1.partners[':pic'].matches.$get({
      param: { pic: owner.partner.id },
      query: { pageSize: MATCHES_SHOWN },
    }),
    words,
  );
  if (!list.ok) throw await refusalOf(list, words);
  const { items, total } = await list.json();
  const dossiers = owner.key.scopes.includes('evaluations:read') ? await readDossiers(client, words) : null;
  return { owner, matches: items, total, dossiers };
}

/** However many there are; the newest first. */
async function readDossiers(client: BandoloClient, words: Words): Promise<EvaluationCard[]> {
  const dossiers: EvaluationCard[] = [];
  try {
    for await (const one of walk((after) => answered(client.api.v1.evaluations.$get({ query: { after } }), words)))
      dossiers.push(one);
  } catch (error) {
    throw error instanceof WalkRefused ? await refusalOf(error.answer, words) : error;
  }
  return dossiers.sort((a, b) => b.openedOn.localeCompare(a.openedOn));
}

async function answered<Answer>(asked: Promise<Answer>, { refusals }: Words): Promise<Answer> {
  try {
    return await asked;
  } catch {
    throw new Refusal(refusals.unreachable);
  }
}

interface Refused {
  status: number;
  headers: Headers;
  json(): Promise<{ detail?: string }>;
}

async function refusalOf(answer: Refused, { refusals }: Words): Promise<Refusal> {
  if (answer.status === 401) return new Refusal(refusals.key);
  if (answer.status === 403) return new Refusal(refusals.scope);
  if (answer.status === 429) return new Refusal(refusals.wait(answer.headers.get('retry-after') ?? '60'));
  const body = await answer.json().catch(() => ({ detail: undefined }));
  return new Refusal(refusals.other(body.detail ?? String(answer.status)));
}
