import { LIKENESSES, type Likeness, type PartnerReason } from '../../domain/partner-reason.ts';
import type { Day } from '../../domain/topic.ts';
import { Competences } from './competences.ts';
import type { PartnerTraits } from './partner-traits.ts';
import { PARTNER_FEATURES, type PartnerFeature } from './partner-weights.ts';
import { PastProjects, type PastTally } from './past-projects.ts';
import type { TopicTraits, WonTopic } from './won-topics.ts';
import type { WordSpace } from './word-space.ts';

const WIDTH = PARTNER_FEATURES.length;
/** How many wins a partner without any is credited with. */
const UNKNOWN_WINS = 0.15;
/** How much likeness outweighs the plain record, by kind. */
const DOUBT: Readonly<Record<Likeness, number>> = { title: 0.5, family: 1, subject: 2, area: 2 };

/** The features of all partners for one topic; the reasons are looked up only when somebody asks. */
export interface PartnerComparison {
  /** Row after row, one a partner, in the order of `PARTNER_FEATURES`. */
  values: Float64Array;
  reason(partner: number, feature: PartnerFeature): PartnerReason;
}

/**
 * For every partner: how often it won (the logarithm of its share), by how much it won more than that among topics *like
 * this one*, and how near its competences are. One wins by what one is known for: the shares are Bayesian estimates that
 * fall back to the plain record where nothing is like the topic.
 */
export class PartnerFeatureReader {
  readonly #count: number;
  readonly #past: PastProjects;
  readonly #competences: Competences;

  constructor(partners: readonly PartnerTraits[], won: readonly WonTopic[], space: WordSpace) {
    this.#count = partners.length;
    this.#past = new PastProjects(partners, won);
    this.#competences = new Competences(partners, space);
  }

  /** `without` names a topic whose own wins are hidden, so that training does not look at the answer. */
  compare(topic: TopicTraits, until: Day | null, without: string | null = null): PartnerComparison {
    const past = this.#past.tally(topic, until, without);
    const near = this.#competences.compare(topic);
    const values = new Float64Array(this.#count * WIDTH);
    const all = sum(past.wins) + UNKNOWN_WINS * this.#count;
    const shares = past.wins.map((wins) => (wins + UNKNOWN_WINS) / all);
    putColumn(values, 'record', shares.map(Math.log));
    for (const kind of LIKENESSES) putColumn(values, kind, overShare(past, kind, shares));
    putColumn(values, 'competenceWords', near.words);
    putColumn(values, 'competenceSubjects', near.subjects);
    putColumn(values, 'competenceMeaning', near.nearest);
    putColumn(values, 'competenceBreadth', near.breadth);
    return {
      values,
      reason: (partner, feature) => {
        switch (feature) {
          case 'record':
            return { kind: 'record', projects: past.projects[partner] ?? 0 };
          case 'title':
          case 'family':
          case 'subject':
          case 'area':
            return past.closest(partner, feature);
          case 'competenceSubjects':
            return { kind: 'field-of-work' };
          default:
            return {
              kind: 'competence',
              competences: near.names(partner, feature === 'competenceMeaning' ? 1 : undefined),
            };
        }
      },
    };
  }
}

/** By how much each partner's share among topics like this one is larger than among all: the logarithm of their ratio. */
function overShare({ like, total }: PastTally, kind: Likeness, shares: Float64Array): Float64Array {
  const likes = like[kind];
  const doubt = DOUBT[kind];
  const whole = total[kind] + doubt;
  const over = new Float64Array(shares.length);
  for (let partner = 0; partner < over.length; partner += 1) {
    const share = shares[partner] ?? 0;
    over[partner] = Math.log(((likes[partner] ?? 0) + doubt * share) / whole / share);
  }
  return over;
}

function putColumn(values: Float64Array, feature: PartnerFeature, column: Float64Array): void {
  const at = PARTNER_FEATURES.indexOf(feature);
  for (let partner = 0; partner < column.length; partner += 1) values[partner * WIDTH + at] = column[partner] ?? 0;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
