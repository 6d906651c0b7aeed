import type { Pillar } from '../../pillar.ts';
import type { Instant } from '../../topic.ts';
import { byText } from '../compare.ts';
import type { BodyId, PersonId } from '../people/person.ts';
import { conflictOf, type LeadClaim } from './conflict.ts';

/** A person who may be asked to read. */
export interface Candidate {
  personId: PersonId;
  bodies: readonly BodyId[];
  groups: readonly Pillar[];
  /** Sheets on all dossiers in review, delivered ones too. */
  openReviews: number;
  lastAppointedAt: Instant | null;
}

export interface ProposedReader {
  personId: PersonId;
  group: Pillar;
  /** Called in because the dossier's own groups have too few without a conflict. */
  fromOtherGroup: boolean;
}

export interface Vacancy {
  groups: readonly Pillar[];
  wanted: number;
  leadClaims: readonly LeadClaim[];
  /** Already appointed, stepped aside or away. */
  excluded: readonly PersonId[];
  /** Bodies that already have a reader: two readers of one employer are one view. */
  seatedBodies?: readonly BodyId[];
}

/**
 * Readers to propose: of the dossier's groups first, the least loaded first, from different employers where possible, never
 * one whose body asks for the lead. The coordinator appoints. The list may be shorter than wanted.
 */
export function proposeReaders(candidates: readonly Candidate[], vacancy: Vacancy): ProposedReader[] {
  const pool = candidates
    .filter(({ personId }) => !vacancy.excluded.includes(personId))
    .filter(({ bodies }) => conflictOf(bodies, null, vacancy.leadClaims) === null)
    .toSorted(byLoad);
  const chosen: Candidate[] = [];
  const seated = new Set(vacancy.seatedBodies ?? []);
  // Each pass relaxes one wish: own group and new employer, own group, other group.
  const passes: ((candidate: Candidate) => boolean)[] = [
    (c) => inGroups(c, vacancy.groups) && !c.bodies.some((body) => seated.has(body)),
    (c) => inGroups(c, vacancy.groups),
    () => true,
  ];
  for (const suits of passes) {
    for (const candidate of pool) {
      if (chosen.length >= vacancy.wanted || chosen.includes(candidate) || !suits(candidate)) continue;
      chosen.push(candidate);
      for (const body of candidate.bodies) seated.add(body);
    }
  }
  return chosen.flatMap((candidate) => seat(candidate, vacancy.groups) ?? []);
}

/** Who could take the place of a reader who stepped aside; null where nobody is left. */
export function proposeSubstitute(
  candidates: readonly Candidate[],
  vacancy: Omit<Vacancy, 'wanted'>,
): ProposedReader | null {
  return proposeReaders(candidates, { ...vacancy, wanted: 1 })[0] ?? null;
}

function seat(candidate: Candidate, groups: readonly Pillar[]): ProposedReader | null {
  const own = candidate.groups.find((group) => groups.includes(group));
  const group = own ?? candidate.groups[0];
  return group === undefined ? null : { personId: candidate.personId, group, fromOtherGroup: own === undefined };
}

const inGroups = (candidate: Candidate, groups: readonly Pillar[]): boolean =>
  candidate.groups.some((group) => groups.includes(group));

function byLoad(a: Candidate, b: Candidate): number {
  return (
    a.openReviews - b.openReviews ||
    byText(a.lastAppointedAt ?? '', b.lastAppointedAt ?? '') ||
    byText(a.personId, b.personId)
  );
}
