import type { Grant, Role } from '../../../src/domain/desk/people/person.ts';

/** Each role as one person may hold it. */
export const GRANTS: Record<Role, Grant> = {
  viewer: { role: 'viewer' },
  'group-member': { role: 'group-member', group: 'mobility' },
  'group-coordinator': { role: 'group-coordinator', group: 'mobility' },
  partner: { role: 'partner', body: 'atm' },
  directorate: { role: 'directorate', directorate: 'Mobilità' },
  secretariat: { role: 'secretariat' },
  board: { role: 'board' },
  president: { role: 'president' },
  secretary: { role: 'secretary' },
  administrator: { role: 'administrator' },
};
