import { readStaff } from '../../../db/repositories/desk/staff.ts';
import { papersMissing } from '../../domain/desk/board/adhesion.ts';
import { proposedRoute } from '../../domain/desk/dossier/route.ts';
import { isGathering } from '../../domain/desk/interest/interest.ts';
import type { Person } from '../../domain/desk/people/person.ts';
import { can } from '../../domain/desk/people/roles.ts';
import { backwardPlans, type Plan, timeVerdict } from '../../domain/desk/plan/backward-plan.ts';
import type { CollegialResult, Quorum } from '../../domain/desk/review/collegial.ts';
import { quorumOf } from '../../domain/desk/review/collegial.ts';
import {
  type Sight,
  sightOf,
  type VisibleReview,
  visibleComments,
  visibleReviews,
} from '../../domain/desk/review/visibility.ts';
import { CITY_ROLES } from '../../domain/partner.ts';
import type { Deps } from '../deps.ts';
import { remembered } from '../remembered.ts';
import { type WinnersOfTopic, winnersOfTopic } from '../topics/winners-of-topic.ts';
import { type Asked, mustBeAllowed } from './act.ts';
import { readerProposals } from './appoint-readers.ts';
import { deskCalendar } from './desk-calendar.ts';
import { type DossierFile, readFile } from './dossier-file.ts';
import { visibleInterests } from './express-interest.ts';
import { openSeats } from './give-voice.ts';
import { viewLeadThread } from './lead-thread.ts';
import { otherCities, standingOffers } from './offer-to-cities.ts';
import { proposedRole } from './proposed-role.ts';
import type { Names } from './read-minutes.ts';
import { recall } from './recall.ts';
import { lastTouch, offeredSteps } from './take-step.ts';

export type DossierView = Awaited<ReturnType<typeof dossierView>>;

/** A dossier as one person may see it. Everything about reviews has passed through `sightOf`. */
export async function dossierView({ deps, person, input: { id } }: Asked<{ id: string }>) {
  const [file, staff] = await Promise.all([readFile(deps, id), readStaff(deps.db)]);
  mustBeAllowed(person, 'dossier.read', file.subject);
  const names: Names = new Map([...staff].flatMap(([one, { name }]) => (name === null ? [] : [[one, name]])));
  const sight = sightOf(person, file.reviewCase);
  const may = (action: Parameters<typeof can>[1]) => can(person, action, file.subject);
  const { row, opinion } = file;
  const [memory, wins, role, proposals] = await Promise.all([
    recall(deps, person, { topicKey: row.topicKey, family: row.family, dossierId: row.id }),
    winsOf(deps, file),
    proposedRole(deps, file),
    may('review.assign') && sight.states && file.phase === 'collecting' ? readerProposals(deps, file, staff) : null,
  ]);
  return {
    row,
    groups: file.groups,
    events: file.events,
    last: lastTouch(file),
    steps: offeredSteps(file, person),
    alerts: file.alerts,
    places: file.places,
    notices: file.publicNotices,
    sittings: may('opinion.record') ? file.sittings : [],
    cities: may('city-sharing.offer') ? citiesPart(deps, file) : null,
    adhesions: file.adhesions.map((adhesion) => ({
      ...adhesion,
      papers: papersMissing(adhesion),
      mayAnswer:
        can(person, 'adhesion.record', { bodies: [adhesion.bodyId] }) ||
        (adhesion.bodyId === deps.profile.municipality &&
          can(person, 'adhesion.record', { directorate: row.directorate })),
    })),
    requests: may('request.read') ? file.requests : [],
    interests: visibleInterests(file, person),
    mayCloseInterest:
      may('dossier.assign') &&
      isGathering(row.state, { closesOn: row.interestClosesOn, closed: row.interestClosedAt !== null }, file.today),
    mayExpress: can(person, 'interest.express', { bodies: deps.profile.partners.map(({ id: body }) => body) }),
    review: reviewPart(file, person, sight),
    proposals,
    comments: visibleComments(
      person,
      file.reviewCase,
      file.comments.filter(({ thread }) => thread === 'dossier'),
    ),
    leadThread: viewLeadThread(file, person),
    voices: file.voices,
    seats: openSeats(file, person),
    proposedRole: role,
    proposedRoute: proposedRoute(row.role, row.shareEur),
    opinion:
      opinion !== null && (opinion.confirmed !== null || may('opinion.record') || may('opinion.confirm'))
        ? opinion
        : null,
    minutes: may('minutes.read') ? file.minutes : [],
    tally: file.tally,
    plan: planPart(deps, file),
    outcomes: file.outcomes,
    memory: { ...memory, wins },
    staff: [...staff.values()].filter(({ active }) => active),
    names,
    may: {
      assign: may('dossier.assign'),
      comment: may('dossier.comment'),
      judge: file.phase !== 'decided' && may('review.read'),
      publish: may('notice.publish'),
      record: may('opinion.record'),
      confirm: may('opinion.confirm') && opinion !== null && opinion.confirmed === null,
      prepare: may('preparation.edit'),
      outcome: may('outcome.record'),
      lead: may('collegial.lead') && sight.judgements,
      waive: may('collegial.waive-quorum') && row.state === 'in-review',
    },
  };
}

export interface ReviewPart {
  sight: Sight;
  sheets: VisibleReview[];
  /** Null where even the count would tell. */
  quorum: Quorum | null;
  result: CollegialResult | null;
  dissents: readonly { by: string; text: string }[];
  /** One's own sheet waits, or stands there to be looked at. */
  own: VisibleReview | null;
}

function reviewPart(file: DossierFile, person: Person, sight: Sight): ReviewPart {
  const sheets = visibleReviews(person, file.reviewCase);
  const opened = file.phase !== 'collecting' && sight.judgements;
  return {
    sight,
    sheets,
    quorum: sight.states ? quorumOf(file.reviews) : null,
    result: opened ? file.result : null,
    dissents: opened ? (file.collegial?.dissents ?? []) : [],
    own: sheets.find(({ own }) => own) ?? null,
  };
}

/** What is offered to whom, and the cities that know nothing of it yet. */
function citiesPart(deps: Deps, file: DossierFile) {
  const offers = standingOffers(deps, file);
  const asked = new Set(offers.flatMap(({ cities }) => cities));
  return { offers, left: otherCities(deps).filter((city) => !asked.has(city)) };
}

export interface PlanPart {
  plans: Plan[];
  verdict: ReturnType<typeof timeVerdict>;
  done: ReadonlySet<string>;
}

function planPart(deps: Deps, { row, call, progress }: DossierFile): PlanPart | null {
  if (row.role === null) return null;
  const now = deps.clock.now();
  const facts = { role: row.role, ...call };
  return {
    plans: backwardPlans(facts, now, deskCalendar(deps)),
    verdict: timeVerdict({ ...facts, rolesOpen: CITY_ROLES }, now),
    done: new Set(progress.filter(({ doneAt }) => doneAt !== null).map(({ stage, kind }) => `${stage}:${kind}`)),
  };
}

const winsOf = async (deps: Deps, { topic }: DossierFile): Promise<WinnersOfTopic | null> =>
  topic === null
    ? null
    : await remembered(deps, JSON.stringify(['winners', topic.identifier, deps.profile.id]), () =>
        winnersOfTopic({ deps, input: { identifier: topic.identifier } }),
      );
