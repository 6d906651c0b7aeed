import type { Localised } from '../labels/localised.ts';
import type { Adhesion } from './board/adhesion.ts';
import type { Voice } from './board/ballot.ts';
import type { OutcomeKind } from './dossier/outcome.ts';
import type { Route } from './dossier/route.ts';
import type { DossierState } from './dossier/state.ts';
import type { TransitionName } from './dossier/transitions.ts';
import type { Role } from './people/person.ts';
import type { MilestoneKind } from './plan/plan-track.ts';
import type { ReviewState } from './review/review.ts';

// The desk's words, as corrected by DOMAIN §5.7; sentences of pages live in the message catalogues.

export const STATE_LABELS: Readonly<Record<DossierState, Localised>> = {
  found: { it: 'rilevato', en: 'found' },
  'in-triage': { it: 'in prima selezione', en: 'in triage' },
  discarded: { it: 'scartato', en: 'discarded' },
  assigned: { it: 'assegnato', en: 'assigned' },
  'gathering-interest': { it: 'raccolta interesse', en: 'gathering interest' },
  'in-review': { it: 'in valutazione', en: 'in review' },
  'in-short-route': { it: 'in via breve', en: 'in the short route' },
  'collegial-evaluation': { it: 'valutazione collegiale', en: 'collegial evaluation' },
  favourable: { it: 'parere favorevole', en: 'favourable opinion' },
  'with-conditions': { it: 'parere con condizioni', en: 'favourable with conditions' },
  contrary: { it: 'parere contrario', en: 'contrary opinion' },
  watching: { it: 'in osservazione', en: 'under observation' },
  'in-preparation': { it: 'in preparazione', en: 'in preparation' },
  submitted: { it: 'presentato', en: 'submitted' },
  'second-stage': { it: 'seconda fase', en: 'second stage' },
  funded: { it: 'finanziato', en: 'funded' },
  reserve: { it: 'lista di riserva', en: 'reserve list' },
  rejected: { it: 'respinto', en: 'rejected' },
  withdrawn: { it: 'ritirato', en: 'withdrawn' },
  project: { it: 'progetto', en: 'project' },
  closed: { it: 'chiuso', en: 'closed' },
  suspended: { it: 'sospeso', en: 'suspended' },
};

export const TRANSITION_LABELS: Readonly<Record<TransitionName, Localised>> = {
  'take-in': { it: 'Prendi in prima selezione', en: 'Take into triage' },
  discard: { it: 'Scarta', en: 'Discard' },
  assign: { it: 'Assegna', en: 'Assign' },
  'gather-interest': { it: 'Raccogli interesse', en: 'Gather interest' },
  'open-review': { it: 'Apri la valutazione', en: 'Open the review' },
  'take-short-route': { it: 'Segui la via breve', en: 'Take the short route' },
  'leave-short-route': { it: 'Passa alla via ordinaria', en: 'Change to the ordinary route' },
  'open-collegial-evaluation': { it: 'Apri la valutazione collegiale', en: 'Open the collegial evaluation' },
  'return-to-review': { it: 'Torna alla valutazione', en: 'Return to review' },
  'confirm-favourable': { it: 'Conferma il parere favorevole', en: 'Confirm the favourable opinion' },
  'confirm-with-conditions': { it: 'Conferma il parere con condizioni', en: 'Confirm the opinion with conditions' },
  'confirm-contrary': { it: 'Conferma il parere contrario', en: 'Confirm the contrary opinion' },
  'confirm-watching': { it: 'Conferma: in osservazione', en: 'Confirm: under observation' },
  'reopen-opinion': { it: 'Riapri il parere', en: 'Reopen the opinion' },
  'start-preparation': { it: 'Avvia la preparazione', en: 'Start preparation' },
  submit: { it: 'Registra la presentazione', en: 'Record the submission' },
  'pass-first-stage': { it: 'Registra il passaggio alla seconda fase', en: 'Record the invitation to stage 2' },
  'record-funded': { it: 'Registra: finanziato', en: 'Record: funded' },
  'record-reserve': { it: 'Registra: lista di riserva', en: 'Record: reserve list' },
  'record-rejected': { it: 'Registra: respinto', en: 'Record: rejected' },
  withdraw: { it: 'Ritira', en: 'Withdraw' },
  'start-project': { it: 'Avvia il progetto', en: 'Start the project' },
  close: { it: 'Chiudi', en: 'Close' },
  suspend: { it: 'Sospendi', en: 'Suspend' },
  resume: { it: 'Riprendi', en: 'Resume' },
  reopen: { it: 'Riapri', en: 'Reopen' },
};

