import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PILLARS } from '../../../src/domain/pillar.ts';
import { people as enPeople } from '../../../src/pages/messages/en/people.ts';
import { people as itPeople } from '../../../src/pages/messages/it/people.ts';
import { readAssociation } from '../../../src/services/access/association.ts';
import { readPeople } from '../../../src/services/people/read-people.ts';
import { groupReader, roleOf } from '../../../src/services/people/words.ts';
import { depsOf, MILANO } from '../../support/deps.ts';
import { emptyStore } from '../../support/store.ts';

const { groups } = await readAssociation({ deps: depsOf(await emptyStore()) });
const read = (text: string) => readPeople(text, { profile: MILANO, groups });
const MARIO = { name: 'Mario Rossi', email: 'mario@example.org', bodyId: 'comune-di-milano' };
const MEMBER = { ...MARIO, grants: [{ role: 'group-member', group: 'mobility' }] };

describe('a pasted list of people', () => {
  it.each([
    ['tabs', 'Mario Rossi\tmario@example.org\tComune di Milano\tMobilità\tmembro'],
    ['semicolons', 'Mario Rossi;mario@example.org;Comune di Milano;Mobilità;membro'],
    ['commas', 'Mario Rossi,mario@example.org,Comune di Milano,Mobilità,membro'],
    ['quotes', '"Mario Rossi","mario@example.org","Comune di Milano","Mobilità","membro"'],
    [
      'a line of headings',
      'Nome;E-mail;Ente;Gruppo;Ruolo\nMario Rossi;mario@example.org;Comune di Milano;Mobilità;membro',
    ],
    [
      'headings in another order',
      'Ruolo\tPosta\tCognome\tNome\tGruppo\tEnte\nmembro\tmario@example.org\tRossi\tMario\tsmart mobility\tcomune-di-milano',
    ],
    ['name and surname apart', 'Mario;Rossi;mario@example.org;Comune di Milano;Mobilità;membro'],
    ['the address first', 'mario@example.org;Mario Rossi;Comune di Milano;Mobilità;membro'],
    [
      'an address as mail programs write it',
      'Mario Rossi;"Mario Rossi <Mario@Example.org>";Comune di Milano;Mobilità;membro',
    ],
    ['no role: who has a group is a member', 'Mario Rossi;mario@example.org;998702204;mobilita;'],
  ])('is read with %s', (_, text) => {
    expect(read(text)).toMatchObject({ newcomers: [MEMBER], faults: [] });
  });

  it('gives several hats, and a directorate by its name', () => {
    const { newcomers } = read(
      'Mario Rossi;mario@example.org;Comune di Milano;Mobilità/Ambiente;coordinatore/consiglio',
    );
    expect(newcomers[0]?.grants).toEqual([
      { role: 'group-coordinator', group: 'mobility' },
      { role: 'group-coordinator', group: 'environment' },
      { role: 'board' },
    ]);
    expect(read('Ida;ida@example.org;;;Direzione Mobilità').newcomers[0]?.grants).toEqual([
      { role: 'directorate', directorate: 'Mobilità' },
    ]);
  });

  it.each([
    ['Mobilità', 'direzione', ['Mobilità']],
    ['Direzione Mobilità', 'Directorate', ['Mobilità']],
    ['Lavoro, Giovani e Sport', 'DIREZIONE', ['Lavoro, Giovani e Sport']],
    ['Ambiente', 'direzione Casa', ['Casa']],
  ])('takes a directorate named in the cell of groups: «%s» with «%s»', (group, role, directorates) => {
    expect(read(`Ida;ida@example.org;;${group};${role}`)).toMatchObject({
      newcomers: [{ grants: directorates.map((directorate) => ({ role: 'directorate', directorate })) }],
      faults: [],
    });
  });

  it('takes the same cell for a group and for a directorate where both are asked', () => {
    expect(read('Ida;ida@example.org;;Mobilità;membro/direzione').newcomers[0]?.grants).toEqual([
      { role: 'group-member', group: 'mobility' },
      { role: 'directorate', directorate: 'Mobilità' },
    ]);
  });

  it.each([
    [';senza@nome.org;;;', 'name-missing', ''],
    ['Mario Rossi;;;;', 'email-missing', ''],
    ['Mario Rossi;mario@;;;', 'email-wrong', 'mario@'],
    ['Mario Rossi;mario@example.org;Ente Ignoto;;', 'body-unknown', 'Ente Ignoto'],
    ['Mario Rossi;mario@example.org;;Sport;', 'group-unknown', 'Sport'],
    ['Mario Rossi;mario@example.org;;;re', 'role-unknown', 're'],
    ['Mario Rossi;mario@example.org;;;membro', 'group-missing', 'membro'],
    ['Mario Rossi;mario@example.org;;;direzione', 'directorate-missing', 'direzione'],
    ['Mario Rossi;mario@example.org;;;partner', 'body-missing', 'partner'],
  ])('names the fault of «%s»', (text, fault, value) => {
    const lines = `Buona Riga;buona@example.org;;;\n\n${text}`;
    expect(read(lines)).toMatchObject({ newcomers: [{ line: 1 }], faults: [{ line: 3, text, fault, value }] });
  });

  it('loses no line, whatever is pasted', () => {
    const cell = fc.string({ maxLength: 20 }).map((text) => text.replace(/[\r\n]/g, ' '));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
        const lines = rows.map((cells) => cells.join('\t'));
        const { newcomers, faults } = read(lines.join('\n'));
        const full = lines.filter((line) => line.replace(/[\t;,\s]/g, '') !== '').length;
        // A first line that says what the columns are is the only one that describes nobody.
        expect(full - newcomers.length - faults.length).toBeLessThanOrEqual(1);
        for (const { line, text } of faults) expect(lines[line - 1]).toBe(text);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what a faulty line is told to write instead', () => {
  it.each([
    ['it', itPeople.faults],
    ['en', enPeople.faults],
  ])('is understood when it is written (%s)', (_lang, faults) => {
    const hint = faults['role-unknown']('x');
    const words = /(?:scrivi|write) (.*?), (?:o|or) Dire/.exec(hint)?.[1]?.split(', ') ?? [];
    expect(words.length).toBeGreaterThan(8);
    expect(words.filter((word) => roleOf(word) === null)).toEqual([]);
    const directorate = /[«“](Dire[^»”]+)[»”]/.exec(hint)?.[1] ?? '';
    expect(roleOf(directorate)).toEqual({ directorate: 'Mobilità' });
    const named = /(?:scrivi|write) (.*?), (?:o il nome|or the name)/.exec(faults['group-unknown']('x'))?.[1] ?? '';
    const groupOf = groupReader(groups);
    expect(named.split(/, | o | or /).map(groupOf)).toEqual(PILLARS);
  });
});
