import type { Day } from '../../domain/topic.ts';
import type { Participation } from '../track-record.ts';
import type { PartnerTraits } from './partner-traits.ts';
import type { TopicTraits, WonTopic } from './won-topics.ts';
import { WordPostings } from './word-postings.ts';
import { nearness } from './word-space.ts';

/** In what a topic can be like one that was won before. */
export const LIKENESSES = ['title', 'family', 'subject', 'area'] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** A win fades by a fifth a year. */
const FADING = 0.8;

export interface PastTally {
  /** By partner: wins, each fading with the years, and plain number of projects. */
  wins: Float64Array;
  projects: Int32Array;
  /** By kind and partner: wins counted by how like their topic is; and the sum over all partners. */
  like: Record<Likeness, Float64Array>;
  total: Record<Likeness, number>;
  /** The past project of a partner that is most like the topic, in words. */
  closest(partner: number, kind: Likeness): string;
}

/** What the partners won, to be weighed against a topic. */
export class PastProjects {
  readonly #won: readonly WonTopic[];
  readonly #partners: number;
  readonly #titles: WordPostings;
  readonly #wins: { partner: number; topic: number; win: Participation }[];
  /** In how many won topics a family stands: LC is shared by many and says little, SCC by few. */
  readonly #familyWeights = new Map<string, number>();
  readonly #familyLengths: Float64Array;

  constructor(partners: readonly PartnerTraits[], won: readonly WonTopic[]) {
    this.#won = won;
    this.#partners = partners.length;
    this.#titles = new WordPostings(won.map(({ traits }) => traits.words));
    const byPic = new Map(partners.flatMap(({ pics }, i) => [...pics].map((pic) => [pic, i] as const)));
    this.#wins = won.flatMap(({ wins }, topic) =>
      wins.flatMap((win) => {
        const partner = byPic.get(win.pic);
        return partner === undefined ? [] : [{ partner, topic, win }];
      }),
    );
    const counts = new Map<string, number>();
    for (const { traits } of won) for (const one of traits.families) counts.set(one, (counts.get(one) ?? 0) + 1);
    for (const [family, count] of counts) this.#familyWeights.set(family, 1 / Math.log(3 + count));
    this.#familyLengths = Float64Array.from(won, ({ traits }) => this.#familyLength(traits));
  }

  /** `until`: projects that started later, or when is unknown, are left out; `without`: a topic whose wins are hidden. */
  tally(topic: TopicTraits, until: Day | null, without: string | null): PastTally {
    const likeness = this.#likeness(topic);
    const perPartner = (): Float64Array => new Float64Array(this.#partners);
    const like = { title: perPartner(), family: perPartner(), subject: perPartner(), area: perPartner() };
    const total = { title: 0, family: 0, subject: 0, area: 0 };
    const [wins, projects] = [perPartner(), new Int32Array(this.#partners)];
    for (const { partner, topic: t, win } of this.#wins) {
      const fresh = this.#won[t]?.traits.id === without ? 0 : freshness(win, until);
      if (fresh === 0) continue;
      wins[partner] = (wins[partner] ?? 0) + fresh;
      projects[partner] = (projects[partner] ?? 0) + 1;
      for (const kind of LIKENESSES) {
        const part = fresh * (likeness[kind][t] ?? 0);
        like[kind][partner] = (like[kind][partner] ?? 0) + part;
        total[kind] += part;
      }
    }
    const closest = (partner: number, kind: Likeness): string =>
      this.#closest(partner, likeness[kind], (win) => win.topic !== without && freshness(win, until) > 0) ??
      `no past project near by ${kind}`;
    return { wins, projects, like, total, closest };
  }

  #likeness(topic: TopicTraits): Record<Likeness, Float64Array> {
    const length = this.#familyLength(topic);
    return {
      title: this.#titles.shared(topic.words),
      family: Float64Array.from(this.#won, ({ traits }, t) => {
        let common = 0;
        for (const one of topic.families) if (traits.families.has(one)) common += this.#familyWeights.get(one) ?? 1;
        return common === 0 ? 0 : common / Math.sqrt(length * (this.#familyLengths[t] ?? 1));
      }),
      subject: Float64Array.from(this.#won, ({ traits }) => nearness(topic.subjects, traits.subjects) ** 2),
      area: Float64Array.from(this.#won, ({ traits }) => (topic.area !== null && topic.area === traits.area ? 1 : 0)),
    };
  }

  #familyLength({ families }: TopicTraits): number {
    let length = 0;
    for (const one of families) length += this.#familyWeights.get(one) ?? 1;
    return length;
  }

  #closest(partner: number, likeness: Float64Array, counts: (win: Participation) => boolean): string | null {
    let best: { win: Participation; value: number } | null = null;
    for (const { partner: owner, topic, win } of this.#wins) {
      const value = likeness[topic] ?? 0;
      if (owner === partner && value > (best?.value ?? 0) && counts(win)) best = { win, value };
    }
    return best === null ? null : `close to ${best.win.topic} (${best.win.acronym})`;
  }
}

/** 0 for a project that had not started by then, or of which nobody knows when while a day is set. */
function freshness({ startOn }: Participation, until: Day | null): number {
  if (until === null) return startOn === null ? FADING : 1;
  if (startOn === null || startOn > until) return 0;
  return FADING ** Math.max(0, Number(until.slice(0, 4)) - Number(startOn.slice(0, 4)));
}
