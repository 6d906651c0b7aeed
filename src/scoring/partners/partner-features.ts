import type { Partner } from '../../domain/partner.ts';
import type { Day } from '../../domain/topic.ts';
import type { Participation } from '../track-record.ts';
import type { PartnerFeature } from './partner-weights.ts';
import type { TopicTraits, WonTopic } from './won-topics.ts';
import { nearness, sharedWords, type WordVector } from './word-space.ts';

/** A partner by what it says it can do. */
export interface PartnerTraits {
  partner: Partner;
  pics: ReadonlySet<string>;
  words: WordVector;
  subjects: Float64Array;
  competences: { name: string; meaning: Float64Array }[];
}

/** A feature's value and the reason a person would give for it. */
export type PartnerFeatures = Record<PartnerFeature, { value: number; reason: string }>;

/** A win fades by a fifth a year. */
const FADING = 0.8;
/** How many wins a partner without any is credited with. */
const UNKNOWN_WINS = 0.15;
/** How much likeness outweighs the plain record, by kind. */
const DOUBT = { title: 0.5, family: 1, subject: 2, area: 2 };
type Likeness = keyof typeof DOUBT;
const LIKENESSES = ['title', 'family', 'subject', 'area'] as const;

/**
 * For every partner: how often it won (the logarithm of its share), by how much it won more than that among topics *like
 * this one*, and how near its competences are. One wins by what one is known for: the shares are Bayesian estimates that
 * fall back to the plain record where nothing is like the topic.
 */
export function partnerFeatures(
  topic: TopicTraits,
  partners: readonly PartnerTraits[],
  won: readonly WonTopic[],
  familyTopics: ReadonlyMap<string, number>,
  until: Day,
): PartnerFeatures[] {
  const tallies = partners.map(() => new Tally());
  const byPic = new Map(partners.flatMap(({ pics }, i) => [...pics].map((pic) => [pic, i] as const)));
  for (const { traits, wins } of won) {
    const likeness = {
      title: Math.max(0, sharedWords(topic.words, traits.words)),
      family: familyLikeness(topic, traits, familyTopics),
      subject: nearness(topic.subjects, traits.subjects) ** 2,
      area: topic.area !== null && topic.area === traits.area ? 1 : 0,
    };
    for (const win of wins) {
      const partner = byPic.get(win.pic);
      const fresh = freshness(win, until);
      if (partner !== undefined && fresh > 0) tallies[partner]?.add(win, traits.id, fresh, likeness);
    }
  }
  return shares(tallies).map((record, i) => ({ ...record, ...competence(topic, partners[i]) }));
}

/** 0 for a project that had not started by then or whose start is unknown while a day is set. */
function freshness({ startOn }: Participation, until: Day): number {
  if (until === FOREVER) return startOn === null ? FADING : 1;
  if (startOn === null || startOn > until) return 0;
  return FADING ** Math.max(0, Number(until.slice(0, 4)) - Number(startOn.slice(0, 4)));
}

export const FOREVER: Day = '9999-12-31';

class Tally {
  wins = 0;
  projects = 0;
  readonly like = { title: 0, family: 0, subject: 0, area: 0 };
  /** The project that speaks loudest for each kind of likeness. */
  readonly best: Partial<Record<Likeness, { likeness: number; name: string }>> = {};

  add(win: Participation, topic: string, fresh: number, likeness: Record<Likeness, number>): void {
    this.wins += fresh;
    this.projects += 1;
    for (const kind of LIKENESSES) {
      this.like[kind] += fresh * likeness[kind];
      if (likeness[kind] > (this.best[kind]?.likeness ?? 0)) {
        this.best[kind] = { likeness: likeness[kind], name: `${topic} (${win.acronym})` };
      }
    }
  }
}

type RecordFeatures = Pick<PartnerFeatures, 'record' | Likeness>;

function shares(tallies: readonly Tally[]): RecordFeatures[] {
  const sumOf = (of: (tally: Tally) => number): number => tallies.reduce((sum, tally) => sum + of(tally), 0);
  const all = sumOf((tally) => tally.wins) + UNKNOWN_WINS * tallies.length;
  const like = { title: 0, family: 0, subject: 0, area: 0 };
  for (const kind of LIKENESSES) like[kind] = sumOf((tally) => tally.like[kind]);
  return tallies.map((tally) => {
    const share = (tally.wins + UNKNOWN_WINS) / all;
    const more = (kind: Likeness): { value: number; reason: string } => ({
      value: Math.log((tally.like[kind] + DOUBT[kind] * share) / (like[kind] + DOUBT[kind])) - Math.log(share),
      reason: tally.best[kind] ? `close to ${tally.best[kind].name}` : `no past project near by ${kind}`,
    });
    return {
      record: { value: Math.log(share), reason: `${tally.projects} past projects` },
      title: more('title'),
      family: more('family'),
      subject: more('subject'),
      area: more('area'),
    };
  });
}

/** Families in common, the rare ones first: LC is shared by many, SCC by few. */
function familyLikeness(a: TopicTraits, b: TopicTraits, familyTopics: ReadonlyMap<string, number>): number {
  const weigh = (family: string): number => 1 / Math.log(3 + (familyTopics.get(family) ?? 0));
  const sum = (families: Iterable<string>): number => {
    let total = 0;
    for (const family of families) total += weigh(family);
    return total;
  };
  const common = sum([...a.families].filter((family) => b.families.has(family)));
  return common === 0 ? 0 : common / Math.sqrt(sum(a.families) * sum(b.families));
}

type CompetenceFeatures = Pick<
  PartnerFeatures,
  'competenceWords' | 'competenceSubjects' | 'competenceMeaning' | 'competenceBreadth'
>;

const NEAREST = 3;

function competence(topic: TopicTraits, traits: PartnerTraits | undefined): CompetenceFeatures {
  const near = (traits?.competences ?? [])
    .map(({ name, meaning }) => ({ name, value: Math.max(0, nearness(topic.meaning, meaning)) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, NEAREST);
  const [best] = near;
  const names = near.map(({ name }) => name).join(', ') || 'no stated competence';
  return {
    competenceWords: { value: traits ? sharedWords(topic.words, traits.words) : 0, reason: names },
    competenceSubjects: { value: traits ? nearness(topic.subjects, traits.subjects) : 0, reason: 'same field of work' },
    competenceMeaning: { value: best?.value ?? 0, reason: best?.name ?? 'no stated competence' },
    competenceBreadth: { value: near.reduce((sum, one) => sum + one.value, 0) / NEAREST, reason: names },
  };
}