export const ROUTE_LABELS: Readonly<Record<Route, Localised>> = {
  ordinary: { it: 'via ordinaria', en: 'ordinary route' },
  short: { it: 'via breve', en: 'short route' },
};

export const DESK_ROLE_LABELS: Readonly<Record<Role, Localised>> = {
  viewer: { it: 'lettore', en: 'reader' },
  'group-member': { it: 'membro del gruppo', en: 'group member' },
  'group-coordinator': { it: 'coordinatore del gruppo', en: 'group coordinator' },
  partner: { it: 'partner', en: 'partner' },
  directorate: { it: 'Direzione del Comune', en: 'directorate of the municipality' },
  secretariat: { it: 'segreteria tecnica', en: 'secretariat' },
  board: { it: 'consiglio direttivo', en: 'board' },
  president: { it: 'presidente', en: 'president' },
  secretary: { it: 'segretario del consiglio', en: 'secretary of the board' },
  administrator: { it: 'amministratore', en: 'administrator' },
};

export const REVIEW_STATE_LABELS: Readonly<Record<ReviewState, Localised>> = {
  'to-do': { it: 'da fare', en: 'to do' },
  delivered: { it: 'consegnata', en: 'delivered' },
  'no-view': { it: 'non si esprime', en: 'abstains' },
  recused: { it: 'astenuto per conflitto', en: 'recused' },
};

export const VOICE_LABELS: Readonly<Record<Voice, Localised>> = {
  favourable: { it: 'favorevole', en: 'in favour' },
  contrary: { it: 'contrario', en: 'against' },
  abstains: { it: 'non si esprime', en: 'abstains' },
  recused: { it: 'astenuto per conflitto', en: 'recused' },
};

export const ADHESION_LABELS: Readonly<Record<Adhesion['state'], Localised>> = {
  adheres: { it: 'aderisce', en: 'adheres' },
  declines: { it: 'non aderisce', en: 'declines' },
  waiting: { it: 'in attesa', en: 'waiting' },
};

export const OUTCOME_LABELS: Readonly<Record<OutcomeKind, Localised>> = {
  funded: { it: 'finanziato', en: 'funded' },
  reserve: { it: 'lista di riserva', en: 'reserve list' },
  'below-threshold': { it: 'sotto soglia', en: 'below threshold' },
  'below-budget': { it: 'sopra soglia, fondi esauriti', en: 'above threshold, budget exhausted' },
  ineligible: { it: 'non ammissibile', en: 'ineligible' },
};

export const MILESTONE_LABELS: Readonly<Record<MilestoneKind, Localised>> = {
  concept: { it: 'Idea e impostazione', en: 'Concept' },
  'partner-search': { it: 'Ricerca partner', en: 'Partner search' },
  'proposal-and-budget': { it: 'Proposta e bilancio', en: 'Proposal and budget' },
  acts: { it: 'Delibera e atti', en: 'Resolution and acts' },
  'mandates-and-pic': { it: 'Mandati e PIC dei partner', en: 'Partners’ mandates and PIC' },
  'final-version': { it: 'Versione definitiva', en: 'Final version' },
  upload: { it: 'Caricamento', en: 'Upload' },
  mandate: { it: 'Mandato', en: 'Mandate' },
  'site-and-budget': { it: 'Sito e bilancio della città', en: 'Site and city budget' },
  'budget-line': { it: 'Capitolo di bilancio', en: 'Budget line' },
  'pic-data': { it: 'Dati del PIC', en: 'PIC data' },
  'contribution-text': { it: 'Testo per la proposta', en: 'Text for the proposal' },
  'data-to-lead': { it: 'Dati al capofila', en: 'Data to the lead' },
  'letter-text': { it: 'Testo della lettera', en: 'Text of the letter' },
  'letter-signature': { it: 'Firma della lettera', en: 'Signature of the letter' },
  'letter-sent': { it: 'Invio della lettera', en: 'Letter sent' },
  'application-text': { it: 'Testo della candidatura', en: 'Text of the application' },
};
