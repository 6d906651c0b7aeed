import type { CityRole } from '../../partner.ts';
import type { Day } from '../../topic.ts';
import { type Adhesion, adhesionsMissing, bodiesNeeded } from '../board/adhesion.ts';
import type { Tally } from '../board/ballot.ts';
import type { Opinion } from '../board/opinion.ts';
import type { BodyId } from '../people/person.ts';
import { type CollegialResult, quorumOf } from '../review/collegial.ts';
import type { Review } from '../review/review.ts';
import type { DossierFacts } from './dossier.ts';
import { type Outcome, outcomeState } from './outcome.ts';
import { type ShortRouteVoice, shortRouteOutcome } from './short-route.ts';
import type { OpinionState } from './state.ts';

/** The papers of a dossier, as a service reads them from the store. */
export interface DossierPapers {
  role: CityRole | null;
  shareEur: number | null;
  interest: { closesOn: Day | null; closed: boolean };
  reviews: readonly Review[];
  quorumWaived: boolean;
  collegial: CollegialResult | null;
  voices: readonly ShortRouteVoice[];
  /** The standing opinion, and the count of the vote on it where a sitting voted. */
  opinion: Opinion | null;
  tally: Tally | null;
  sittingOpen: boolean;
  municipality: BodyId;
  places: readonly { bodyId: BodyId; role: CityRole }[];
  adhesions: readonly Adhesion[];
  submissionReference: string | null;
  twoStage: boolean;
  outcome: Outcome | null;
  grantAgreement: string | null;
}

/** What the guards of the state machine ask, read off the papers: the one place where the rules meet. */
export function dossierFacts(papers: DossierPapers, today: Day): DossierFacts {
  const { role, opinion, collegial, interest, outcome } = papers;
  const needed = role === null ? [] : bodiesNeeded(role, papers.municipality, papers.places);
  const unscored = ({ weight, agreed }: { weight: number; agreed: number | null }) => weight > 0 && agreed === null;
  return {
    role,
    decidedRole: opinion?.role ?? role,
    shareEur: papers.shareEur,
    interestCollected: interest.closed || (interest.closesOn !== null && interest.closesOn < today),
    quorum: quorumFact(papers),
    sittingOpen: papers.sittingOpen,
    missingCriteria: collegial === null ? 1 : collegial.lines.filter(unscored).length,
    voicesAgree: opinion?.sitting != null || bears(shortRouteOutcome(papers.voices), opinion?.kind ?? null),
    opinion: opinion !== null && isCarried(opinion, papers.tally) ? opinion.kind : null,
    adhesionsMissing: adhesionsMissing(needed, papers.adhesions).length,
    submissionReference: papers.submissionReference,
    twoStage: papers.twoStage,
    outcome: outcome === null ? null : outcomeState(outcome.kind),
    grantAgreement: papers.grantAgreement,
  };
}

/** The board's waiver holds while conflicts leave too few: readers who are called in later bring the quorum back. */
function quorumFact({ reviews, quorumWaived }: DossierPapers): DossierFacts['quorum'] {
  const { met, tooFewEligible } = quorumOf(reviews);
  if (met) return 'met';
  return quorumWaived && tooFewEligible ? 'waived' : 'not-met';
}

/** A sitting's opinion needs the vote; without a sitting it rests on the three voices. */
const isCarried = (opinion: Opinion, tally: Tally | null): boolean =>
  opinion.sitting === null || tally?.outcome === 'carried';

/** Whether agreeing voices say what the opinion says. To watch is nobody's yes or no: it takes the board. */
function bears(voices: ReturnType<typeof shortRouteOutcome>, kind: OpinionState | null): boolean {
  if (voices === 'favourable') return kind === 'favourable' || kind === 'with-conditions';
  return voices === 'contrary' && kind === 'contrary';
}
