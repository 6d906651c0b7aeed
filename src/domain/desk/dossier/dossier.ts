import type { CityRole } from '../../partner.ts';
import type { Pillar } from '../../pillar.ts';
import type { BodyId, DossierId, PersonId } from '../people/person.ts';
import type { Subject } from '../people/roles.ts';
import type { Route } from './route.ts';
import type { DossierState, OpinionState } from './state.ts';

/** Where a dossier stands; what a stream of events alone determines. */
export interface Position {
  state: DossierState;
  /** null until a way is taken. */
  route: Route | null;
  /** Where a suspended dossier goes back to. */
  suspendedFrom: DossierState | null;
}

/** What the guards ask of the rest of the desk; derived by `dossierFacts`, never stored with the dossier. */
export interface DossierFacts {
  role: CityRole | null;
  /** The role that the opinion names, else the dossier's. */
  decidedRole: CityRole | null;
  /** Our share of the grant, which tells a small partner. */
  shareEur: number | null;
  /** The call for interest has run its days, or somebody closed it. */
  interestCollected: boolean;
  quorum: 'met' | 'not-met' | 'waived';
  /** A sitting voted on the opinion and has not ended: votes may still come. */
  sittingOpen: boolean;
  /** Criteria that still have no agreed value. */
  missingCriteria: number;
  /** Of the short route: the voices agree with the opinion, or the board has voted. */
  voicesAgree: boolean;
  /** The opinion as recorded by the secretary, once it is carried. */
  opinion: OpinionState | null;
  /** Bodies that the chosen role needs and that have not adhered yet. */
  adhesionsMissing: number;
  /** The portal's proposal number, or the register number of a letter sent. */
  submissionReference: string | null;
  twoStage: boolean;
  outcome: 'funded' | 'reserve' | 'rejected' | null;
  grantAgreement: string | null;
}

/** One topic round at the desk (DOMAIN §5.1). */
export interface Dossier extends Position {
  id: DossierId;
  version: number;
  groups: readonly Pillar[];
  owner: PersonId | null;
  /** Bodies of ours that take or may take part. */
  bodies: readonly BodyId[];
  /** Those of them that hold a place in the proposal. */
  seated: readonly BodyId[];
  /** The Comune's responsible directorate, which scores C4. */
  directorate: string | null;
  readers: readonly PersonId[];
  facts: DossierFacts;
}

export const subjectOf = (dossier: Dossier): Subject => ({
  groups: dossier.groups,
  bodies: dossier.bodies,
  seated: dossier.seated,
  directorate: dossier.directorate,
  readers: dossier.readers,
});
