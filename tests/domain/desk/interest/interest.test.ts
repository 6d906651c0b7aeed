import { describe, expect, it } from 'vitest';
import { type CityOffer, seatFrom, sharedCard } from '../../../../src/domain/desk/dossier/city-sharing.ts';
import {
  type Interest,
  inLeadThread,
  isNoticeOpen,
  leadThread,
  viewInterest,
} from '../../../../src/domain/desk/interest/interest.ts';
import {
  admit,
  leave,
  type Membership,
  membershipOn,
  missingPapers,
} from '../../../../src/domain/desk/interest/membership.ts';
import { administrator, boardMember, coordinator, directorate, partner, person, reader, secretariat } from '../cast.ts';

const at = '2026-11-23T09:00:00Z';
const interest = (bodyId: string, known: Partial<Interest> = {}): Interest => ({
  id: `i-${bodyId}`,
  dossierId: 'd1',
  bodyId,
  role: 'partner',
  lead: false,
  competences: ['reti elettriche'],
  effortMonths: 12,
  ownFundsEur: 30_000,
  contact: 'ufficio.europa@example.org',
  confidentiality: 'open',
  expressedAt: at,
  by: 'piera',
  through: 'body',
  withdrawnAt: null,
  ...known,
});
const dossier = { groups: ['mobility'] as const };
const atm = person('alba', 'atm', { role: 'partner', body: 'atm' });

describe('who learns of an interest', () => {
  it.each([
    ['open', 'full', 'full', 'full', 'name', 'full', 'name'],
    ['group', 'full', 'full', 'full', 'name', 'full', 'anonymous'],
    ['reserved', 'full', 'full', 'full', 'anonymous', 'full', 'anonymous'],
  ] as const)(
    '%s: secretariat %s, board %s, coordinator %s, group %s, the body itself %s, another partner %s',
    (confidentiality, ...views) => {
      const own = interest('a2a', { confidentiality });
      const viewers = [secretariat, boardMember, coordinator, reader, partner, atm];
      expect(viewers.map((who) => viewInterest(who, own, dossier)?.view)).toEqual(views);
    },
  );

  it('a name is a name: no euro, no effort, no contact', () => {
    expect(viewInterest(atm, interest('a2a'), dossier)).toEqual({
      view: 'name',
      bodyId: 'a2a',
      role: 'partner',
      lead: false,
    });
    expect(viewInterest(atm, interest('a2a', { confidentiality: 'reserved' }), dossier)).toEqual({ view: 'anonymous' });
  });

  it('nobody else learns anything, not even that there is one', () => {
    const stranger = person('sara', null, { role: 'group-member', group: 'living' });
    for (const who of [null, administrator, directorate, stranger])
      expect(viewInterest(who, interest('a2a'), dossier)).toBeNull();
  });
});

describe('two who would lead', () => {
  const polimi = interest('politecnico-di-milano', { lead: true });
  const a2a = interest('a2a', { lead: true });

  it('share one thread with the secretariat, closed to other partners', () => {
    const thread = leadThread([polimi, a2a]);
    expect(thread).toEqual({ bodies: ['politecnico-di-milano', 'a2a'], reserved: [] });
    expect(
      thread && [partner, secretariat, atm].map((who) => inLeadThread(who, thread, { groups: ['mobility'] })),
    ).toEqual([true, true, false]);
  });

  it('are named to each other, unless one asked in confidence: then only who keeps the desk knows', () => {
    const thread = leadThread([polimi, { ...a2a, confidentiality: 'reserved' }]);
    expect(thread).toEqual({ bodies: ['politecnico-di-milano'], reserved: ['a2a'] });
    expect(thread && [partner, secretariat].map((who) => inLeadThread(who, thread, { groups: ['mobility'] }))).toEqual([
      false,
      true,
    ]);
  });

  it('are two bodies, not one that said it twice, nor one that took it back', () => {
    expect(leadThread([polimi, { ...polimi, id: 'again' }])).toBeNull();
    expect(leadThread([polimi, { ...a2a, withdrawnAt: at }])).toBeNull();
  });
});

