import { PILLARS, type Pillar } from '../../domain/pillar.ts';
import type { TopicKey } from '../../domain/topic.ts';
import type { Subscriber } from './subscribers.ts';

/** What of a topic decides whom it concerns. */
export interface Followable {
  key: TopicKey;
  pillar: Pillar | null;
  partners: Readonly<Record<string, number>>;
  /** Ids of the saved searches that find it. */
  searches: ReadonlySet<number>;
}

export interface Fit {
  byPillar: boolean;
  /** A call they follow, where no alert tells of it. */
  followed: boolean;
  partners: string[];
  search: string | null;
}

/** A partner is told what fits it well; what fits loosely stands on its page. */
const PARTNER_FIT = 0.5;

/** Why a topic concerns a person; null where it does not, or where they asked to hear nothing of it. */
export function fitOf(person: Subscriber, topic: Followable, lastChange: number): Fit | null {
  const { pillars, partners } = person.subscription;
  if (isSilenced(person, topic, lastChange)) return null;
  const quiet = topic.pillar !== null && isMuted(person, 'pillar', topic.pillar, lastChange);
  const wanted = topic.pillar === null ? pillars.length === PILLARS.length : pillars.includes(topic.pillar);
  const byPillar = wanted && !quiet;
  const fitting = partners.filter(
    (id) => (topic.partners[id] ?? 0) >= PARTNER_FIT && !isMuted(person, 'partner', id, lastChange),
  );
  const search = person.searches.find(({ id }) => topic.searches.has(id))?.query ?? null;
  const followed = person.follows.has(topic.key) && isMuted(person, 'kind', 'alert');
  const fits = byPillar || fitting.length > 0 || search !== null || followed;
  return fits ? { byPillar, followed, partners: fitting, search } : null;
}

/**
 * Whether a person asked to hear nothing of a call: of itself, or of its pillar. To follow it after its pillar was muted is
 * the later wish, and holds for that call alone.
 */
export function isSilenced(
  person: Pick<Subscriber, 'mutes' | 'follows'>,
  { key, pillar }: Pick<Followable, 'key' | 'pillar'>,
  lastChange = 0,
): boolean {
  if (isMuted(person, 'topic', key, lastChange)) return true;
  const muted = pillar === null ? undefined : muteOf(person, 'pillar', pillar, lastChange);
  return muted !== undefined && !((person.follows.get(key) ?? '') > muted.mutedAt);
}

/** Whether a person asked to hear nothing of it; a mute "until it changes" ends with a material change after it. */
export const isMuted = (
  { mutes }: Pick<Subscriber, 'mutes'>,
  kind: Subscriber['mutes'][number]['kind'],
  value: string,
  lastChange = 0,
): boolean => muteOf({ mutes }, kind, value, lastChange) !== undefined;

const muteOf = (
  { mutes }: Pick<Subscriber, 'mutes'>,
  kind: Subscriber['mutes'][number]['kind'],
  value: string,
  lastChange: number,
) =>
  mutes.find(
    (mute) => mute.kind === kind && mute.value === value && !(mute.untilChange && lastChange > mute.changeMark),
  );
