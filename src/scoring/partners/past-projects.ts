import { LIKENESSES, type Likeness, type PartnerReason } from '../../domain/partner-reason.ts';
import type { Day } from '../../domain/topic.ts';
import type { Participation } from '../track-record.ts';
import type { PartnerTraits } from './partner-traits.ts';
import { WonTopicIndex } from './won-topic-index.ts';
import type { TopicTraits, WonTopic } from './won-topics.ts';

/** A win fades by a fifth a year. */
const FADING = 0.8;
/** What is left of a win by years gone by, taken once for each: the power is asked for at every win of every topic. */
const LEFT_AFTER = Float64Array.from({ length: 200 }, (_, years) => FADING ** years);

export interface PastTally {
  /** By partner: wins, each fading with the years, and plain number of projects. */
  wins: Float64Array;
  projects: Int32Array;
  /** By kind and partner: wins counted by how like their topic is; and the sum over all partners. */
  like: Record<Likeness, Float64Array>;
  total: Record<Likeness, number>;
  /** The past project of a partner that is most like the topic. */
  closest(partner: number, kind: Likeness): PartnerReason;
}

interface Win {
  partner: number;
  /** Its place among the won topics. */
  topic: number;
  of: Participation;
}

/** What the partners won, to be weighed against a topic. */
export class PastProjects {
  readonly #topics: ReadonlyMap<string, number>;
  readonly #partners: number;
  readonly #index: WonTopicIndex;
  readonly #wins: readonly Win[];
  /** Of each win its partner and its topic, as in `#wins`. */
  readonly #winners: Int32Array;
  readonly #wonIn: Int32Array;
  /** Of each win its start, as a number; 0 where unknown. */
  readonly #starts: Int32Array;

  constructor(partners: readonly PartnerTraits[], won: readonly WonTopic[]) {
    this.#topics = new Map(won.map(({ traits }, t) => [traits.id, t]));
    this.#partners = partners.length;
    this.#index = new WonTopicIndex(won);
    const byPic = new Map(partners.flatMap(({ pics }, i) => [...pics].map((pic) => [pic, i] as const)));
    this.#wins = won.flatMap(({ wins }, topic) =>
      wins.flatMap((of): Win[] => {
        const partner = byPic.get(of.pic);
        return partner === undefined ? [] : [{ partner, topic, of }];
      }),
    );
    this.#winners = Int32Array.from(this.#wins, ({ partner }) => partner);
    this.#wonIn = Int32Array.from(this.#wins, ({ topic }) => topic);
    this.#starts = Int32Array.from(this.#wins, ({ of }) => (of.startOn === null ? 0 : dayNumber(of.startOn)));
  }

  /** `until`: projects that started later, or when is unknown, are left out; `without`: a topic whose wins are hidden. */
  tally(topic: TopicTraits, until: Day | null, without: string | null): PastTally {
    const likeness = this.#index.likeness(topic);
    const fresh = this.#freshness(until, without);
    const perPartner = (): Float64Array => new Float64Array(this.#partners);
    const like = { title: perPartner(), family: perPartner(), subject: perPartner(), area: perPartner() };
    const total = { title: 0, family: 0, subject: 0, area: 0 };
    const [wins, projects] = [perPartner(), new Int32Array(this.#partners)];
    for (let i = 0; i < fresh.length; i += 1) {
      const partner = this.#winners[i] ?? 0;
      const counts = fresh[i] ?? 0;
      if (counts === 0) continue;
      wins[partner] = (wins[partner] ?? 0) + counts;
      projects[partner] = (projects[partner] ?? 0) + 1;
    }
    for (const kind of LIKENESSES) total[kind] = this.#weigh(fresh, likeness[kind], like[kind]);
    return { wins, projects, like, total, closest: (partner, kind) => this.#closest(partner, likeness, fresh, kind) };
  }

  /** Adds what each win says of its partner, by how like its topic is; the sum of all. */
  #weigh(fresh: Float64Array, likeness: Float64Array, byPartner: Float64Array): number {
    let total = 0;
    for (let i = 0; i < fresh.length; i += 1) {
      const part = (fresh[i] ?? 0) * (likeness[this.#wonIn[i] ?? 0] ?? 0);
      if (part === 0) continue;
      const partner = this.#winners[i] ?? 0;
      byPartner[partner] = (byPartner[partner] ?? 0) + part;
      total += part;
    }
    return total;
  }

  /** Of each win how much it counts on that day: 0 before it started, or where nobody knows when. */
  #freshness(until: Day | null, without: string | null): Float64Array {
    const hidden = without === null ? undefined : this.#topics.get(without);
    const today = until === null ? null : dayNumber(until);
    const fresh = new Float64Array(this.#wins.length);
    for (let i = 0; i < fresh.length; i += 1) {
      if (hidden === undefined || this.#wins[i]?.topic !== hidden) fresh[i] = freshness(this.#starts[i] ?? 0, today);
    }
    return fresh;
  }

  #closest(
    partner: number,
    likeness: Record<Likeness, Float64Array>,
    fresh: Float64Array,
    kind: Likeness,
  ): PartnerReason {
    let best: { win: Win; value: number } | null = null;
    for (const [i, win] of this.#wins.entries()) {
      const value = likeness[kind][win.topic] ?? 0;
      if (win.partner === partner && value > (best?.value ?? 0) && (fresh[i] ?? 0) > 0) best = { win, value };
    }
    if (best === null) return { kind: 'no-project', near: kind };
    const { topic, project, acronym, role } = best.win.of;
    return { kind: 'project', topic, project, acronym, role };
  }
}

function freshness(start: number, today: number | null): number {
  if (today === null) return start === 0 ? FADING : 1;
  if (start === 0 || start > today) return 0;
  const years = yearOf(today) - yearOf(start);
  return LEFT_AFTER[years] ?? FADING ** years;
}

/** `2016-03-01` as 20160301. */
function dayNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
}

function yearOf(day: number): number {
  return Math.floor(day / 10_000);
}
