import { listParticipations, type TrackParticipation } from '../../db/repositories/track-record.ts';
import type { Evidence } from '../domain/scoring.ts';
import type { TopicDetail } from '../domain/topic-card.ts';
import type { Deps } from './deps.ts';

/** Why a partner fits, as a person would say it: a project it had in a topic like this, or a competence of its own. */
export type PartnerReason =
  | { kind: 'project'; topic: string; acronym: string; role: TrackParticipation['role'] }
  | { kind: 'competence'; words: string };

type PartnerFit = TopicDetail['partners'][number];

const MOST_REASONS = 3;
const PROJECT = /^close to (\S+) \((.*)\)$/;
/** What the matcher says where it has nothing to name. */
const NAMELESS = /^(?:no |same field of work$)/;

/** The weightiest reasons of each partner, by its id; the roles are looked up in the track record, all in one query. */
export async function partnerReasons({
  deps,
  input: { partners },
}: {
  deps: Pick<Deps, 'db' | 'profile'>;
  input: { partners: readonly PartnerFit[] };
}): Promise<Map<string, PartnerReason[]>> {
  const pics = new Map(
    deps.profile.partners.map(({ id, pic, formerPics }) => [id, [...(pic === null ? [] : [pic]), ...formerPics]]),
  );
  const rows = await listParticipations(
    deps.db,
    partners.flatMap(({ id }) => pics.get(id) ?? []),
  );
  const roles = new Map(
    rows.flatMap(({ project, participation: { pic, role } }) =>
      project.topics.map((topic) => [`${pic} ${topic} ${project.acronym}`, role] as const),
    ),
  );
  const roleIn = (id: string, topic: string, acronym: string) =>
    (pics.get(id) ?? []).map((pic) => roles.get(`${pic} ${topic} ${acronym}`)).find((role) => role !== undefined);
  return new Map(
    partners.map(({ id, evidence }) => [
      id,
      reasonsIn(evidence).map((reason) =>
        reason.kind === 'project' ? { ...reason, role: roleIn(id, reason.topic, reason.acronym) ?? null } : reason,
      ),
    ]),
  );
}

/** What speaks for a partner, the weightiest first, each once; how often it won at all says nothing about this topic. */
function reasonsIn(evidence: readonly Evidence[]): PartnerReason[] {
  const telling = evidence
    .filter(({ weight, field, phrase }) => weight > 0 && !ABOUT_NOTHING.has(field) && !NAMELESS.test(phrase))
    .sort((a, b) => b.weight - a.weight);
  const phrases = [...new Set(telling.map(({ phrase }) => phrase))];
  return phrases.slice(0, MOST_REASONS).map((phrase) => {
    const [, topic, acronym] = PROJECT.exec(phrase) ?? [];
    return topic === undefined || acronym === undefined
      ? { kind: 'competence', words: phrase }
      : { kind: 'project', topic, acronym, role: null };
  });
}

const ABOUT_NOTHING = new Set(['bias', 'record', 'rule']);
