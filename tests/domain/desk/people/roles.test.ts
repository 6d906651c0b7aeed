import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../../src/domain/desk/people/person.ts';
import { ACTIONS, can, canSomewhere, scopeOf } from '../../../../src/domain/desk/people/roles.ts';
import {
  administrator,
  boardMember,
  coordinator,
  directorate,
  everybody,
  partner,
  person,
  president,
  reader,
  secretariat,
} from '../cast.ts';

const inMobility = { groups: ['mobility'] as const, bodies: ['a2a'], readers: ['rita'], directorate: 'mobilita' };

describe('the permission table', () => {
  it('gives every action to somebody, and no cell to a role that is not there', () => {
    for (const action of ACTIONS) {
      const holders = [...ROLES, 'everyone' as const].filter((role) => scopeOf(action, role) !== null);
      expect(holders, action).not.toHaveLength(0);
    }
  });

  it('lets a call card be read without sign-in, and nothing else', () => {
    expect(ACTIONS.filter((action) => can(null, action, inMobility))).toEqual(['call.read']);
  });

  it('keeps judgement from the administrator and people from everybody else', () => {
    const judged = ACTIONS.filter((action) => /^(review|opinion|triage|collegial|sitting|interest)\./.test(action));
    expect(judged.filter((action) => can(administrator, action, inMobility))).toEqual([]);
    expect(everybody.filter((one) => can(one, 'people.manage'))).toEqual([administrator]);
  });

  it('lets only the president confirm, and the secretary record', () => {
    expect(everybody.filter((one) => can(one, 'opinion.confirm'))).toEqual([president]);
    expect(can(president, 'opinion.record')).toBe(false);
  });
});

describe('a scope', () => {
  it('stops a coordinator at the door of another group', () => {
    expect(can(coordinator, 'review.assign', { groups: ['mobility'] })).toBe(true);
    expect(can(coordinator, 'review.assign', { groups: ['living'] })).toBe(false);
    expect(can(coordinator, 'review.assign')).toBe(false);
  });

  it('lets a group member score only where appointed', () => {
    expect(can(reader, 'review.score-as-reader', { readers: ['rita'] })).toBe(true);
    expect(can(reader, 'review.score-as-reader', { readers: ['remo'], groups: ['mobility'] })).toBe(false);
  });

  it('gives C4 to the responsible directorate, not to another one', () => {
    expect(can(directorate, 'review.score-as-directorate', { directorate: 'mobilita' })).toBe(true);
    expect(can(directorate, 'review.score-as-directorate', { directorate: 'ambiente' })).toBe(false);
    expect(can(directorate, 'review.score-as-directorate', { directorate: null })).toBe(false);
  });

  it('lets a partner speak for its own body and read another only by consent', () => {
    expect(can(partner, 'interest.express', { bodies: ['a2a'] })).toBe(true);
    expect(can(partner, 'interest.express', { bodies: ['atm'] })).toBe(false);
    expect(can(partner, 'interest.read-names', { bodies: ['atm'], consent: false })).toBe(false);
    expect(can(partner, 'interest.read-names', { bodies: ['atm'], consent: true })).toBe(true);
  });

  it('lets each person export what is held of them', () => {
    expect(can(partner, 'privacy.export', { person: 'piera' })).toBe(true);
    expect(can(partner, 'privacy.export', { person: 'marta' })).toBe(false);
  });
});

describe('several hats', () => {
  const two = person('gino', 'atm', { role: 'group-member', group: 'living' }, { role: 'partner', body: 'atm' });

  it('add up, each within its own scope', () => {
    expect(can(two, 'review.read', { groups: ['living'] })).toBe(true);
    expect(can(two, 'interest.express', { bodies: ['atm'] })).toBe(true);
    expect(can(two, 'review.read', { groups: ['mobility'], bodies: ['atm'] })).toBe(false);
  });

  it('open a menu where any of them could act', () => {
    expect(canSomewhere(two, 'interest.express')).toBe(true);
    expect(canSomewhere(two, 'triage.decide')).toBe(false);
    expect(canSomewhere(null, 'privacy.export')).toBe(false);
    expect(canSomewhere(boardMember, 'privacy.export')).toBe(true);
    expect(canSomewhere(secretariat, 'opinion.confirm')).toBe(false);
  });
});
