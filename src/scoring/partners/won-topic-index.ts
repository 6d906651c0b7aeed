import type { Likeness } from '../../domain/partner-reason.ts';
import { SubjectTable } from './subject-table.ts';
import type { TopicTraits, WonTopic } from './won-topics.ts';
import { WordPostings } from './word-postings.ts';

/** The topics that were won, laid out so that a topic is compared with all of them in a few short loops. */
export class WonTopicIndex {
  readonly #size: number;
  readonly #titles: WordPostings;
  /** By family the won topics that bear it. One that many bear (LC) says little, one that few do (SCC) much. */
  readonly #bearers = new Map<string, number[]>();
  readonly #familyLengths: Float64Array;
  readonly #subjects: SubjectTable;
  readonly #areas: readonly (string | null)[];

  constructor(won: readonly WonTopic[]) {
    this.#size = won.length;
    this.#titles = new WordPostings(won.map(({ traits }) => traits.words));
    won.forEach(({ traits }, t) => {
      for (const family of traits.families) this.#bearers.set(family, [...(this.#bearers.get(family) ?? []), t]);
    });
    this.#familyLengths = Float64Array.from(won, ({ traits }) => this.#familyLength(traits));
    this.#subjects = new SubjectTable(won.map(({ traits }) => traits.subjects));
    this.#areas = won.map(({ traits }) => traits.area);
  }

  /** For each won topic how like the given one it is, by kind. */
  likeness(topic: TopicTraits): Record<Likeness, Float64Array> {
    return {
      title: this.#titles.shared(topic.words),
      family: this.#byFamily(topic),
      subject: this.#bySubject(topic),
      area: this.#byArea(topic),
    };
  }

  #byArea({ area }: TopicTraits): Float64Array {
    const same = new Float64Array(this.#size);
    if (area !== null) for (let t = 0; t < same.length; t += 1) if (this.#areas[t] === area) same[t] = 1;
    return same;
  }

  #byFamily(topic: TopicTraits): Float64Array {
    const common = new Float64Array(this.#size);
    const length = this.#familyLength(topic);
    for (const family of topic.families) {
      const weight = this.#familyWeight(family);
      for (const t of this.#bearers.get(family) ?? []) common[t] = (common[t] ?? 0) + weight;
    }
    for (let t = 0; t < common.length; t += 1) {
      const shared = common[t] ?? 0;
      if (shared > 0) common[t] = shared / Math.sqrt(length * (this.#familyLengths[t] ?? 1));
    }
    return common;
  }

  #bySubject({ subjects }: TopicTraits): Float64Array {
    const near = this.#subjects.nearTo(subjects);
    for (let t = 0; t < near.length; t += 1) near[t] = (near[t] ?? 0) ** 2;
    return near;
  }

  #familyWeight(family: string): number {
    const bearers = this.#bearers.get(family);
    return bearers === undefined ? 1 : 1 / Math.log(3 + bearers.length);
  }

  #familyLength({ families }: TopicTraits): number {
    let length = 0;
    for (const one of families) length += this.#familyWeight(one);
    return length;
  }
}
