import type { Role } from './person.ts';

/**
 * How far a permission reaches: everywhere, or only within the holder's group, body, directorate, own record, an
 * assignment as reader, what another body agreed to show, or where the holder's body has a seat in the proposal: to be
 * interested is not enough to act for all.
 */
export const SCOPES = [
  'any',
  'own-group',
  'own-body',
  'own-seat',
  'own-directorate',
  'own',
  'assigned',
  'by-consent',
] as const;
export type Scope = (typeof SCOPES)[number];

/** A cell that is not there is a no. */
export type Cells = Partial<Record<Role | 'everyone', Scope>>;

const BOARD = { board: 'any', president: 'any', secretary: 'any' } as const satisfies Cells;
const DESK = { 'group-coordinator': 'own-group', secretariat: 'any' } as const satisfies Cells;

/**
 * The one table of who may do what (DOMAIN §5.3, §5.7). Routes, pages and the route × role tests read it.
 * The administrator keeps people, sources and settings, never a judgement on a call.
 */
export const PERMISSIONS = {
  'call.read': { everyone: 'any' },

  'dossier.read': { 'group-member': 'own-group', ...DESK, ...BOARD, partner: 'own-body', directorate: 'any' },
  // What became of other dossiers of the family, and why: not for partners, who may have been the ones turned down.
  'memory.read': {
    'group-member': 'any',
    'group-coordinator': 'any',
    secretariat: 'any',
    ...BOARD,
    directorate: 'any',
  },
  'dossier.open': { secretariat: 'any' },
  'dossier.assign': DESK,
  'dossier.suspend': { secretariat: 'any' },
  'dossier.reopen': { secretariat: 'any', president: 'any' },
  'dossier.comment': { 'group-member': 'own-group', ...DESK, ...BOARD, partner: 'own-body', directorate: 'any' },

  'triage.decide': DESK,
  'triage.propose': { 'group-member': 'own-group', ...DESK },
  'pillar.correct': DESK,
  'pillar.propose': { 'group-member': 'own-group', ...DESK },
  'call.add': { secretariat: 'any' },

  'request.read': { ...DESK, ...BOARD },
  'request.record': { secretariat: 'any' },
  'request.answer': { secretariat: 'any' },

  'review.read': { 'group-member': 'own-group', ...DESK, ...BOARD },
  'review.score-as-reader': { 'group-member': 'assigned', 'group-coordinator': 'assigned' },
  'review.score-as-secretariat': { secretariat: 'any' },
  'review.score-as-directorate': { directorate: 'own-directorate' },
  'review.assign': DESK,
  'collegial.lead': DESK,
  'collegial.waive-quorum': { board: 'any', president: 'any' },

  'interest.express': { partner: 'own-body', secretariat: 'any' },
  'interest.read-names': { 'group-member': 'own-group', partner: 'by-consent' },
  'interest.read-in-full': { ...DESK, ...BOARD, partner: 'own-body' },
  'lead-thread.join': { ...DESK, partner: 'own-body' },
  'notice.publish': { secretariat: 'any' },
  'city-sharing.offer': { secretariat: 'any' },

  'short-route.endorse': { 'group-coordinator': 'own-group', secretariat: 'any', president: 'any' },
  // A sitting shows how the board voted on every dossier of its agenda, so one's own group is not enough.
  'sitting.read': { 'group-coordinator': 'any', secretariat: 'any', ...BOARD },
  'sitting.convene': { president: 'any', secretary: 'any' },
  'sitting.vote': { board: 'any', president: 'any' },
  'opinion.record': { secretary: 'any' },
  'opinion.confirm': { president: 'any' },
  'minutes.read': { ...DESK, ...BOARD, 'group-member': 'own-group', directorate: 'any', administrator: 'any' },
  'weights.decide': { board: 'any', president: 'any' },

  'adhesion.record': { partner: 'own-body', directorate: 'own-directorate', secretariat: 'any' },
  'preparation.start': { secretariat: 'any' },
  'preparation.edit': { partner: 'own-seat', directorate: 'own-directorate', secretariat: 'any' },
  'outcome.record': { partner: 'own-seat', secretariat: 'any' },
  'project.edit': { partner: 'own-seat', secretariat: 'any' },
  'group.edit': DESK,
  'membership.read': {
    'group-coordinator': 'any',
    secretariat: 'any',
    ...BOARD,
    administrator: 'any',
    partner: 'own-body',
  },
  'membership.edit': { secretariat: 'any' },
  // The board admits; its secretary writes down what it decided.
  'membership.admit': BOARD,

  // Sums over all dossiers and who sits on how many; what anybody judged is no part of it.
  'analysis.read': { 'group-coordinator': 'any', secretariat: 'any', ...BOARD },
  'audit.read': { ...BOARD, administrator: 'any' },
  'people.manage': { administrator: 'any' },
  'sources.manage': { administrator: 'any' },
  'webhook.manage': { administrator: 'any', partner: 'own-body' },
  'settings.manage': { administrator: 'any' },
  'weights.enter': { administrator: 'any' },
  'privacy.export': { everyone: 'own', administrator: 'any' },
  'privacy.erase': { everyone: 'own', administrator: 'any' },
} as const satisfies Record<string, Cells>;

export type Action = keyof typeof PERMISSIONS;
