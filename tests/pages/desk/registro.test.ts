import { beforeEach, describe, expect, it } from 'vitest';
import { type Desk, openDesk, textOf } from './desk-world.ts';
import { recorded } from './opinion-story.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});

describe('Registro', () => {
  it('names what was done by its title or asker, as a way there for who may go', async () => {
    const { id, lyon } = await recorded(desk);
    const board = (await desk.get('bea', '/registro?pageSize=200')).html;
    expect(board).toContain(`<a href="/dossier/${id}" lang="en">Urban mobility for cities, part 1</a>`);
    expect(board).toContain(`<a href="/richieste/${lyon}">Ville de Lyon</a>`);
    expect(textOf(board)).not.toContain(id);
  });

  it('tells the administrator, who judges no call, the title without a door that is shut', async () => {
    const { id } = await recorded(desk);
    const page = (await desk.get('ada', '/registro?pageSize=200')).html;
    expect(textOf(page)).toContain('dossier Urban mobility for cities, part 1');
    expect(page).not.toContain(`href="/dossier/${id}"`);
  });

  it('tells steps, voices and opinions in words, not in codes', async () => {
    await recorded(desk);
    const board = textOf((await desk.get('bea', '/registro?pageSize=200')).html);
    expect(board).toContain('passo del dossier: Segui la via breve');
    expect(board).toContain('tipo: parere favorevole');
    expect(board).not.toMatch(/dossier\.[a-z]|take-short-route|kind:|from:|\bseat\b/);
  });

  it('says «verbali» once that there are none', async () => {
    const text = textOf((await desk.get('bea', '/verbali')).html);
    expect(text.match(/Nessun verbale/g)).toHaveLength(1);
  });
});
