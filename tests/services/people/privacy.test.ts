import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { findActivePerson, readPersonRow } from '../../../db/repositories/people.ts';
import { auditLog, comments, notices, passkeys, reviews, sessions } from '../../../db/schema/index.ts';
import { newSession } from '../../../src/services/access/sessions.ts';
import { listPeople } from '../../../src/services/people/list-people.ts';
import { erasePerson, exportPerson } from '../../../src/services/people/privacy.ts';
import { takeInPeople } from '../../../src/services/people/take-in.ts';
import { depsOf } from '../../support/deps.ts';
import { emptyStore } from '../../support/store.ts';

async function world() {
  const store = await emptyStore();
  const deps = depsOf(store);
  const text = 'Ada Rossi;ada@example.org;;;amministratore\nBea Verdi;bea@example.org;;Mobilità;membro';
  await takeInPeople({ deps, input: { text, by: null } });
  const people = await listPeople({ deps });
  const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? '';
  return { store, deps, ada: idOf('Ada Rossi'), bea: idOf('Bea Verdi') };
}

describe('personal data', () => {
  it('are handed out whole, and of other people’s rows only the mention', async () => {
    const { deps, store, ada, bea } = await world();
    const { statement } = newSession({ deps, input: { personId: bea, method: 'link', userAgent: 'Firefox' } });
    await statement;
    await store.db.insert(auditLog).values({
      at: '2026-11-22T09:00:00Z',
      personId: ada,
      action: 'test',
      subjectKind: 'person',
      subjectId: bea,
      detail: { secret: 'of Ada' },
    });
    const data = await exportPerson({ deps, input: { person: bea, by: bea } });
    const tables = data.held.map(({ table }) => table);
    expect(tables).toEqual(expect.arrayContaining(['people', 'role_grants', 'sessions', 'audit_log']));
    const text = JSON.stringify(data);
    expect(text).toContain('bea@example.org');
    expect(text).toContain('Firefox');
    expect(text).not.toContain('of Ada');
    expect(text).not.toContain('tokenHash');
    expect(text).not.toContain('ada@example.org');
  });

  it('are handed to an administrator without what the person judged, and without numbers that count others’ rows', async () => {
    const { deps, store, ada, bea } = await world();
    const own = { dossierId: 'd', thread: 'dossier', at: '2026-11-22T09:00:00Z', by: bea } as const;
    await store.db.insert(comments).values([
      { ...own, kind: 'fact', text: 'Il testo parla di bici' },
      { ...own, kind: 'judgement', text: 'Per me è un cinque' },
    ]);
    await store.db.insert(reviews).values({
      id: 'r1',
      dossierId: 'd',
      personId: bea,
      scorer: 'readers',
      state: 'delivered',
      scores: { C2: { value: 5, sentence: 'Ruolo sicuro', objectiveId: null } },
      withdrawals: [],
      appointedBy: ada,
      appointedAt: '2026-11-22T09:00:00Z',
    });
    const asked = async (by: string | null) => {
      const data = await exportPerson({ deps, input: { person: bea, by } });
      return { data, text: JSON.stringify(data) };
    };
    const theirs = await asked(ada);
    expect(theirs.text).toContain('Il testo parla di bici');
    for (const word of ['Per me è un cinque', 'Ruolo sicuro', 'r1']) expect(theirs.text).not.toContain(word);
    expect(theirs.data.withheld).toEqual(['judgements']);
    const { data, text: whole } = await asked(bea);
    for (const word of ['Per me è un cinque', 'Ruolo sicuro', 'r1']) expect(whole).toContain(word);
    expect(data.withheld).toEqual([]);
    expect(data.held.find(({ table }) => table === 'comments')?.rows.map(({ id }) => id)).toEqual([
      undefined,
      undefined,
    ]);
    expect((await asked(null)).text).toContain('Ruolo sicuro');
  });

  it('are erased: the name goes, the history stays', async () => {
    const { deps, store, ada, bea } = await world();
    const { statement } = newSession({ deps, input: { personId: bea, method: 'link', userAgent: 'Firefox' } });
    await statement;
    const before = (await store.db.select().from(auditLog)).length;
    await erasePerson({ deps, input: { person: bea, by: ada } });
    expect(await findActivePerson(store.db, bea)).toBeNull();
    expect((await readPersonRow(store.db, bea))?.row).toMatchObject({ id: bea, name: null, email: null, bodyId: null });
    expect(await store.db.select().from(sessions).where(eq(sessions.personId, bea))).toEqual([]);
    expect(await store.db.select().from(passkeys).where(eq(passkeys.personId, bea))).toEqual([]);
    expect((await store.db.select().from(auditLog)).length).toBe(before + 1);
    // The same person may come back later, as somebody new.
    const again = await takeInPeople({ deps, input: { text: 'Bea Verdi;bea@example.org;;;', by: ada } });
    expect(again.added).toHaveLength(1);
    expect(again.added[0]).not.toBe(bea);
  });

  it('are erased from what others wrote too, in plain texts and in lists, and from nothing else', async () => {
    const { deps, store, ada, bea } = await world();
    const said = (text: string) => ({
      dossierId: 'd',
      kind: 'fact' as const,
      by: ada,
      at: '2026-11-22T09:00:00Z',
      text,
    });
    await store.db.insert(comments).values([
      { ...said('Chiedere a bea  verdi, bea@example.org'), thread: 'dossier' },
      { ...said('Beatrice Verdini e un prato che sembra bea verdissima'), thread: 'leads' },
    ]);
    await store.db.insert(notices).values({
      personId: ada,
      kind: 'test',
      detail: { who: 'Bea Verdi' },
      dedupeKey: 'x',
      createdAt: '2026-11-22T09:00:00Z',
    });
    await erasePerson({ deps, input: { person: bea, by: ada } });
    expect((await store.db.select().from(comments)).map(({ text }) => text)).toEqual([
      'Chiedere a [persona cancellata], [persona cancellata]',
      'Beatrice Verdini e un prato che sembra bea verdissima',
    ]);
    expect((await store.db.select().from(notices))[0]?.detail).toEqual({ who: '[persona cancellata]' });
  });

  it('of the last administrator stay until there is another', async () => {
    const { deps, ada } = await world();
    await expect(erasePerson({ deps, input: { person: ada, by: ada } })).rejects.toThrow('last administrator');
  });

  it('the same list twice adds nobody and doubles no hat', async () => {
    const { deps } = await world();
    const text = 'Bea Verdi;BEA@example.org;;Mobilità;membro\nBea Verdi;bea@example.org;;Ambiente;';
    const { added, known } = await takeInPeople({ deps, input: { text, by: null } });
    expect([added.length, known.length]).toEqual([0, 1]);
    const bea = (await listPeople({ deps })).find(({ email }) => email === 'bea@example.org');
    expect(bea?.grants.map(({ grant }) => grant)).toEqual([
      { role: 'group-member', group: 'mobility' },
      { role: 'group-member', group: 'environment' },
    ]);
  });
});
