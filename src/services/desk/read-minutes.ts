import { z } from 'zod';
import { findMinutes, readChain, saveProtocol } from '../../../db/repositories/desk/board.ts';
import { listDossiers } from '../../../db/repositories/desk/dossiers.ts';
import { findRatification } from '../../../db/repositories/desk/ratifications.ts';
import { readStaff } from '../../../db/repositories/desk/staff.ts';
import { type ChainCheck, verifyChain } from '../../domain/desk/board/hash-chain.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { Failure } from '../../domain/errors.ts';
import type { Deps } from '../deps.ts';
import { type Asked, mustBeAllowed, write } from './act.ts';
import { readFile } from './dossier-file.ts';
import { subjectOfRow } from './list-dossiers.ts';

const person = z.string();
const voice = z.enum(['favourable', 'contrary', 'abstains', 'recused']);

/** Sealed minutes as a page reads them: version 1 of `minutesOf`. */
const minutesSchema = z.object({
  version: z.literal(1),
  dossier: z.string(),
  route: z.enum(['ordinary', 'short']),
  keptBy: person,
  call: z.object({
    identifier: z.string(),
    reference: z.string().nullable(),
    title: z.string(),
    programme: z.string().nullable(),
    url: z.string().nullable(),
    typesOfAction: z.array(z.string()),
    opensOn: z.string().nullable(),
    deadlines: z.array(z.string()),
    budgetEur: z.number().nullable(),
    expectedGrants: z.number().nullable(),
    readAt: z.string(),
    source: z.string(),
    hash: z.string(),
  }),
  opinion: z.object({
    id: z.string(),
    kind: z.enum(['favourable', 'with-conditions', 'contrary', 'watching']),
    reasons: z.array(z.object({ text: z.string() })),
    conditions: z.array(
      z.object({ text: z.string(), owner: z.object({ kind: z.string(), id: z.string() }), dueOn: z.string() }),
    ),
    code: z.object({ code: z.string(), note: z.string().nullable() }).nullable(),
    role: z.string().nullable(),
    ownFundsCeilingEur: z.number().nullable(),
    proposed: z.enum(['favourable', 'with-conditions', 'contrary', 'watching']).nullable(),
    differenceReason: z.string().nullable(),
    withoutQuorumReason: z.string().nullable(),
    watchUntil: z.string().nullable(),
    recordedAt: z.string(),
    confirmed: z.object({ by: person, at: z.string() }).nullable(),
  }),
  collegial: z
    .object({
      lines: z.array(
        z.object({
          criterion: z.enum(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8']),
          weight: z.number(),
          median: z.number().nullable(),
          spread: z.number().nullable(),
          disagreement: z.boolean(),
          agreed: z.number().nullable(),
          points: z.number().nullable(),
        }),
      ),
      total: z.number().nullable(),
    })
    .nullable(),
  quorum: z.object({ eligible: z.number(), delivered: z.number(), needed: z.number(), met: z.boolean() }).nullable(),
  conflicts: z.array(
    z.object({ person, kind: z.string(), source: z.string(), at: z.string(), deliveredAt: z.string().nullable() }),
  ),
  dissents: z.array(z.object({ by: person, text: z.string() })),
  sitting: z
    .object({
      id: z.string(),
      kind: z.enum(['meeting', 'written', 'urgent']),
      at: z.string(),
      place: z.string().nullable(),
      present: z.array(person),
      proxies: z.array(z.object({ from: person, to: person })),
      members: z.array(z.object({ personId: person, bodyId: z.string(), president: z.boolean() })),
    })
    .nullable(),
  votes: z.array(z.object({ member: person, voice, castBy: person })),
  tally: z
    .object({
      favourable: z.number(),
      contrary: z.number(),
      abstained: z.number(),
      recused: z.number(),
      outcome: z.enum(['carried', 'not-carried', 'no-quorum']),
      castingVote: z.boolean().default(false),
    })
    .nullable(),
  voices: z.array(
    z.object({
      seat: z.enum(['secretariat', 'group-coordinator', 'president']),
      by: person,
      voice,
      note: z.string().nullable(),
      at: z.string(),
    }),
  ),
});
export type SealedMinutes = z.output<typeof minutesSchema>;

/** Names by id, for rendering; somebody erased has none. */
export type Names = ReadonlyMap<string, string>;

export async function readNames({ db }: Pick<Deps, 'db'>): Promise<Names> {
  const staff = await readStaff(db);
  return new Map([...staff].flatMap(([id, { name }]) => (name === null ? [] : [[id, name]])));
}

export type ReadMinutes = Awaited<ReturnType<typeof readMinutes>>;

/** One opinion's minutes. The bytes of `json` are what is sealed; the page is drawn from them and the names alone. */
export async function readMinutes({ deps, person: reader, input }: Asked<{ number: number }>) {
  const [row, names] = await Promise.all([findMinutes(deps.db, input.number), readNames(deps)]);
  if (row === null) throw new Failure('not-found', `Minutes ${input.number} do not exist.`, { what: 'Minutes' });
  const minutes = minutesSchema.parse(JSON.parse(row.json));
  const [file, ratification] = await Promise.all([
    readFile(deps, row.dossierId),
    minutes.sitting === null ? null : findRatification(deps.db, minutes.sitting.id),
  ]);
  mustBeAllowed(reader, 'minutes.read', file.subject);
  return {
    row,
    minutes,
    names,
    bodies: new Map(deps.profile.partners.map(({ id, name }) => [id, name])),
    /** What a later meeting said, where this was decided without one. */
    ratification,
  };
}

export interface ListedMinutes {
  number: number;
  dossierId: string;
  title: string;
  kind: SealedMinutes['opinion']['kind'];
  sealedAt: string;
  hash: string;
}

/** The minutes a person may read, and whether the whole chain holds. */
export async function minutesList(deps: Deps, reader: Person): Promise<{ list: ListedMinutes[]; check: ChainCheck }> {
  const everywhere = can(reader, 'minutes.read');
  const [chain, dossiers] = await Promise.all([
    readChain(deps.db),
    everywhere ? [] : listDossiers(deps.db, { ended: true }),
  ]);
  const subjects = new Map(dossiers.map((one) => [one.id, subjectOfRow(one)]));
  const list: ListedMinutes[] = [];
  for (const row of chain.toReversed()) {
    if (!everywhere && !can(reader, 'minutes.read', subjects.get(row.dossierId))) continue;
    const { call, opinion } = minutesSchema.parse(JSON.parse(row.json));
    const { number, dossierId, sealedAt, hash } = row;
    list.push({ number, dossierId, title: call.title, kind: opinion.kind, sealedAt, hash });
  }
  return { list, check: verifyChain(chain) };
}

export const protocolSchema = z.object({
  protocolNumber: z.string().trim().min(1).max(80),
  protocolledOn: z.iso.date(),
});

/** The number that the protocol office gave; written beside the minutes, never into them. */
export async function protocolMinutes({
  deps,
  person: by,
  input,
}: Asked<z.output<typeof protocolSchema> & { number: number }>) {
  mustBeAllowed(by, 'opinion.record');
  const { number, protocolNumber, protocolledOn } = input;
  if ((await findMinutes(deps.db, number)) === null)
    throw new Failure('not-found', 'No such minutes.', { what: 'Minutes' });
  await write(deps, [saveProtocol(deps.db, number, protocolNumber, protocolledOn)]);
}