it('a public notice is open on its first and last day', () => {
  const notice = {
    dossierId: 'd1',
    roles: [],
    text: '',
    publishedOn: '2026-11-23',
    closesOn: '2026-12-04',
    by: 'marta',
  };
  const days = ['2026-11-22', '2026-11-23', '2026-12-04', '2026-12-05'];
  expect(days.map((day) => isNoticeOpen(notice, day))).toEqual([false, true, true, false]);
});

describe('sharing with another city', () => {
  const offer: CityOffer = {
    id: 'o1',
    dossierId: 'd1',
    topicKey: 'HORIZON-MISS-2027-CIT-01',
    roleSought: 'follower',
    contact: { name: 'Segreteria', email: 'segreteria@example.org' },
    cities: ['genova'],
    offeredBy: 'marta',
    offeredAt: at,
    withdrawnAt: null,
  };
  const answer = {
    offerId: 'o1',
    city: 'genova',
    author: 'Ufficio Europa',
    at,
    answer: 'interested' as const,
    role: 'follower' as const,
    note: null,
  };

  it('shows topic, role and contact, and nothing of our own', () => {
    expect(Object.keys(sharedCard(offer, 'milano', 'genova') ?? {}).sort()).toEqual(
      ['contact', 'fromCity', 'offerId', 'offeredAt', 'roleSought', 'topicKey'].sort(),
    );
    expect(JSON.stringify(sharedCard(offer, 'milano', 'genova'))).not.toContain('d1');
  });

  it('shows it to the cities that were asked, while it stands', () => {
    expect(sharedCard(offer, 'milano', 'torino')).toBeNull();
    expect(sharedCard({ ...offer, withdrawnAt: at }, 'milano', 'genova')).toBeNull();
  });

  it('takes a yes into the consortium with author and date, a no into nothing', () => {
    expect(seatFrom(offer, answer)).toEqual({
      dossierId: 'd1',
      city: 'genova',
      role: 'follower',
      statedBy: 'Ufficio Europa',
      statedAt: at,
    });
    expect(seatFrom(offer, { ...answer, answer: 'not-interested' })).toBeNull();
    expect(() => seatFrom(offer, { ...answer, city: 'torino' })).toThrow('was not asked');
    expect(() => seatFrom({ ...offer, withdrawnAt: at }, answer)).toThrow('withdrawn');
  });
});

describe('membership', () => {
  const membership = (known: Partial<Membership> = {}): Membership => ({
    bodyId: 'atm',
    kind: 'collaborator',
    admittedOn: '2016-01-01',
    sittingId: null,
    leftOn: null,
    contact: null,
    pic: '999913556',
    lear: null,
    genderEqualityPlan: null,
    ...known,
  });
  const member = membership({ kind: 'member', admittedOn: '2027-01-01', sittingId: 's4' });

  it('changes on a day, and the past stays what it was', () => {
    const history = admit([membership()], member);
    expect(membershipOn(history, 'atm', '2026-12-31')?.kind).toBe('collaborator');
    expect(membershipOn(history, 'atm', '2027-01-01')?.kind).toBe('member');
    expect(membershipOn(history, 'atm', '2015-12-31')).toBeNull();
    expect(
      membershipOn(
        history.map((m) => (m.kind === 'member' ? leave(m, '2028-01-01') : m)),
        'atm',
        '2028-01-01',
      ),
    ).toBeNull();
  });

  it('is given by a sitting, once, with a PIC of nine digits', () => {
    expect(() => admit([], { ...member, sittingId: null })).toThrow('sitting');
    expect(() => admit([member], { ...member, admittedOn: '2027-06-01' })).toThrow('is member');
    expect(() => admit([], { ...member, pic: '99991355' })).toThrow('nine digits');
    expect(() => leave(leave(member, '2027-02-01'), '2027-03-01')).toThrow('left');
  });

  it('says what a body lacks to be a beneficiary', () => {
    expect(missingPapers(membership(), 'PUB')).toEqual(['LEAR', 'GEP']);
    expect(missingPapers(membership({ pic: null, lear: 'legale' }), 'PRC')).toEqual(['PIC']);
    expect(missingPapers(membership({ lear: 'legale', genderEqualityPlan: true }), 'HES')).toEqual([]);
  });
});
