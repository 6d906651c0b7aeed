import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/domain/desk/board/canonical-json.ts';
import { GENESIS, type Link, seal, sha256, verifyChain } from '../../../../src/domain/desk/board/hash-chain.ts';
import { type MinutesFacts, minutesOf, sealMinutes } from '../../../../src/domain/desk/board/minutes.ts';
import { collegialResult, quorumOf } from '../../../../src/domain/desk/review/collegial.ts';
import { recuse } from '../../../../src/domain/desk/review/recusal.ts';
import { STARTING_WEIGHTS } from '../../../../src/domain/desk/review/weights.ts';
import { coordinator, delivered, otherReader, reader } from '../cast.ts';

const at = '2026-12-01T14:00:00Z';
const claim = { bodyId: 'politecnico-di-milano', since: at, through: 'interest' as const, sourceId: 'i1' };
const conflict = { kind: 'own-body-leads' as const, source: 'derived' as const, bodyId: claim.bodyId, claim };
const steppedAside = recuse(delivered(reader, [5, 5, 5]), conflict, at)?.review ?? delivered(reader, [5, 5, 5]);
const reviews = [steppedAside, delivered(otherReader, [4, 3, 3]), delivered(coordinator, [4, 4, 3])];

const facts: MinutesFacts = {
  dossierId: 'd1',
  route: 'ordinary',
  call: {
    identifier: 'LIFE-2026-CET-HEATCOOLPLAN',
    reference: null,
    title: 'Local heating and cooling plans',
    programme: 'LIFE',
    url: null,
    typesOfAction: ['PG'],
    opensOn: '2026-04-21',
    deadlines: ['2026-09-16T15:00:00Z'],
    budgetEur: 6_500_000,
    expectedGrants: null,
    readAt: '2026-06-23T04:30:00Z',
    source: 'ft-portal',
  },
  opinion: {
    id: 'o1',
    dossierId: 'd1',
    kind: 'favourable',
    reasons: [{ text: 'In linea con il PAESC', criteria: ['C1'], fields: [] }],
    conditions: [],
    code: null,
    role: 'partner',
    ownFundsCeilingEur: 0,
    proposed: null,
    differenceReason: null,
    withoutQuorumReason: null,
    watchUntil: null,
    sitting: null,
    recordedBy: 'sergio',
    recordedAt: at,
    confirmed: { by: 'paola', at },
  },
  weights: STARTING_WEIGHTS,
  collegial: collegialResult(reviews, STARTING_WEIGHTS.weights, 3),
  quorum: quorumOf(reviews),
  reviews,
  dissents: [{ by: 'remo', text: 'Manca un capofila certo.' }],
  sitting: null,
  votes: [],
  tally: null,
  voices: [],
  keptBy: 'sergio',
};

describe('canonical JSON', () => {
  it('is one text for one value', () => {
    expect(canonicalJson({ b: 1, a: [true, null, 'è'], aa: { z: 1.5, A: -0 } })).toBe(
      '{"a":[true,null,"è"],"aa":{"A":0,"z":1.5},"b":1}',
    );
    expect(() => canonicalJson({ a: Number.NaN })).toThrow('NaN');
  });

  it('does not mind the order of keys and says the same as JSON', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
        (record) => {
          const turned = Object.fromEntries(Object.entries(record).toReversed());
          expect(canonicalJson(turned)).toBe(canonicalJson(record));
          expect(JSON.parse(canonicalJson(record))).toEqual(JSON.parse(JSON.stringify(record)));
        },
      ),
    );
  });
});

describe('the minutes', () => {
  it('come out byte for byte the same, in whatever order the papers were handed in', () => {
    const shuffled = { ...facts, reviews: facts.reviews.toReversed() };
    expect(sealMinutes(shuffled, null)).toEqual(sealMinutes(structuredClone(facts), null));
  });

  it('do not change with what came later, nor with what the store adds to a row', () => {
    const row = { ...facts.opinion, version: 7, supersededAt: '2027-01-01T00:00:00Z' };
    const condition = {
      text: 'Determina',
      owner: { kind: 'body' as const, id: 'comune-di-milano' },
      dueOn: '2027-01-29',
    };
    const sealedThen = { ...facts, opinion: { ...facts.opinion, conditions: [{ ...condition, metOn: null }] } };
    const readLater = { ...facts, opinion: { ...row, conditions: [{ ...condition, metOn: '2027-01-20' }] } };
    expect(sealMinutes(readLater, null)).toEqual(sealMinutes(sealedThen, null));
  });

  it('read back and written again are the same bytes', () => {
    const { json } = sealMinutes(facts, null);
    expect(canonicalJson(JSON.parse(json))).toBe(json);
  });

  it('show who stepped aside and that a score was taken out, not the score', () => {
    const text = canonicalJson(minutesOf(facts));
    expect(minutesOf(facts)).toMatchObject({
      conflicts: [{ person: 'rita', kind: 'own-body-leads', source: 'derived', deliveredAt: '2026-11-20T10:00:00Z' }],
      quorum: { eligible: 2, delivered: 2 },
      dissents: [{ by: 'remo' }],
    });
    expect(text).not.toContain('setAside');
  });

  it('seal what the call said', () => {
    const hash = (known: Partial<MinutesFacts['call']>) => {
      const minutes = minutesOf({ ...facts, call: { ...facts.call, ...known } });
      return JSON.parse(canonicalJson(minutes)).call.hash;
    };
    expect(hash({})).toMatch(/^[0-9a-f]{64}$/);
    expect(hash({ budgetEur: 6_500_001 })).not.toBe(hash({}));
  });

  it('know a hash when they see one', () => {
    // FIPS 180-2, the one-block example.
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('the chain', () => {
  const chainOf = (texts: readonly string[]): Link[] => {
    const links: Link[] = [];
    for (const text of texts) links.push(seal(text, links.at(-1) ?? null));
    return links;
  };
  const texts = fc.array(fc.string(), { minLength: 1, maxLength: 8 });

  it('holds from the first link to the last', () => {
    fc.assert(
      fc.property(texts, (all) => {
        const links = chainOf(all);
        expect(verifyChain(links)).toEqual({ valid: true, length: all.length, head: links.at(-1)?.hash });
      }),
    );
    expect(verifyChain([])).toEqual({ valid: true, length: 0, head: GENESIS });
  });

  it('names the minutes that somebody touched', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.string({ minLength: 1 }), (all, pick, added) => {
        const index = pick % all.length;
        const touched = chainOf(all).map((link, n) => (n === index ? { ...link, json: link.json + added } : link));
        expect(verifyChain(touched)).toEqual({ valid: false, number: index + 1, fault: 'content-changed' });
      }),
    );
  });

  it('notices a touched link that was hashed anew, a missing one and two exchanged', () => {
    const [one, two, three] = chainOf(['1', '2', '3']);
    if (one === undefined || two === undefined || three === undefined) throw new Error('three links');
    expect(verifyChain([seal('forged', null), two, three])).toMatchObject({ number: 2, fault: 'link-broken' });
    expect(verifyChain([one, three])).toMatchObject({ number: 2, fault: 'number-missing' });
    expect(verifyChain([one, { ...three, number: 2 }])).toMatchObject({ number: 2, fault: 'link-broken' });
    expect(verifyChain([two, one])).toMatchObject({ number: 1, fault: 'number-missing' });
  });

  it('tells a chain that was cut short by its head alone', () => {
    const links = chainOf(['1', '2', '3']);
    const cut = verifyChain(links.slice(0, 2));
    expect(cut).toMatchObject({ valid: true });
    expect(cut.valid && cut.head).not.toBe(links[2]?.hash);
  });
});
