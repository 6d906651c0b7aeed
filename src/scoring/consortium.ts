import { actionType } from '../domain/action-type.ts';
import type { CityProfile } from '../domain/city-profile.ts';
import { rulesOut } from '../domain/eligibility.ts';
import type { MinimumConsortium, Sourced } from '../domain/labels/action-types.ts';
import type { CityRole, Partner } from '../domain/partner.ts';
import type { PartnerScore } from '../domain/scoring.ts';
import { lastingEligibility } from './eligibility/check-eligibility.ts';
import { compositionOf } from './eligibility/composition.ts';
import type { Composition } from './eligibility/demands.ts';
import { type EligibilityTopic, hasText } from './eligibility/eligibility-topic.ts';
import { isWithin } from './lead-time.ts';
import { offeredRoles } from './roles.ts';

/** One role of a consortium and who of us could fill it. */
export interface RoleSeat {
  role: CityRole;
  /** How many the call asks for; null = as many as needed. */
  asked: number | null;
  /** Our bodies that fit, best first. */
  ours: PartnerScore[];
  /** How many others must bring: cities and buyers are asked from different countries, so all of ours count as one. */
  missing: number | null;
}

export interface ConsortiumView {
  seats: RoleSeat[];
  /** Roles that the call asks for and none of us can fill. */
  missingRoles: CityRole[];
  /** Different countries asked for and how many still to be found beside our own; null = unknown. */
  countries: { asked: number; stillNeeded: number; source: string; verified: boolean } | null;
  /** Independent legal entities asked for; null = unknown. */
  entities: number | null;
  /** What nobody can tell from what is at hand. */
  unknown: ('text' | 'minimum-consortium' | 'action-type')[];
}

/** Below this match a body is not named for a role, unless the role is the municipality's own. */
const ENOUGH = 0.3;
/** A body stands on one of these seats only: the first that it can take. */
const CITY_SEATS: readonly CityRole[] = ['lighthouse', 'procurer', 'follower'];
const SEATS: readonly CityRole[] = ['coordinator', ...CITY_SEATS, 'pilot', 'partner'];

/** For a topic: which roles are filled by us, which are missing, how many countries are needed, what is unknown. Pure. */
export function consortiumView(
  topic: EligibilityTopic,
  profile: CityProfile,
  scores: readonly PartnerScore[],
): ConsortiumView {
  const composition = compositionOf(topic);
  const demands = composition?.demands ?? {};
  const minimum = minimumConsortium(topic.typesOfAction);
  const seats = fillSeats(topic, profile, scores, demands, minimum?.value ?? null);
  return {
    seats,
    missingRoles: seats.filter(({ ours }) => ours.length === 0).map(({ role }) => role),
    countries: countriesNeeded(demands, composition?.source ?? null, minimum, seats),
    entities: minimum?.value.entities ?? null,
    unknown: [
      ...(hasText(topic) ? [] : (['text'] as const)),
      ...(minimum === null ? (['minimum-consortium'] as const) : []),
      ...(topic.typesOfAction.length === 0 ? (['action-type'] as const) : []),
    ],
  };
}

/** The largest of the topic's action types' minima; null where one of them is not known. */
export function minimumConsortium(typesOfAction: readonly string[]): Sourced<MinimumConsortium> | null {
  const minima = typesOfAction.map((code) => actionType(code)?.consortium ?? null);
  return minima.reduce(
    (a, b) => (a === null || b === null ? null : a.value.entities >= b.value.entities ? a : b),
    minima[0] ?? null,
  );
}

function fillSeats(
  topic: EligibilityTopic,
  profile: CityProfile,
  scores: readonly PartnerScore[],
  demands: Composition,
  minimum: MinimumConsortium | null,
): RoleSeat[] {
  const candidates = candidatesFor(topic, profile, scores);
  const seated = new Set<string>();
  return SEATS.flatMap((role) => {
    const asked = askedFor(role, demands, minimum);
    const fitting = candidates.filter(
      (one) => one.roles.includes(role) && !(CITY_SEATS.includes(role) && seated.has(one.score.partnerId)),
    );
    if (fitting.length === 0 && asked === null) return [];
    const ours = fitting.map(({ score }) => score);
    if (CITY_SEATS.includes(role))
      for (const { partnerId } of ours.slice(0, asked ?? ours.length)) seated.add(partnerId);
    return [{ role, asked, ours, missing: asked === null ? null : asked - Math.min(ours.length, 1) }];
  });
}

interface Candidate {
  score: PartnerScore;
  roles: readonly CityRole[];
}

/** Our own bodies that match, with the roles that rules and topic leave them, best match first. Peers are not ours. */
function candidatesFor(topic: EligibilityTopic, profile: CityProfile, scores: readonly PartnerScore[]): Candidate[] {
  const byId = new Map(profile.partners.map((partner) => [partner.id, partner]));
  return scores
    .flatMap((score): Candidate[] => {
      const partner = byId.get(score.partnerId);
      if (partner === undefined || partner.relation === 'peer') return [];
      if (score.score < ENOUGH && partner.id !== profile.municipality) return [];
      const roles = rolesLeft(topic, partner, profile);
      return roles.length === 0 ? [] : [{ score, roles }];
    })
    .sort((a, b) => b.score.score - a.score.score || (a.score.partnerId < b.score.partnerId ? -1 : 1));
}

function rolesLeft(topic: EligibilityTopic, partner: Partner, profile: CityProfile): CityRole[] {
  const bars = lastingEligibility(topic, partner, profile).filter(({ result }) => result === 'no');
  if (bars.some(rulesOut)) return [];
  return offeredRoles(topic, partner).filter((role) =>
    bars.every(({ limitsTo }) => limitsTo !== undefined && isWithin(role, limitsTo)),
  );
}

function askedFor(role: CityRole, demands: Composition, minimum: MinimumConsortium | null): number | null {
  if (role === 'coordinator') return 1;
  if (role === 'lighthouse') return demands.leadCities ?? null;
  if (role === 'follower') return demands.followerCities ?? null;
  return role === 'procurer' ? (minimum?.procurers ?? null) : null;
}

/** Our own country counts as one as soon as one of us holds a seat. */
function countriesNeeded(
  demands: Composition,
  source: string | null,
  minimum: Sourced<MinimumConsortium> | null,
  seats: readonly RoleSeat[],
): ConsortiumView['countries'] {
  const ours = seats.some((seat) => seat.ours.length > 0) ? 1 : 0;
  const byText = demands.countries ?? 0;
  const byType = minimum?.value.countries ?? 0;
  const asked = Math.max(byText, byType);
  if (asked === 0) return null;
  const stillNeeded = Math.max(asked - ours, 0);
  return byText >= byType
    ? { asked, stillNeeded, source: source ?? 'Testo del bando alla sua fonte', verified: true }
    : { asked, stillNeeded, source: minimum?.source ?? '', verified: minimum?.verified ?? false };
}
