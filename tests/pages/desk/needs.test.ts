import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldLabel, isHidden } from '../../../src/pages/desk/field-label.ts';
import { wordsOf } from '../../../src/pages/ui.ts';
import { type Desk, idIn, openDesk, textOf } from './desk-world.ts';
import { recorded } from './opinion-story.ts';

const SERVICES = join(import.meta.dirname, '../../../src/services/desk');

/** Every field that a form of the desk may send, as its schema calls it. */
async function fieldsOfForms(): Promise<string[]> {
  const fields: string[] = [];
  for (const file of readdirSync(SERVICES)) {
    const exported = Object.entries((await import(join(SERVICES, file))) as Record<string, unknown>);
    for (const [name, schema] of exported)
      if (name.endsWith('Schema') && name !== 'offerPaperSchema' && schema instanceof z.ZodObject)
        fields.push(...placesIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), ''));
  }
  return [...new Set(fields)];
}

type JsonSchema = { properties?: Record<string, unknown>; items?: unknown };
const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

function placesIn(schema: unknown, path: string): string[] {
  if (!isSchema(schema)) return [path];
  if (schema.properties !== undefined)
    return Object.entries(schema.properties).flatMap(([name, inner]) =>
      placesIn(inner, path === '' ? name : `${path}.${name}`),
    );
  return schema.items === undefined ? [path] : placesIn(schema.items, `${path}.0`);
}

describe('a refused form', () => {
  let desk: Desk;
  let id: string;
  beforeAll(async () => {
    desk = await openDesk();
    id = (await recorded(desk)).id;
  });
  const refused = async (path: string, form: Record<string, string | string[]>, player: 'anna' | 'sergio' = 'anna') => {
    const { status, html } = await desk.post(player, path, form);
    expect(status).toBe(400);
    return textOf(html);
  };

  it('has a word of its page for every field, in both languages', async () => {
    const fields = await fieldsOfForms();
    expect(fields.length).toBeGreaterThan(80);
    const nameless = fields.filter(
      (field) =>
        !isHidden(field) && (['it', 'en'] as const).some((lang) => fieldLabel(wordsOf(lang), '', field) === null),
    );
    expect(nameless).toEqual([]);
  });

  it('says what to write instead, a line a field', async () => {
    const text = await refused('/richieste', {
      organisation: '',
      contact: 'x'.repeat(3000),
      email: 'jean(at)example.org',
      topicText: 'Bando',
      role: 'regina',
      shareEur: 'molti',
      replyBy: '10 dicembre',
    });
    for (const line of [
      'Chi chiede: scrivi qualcosa.',
      'Indirizzo di posta: scrivi un indirizzo di posta, per esempio nome@ente.it.',
      'Ruolo chiesto: scegli una voce dell’elenco.',
      'Nostra quota (euro): scrivi un numero',
      'Rispondere entro: scegli un giorno, per esempio 31/12/2026.',
    ])
      expect(text).toContain(line);
    expect(text).toMatch(/Persona: scrivi al massimo \d+ caratteri\./);
  });

  it('comes back as it was filled in, with a way to each faulty field', async () => {
    const from = { referer: 'http://localhost/richieste/nuova' };
    const form = { organisation: '', contact: 'Jean <b>&', email: 'jean(at)x', topicText: 'Città', role: 'regina' };
    const { status, html } = await desk.post('anna', '/richieste', form, from);
    expect(status).toBe(400);
    expect(html).toMatch(/^<!doctype html><html lang="it">/i);
    expect(html).toContain('<title>Manca qualcosa: ');
    const ways = [...html.matchAll(/<li><a href="#([^"]+)">([^<]+)<\/a><\/li>/g)].map(([, id, line]) => [id, line]);
    expect(ways.map(([, line]) => line)).toContain('Chi chiede: scrivi qualcosa.');
    expect(ways.length).toBeGreaterThan(2);
    for (const [id] of ways)
      expect(html).toMatch(new RegExp(`id="${id}"[^>]*aria-invalid="true"|aria-invalid="true"[^>]*id="${id}"`));
    expect(html).toContain('value="Jean <b>&amp;"');
    expect(html).toContain('Città');
    // From another house's page nothing is asked for; the plain page says the same.
    const foreign = await desk.post('anna', '/richieste', form, { referer: 'http://evil.example/richieste/nuova' });
    expect(textOf(foreign.html)).toContain('Chi chiede: scrivi qualcosa.');
    expect(foreign.html).not.toContain('Jean');
  });

  it('comes back a second time too, though its address is by then that of the answer', async () => {
    const form = { kind: 'meeting', on: '', hour: '15:00', place: 'Sala Alessi' };
    const first = await desk.post('sergio', '/sedute', form, { referer: 'http://localhost/sedute/nuova' });
    const stoodOn = /name="stood-on" value="([^"]+)"/.exec(first.html)?.[1];
    expect(stoodOn).toBe('/sedute/nuova');
    const again = { ...form, 'stood-on': stoodOn ?? '' };
    const second = await desk.post('sergio', '/sedute', again, { referer: 'http://localhost/sedute' });
    expect(second.html).toContain('value="Sala Alessi"');
    for (const stoodOn of ['//evil.example/', 'https://evil.example/', '/\\evil.example'])
      expect((await desk.post('sergio', '/sedute', { ...form, 'stood-on': stoodOn })).html).not.toContain('evil');
  });

  it('says of boxes that one is wanted, below their question', async () => {
    const none = await desk.post('anna', '/triage/decisioni', { decision: 'keep' });
    expect(textOf(none.html)).toContain('Bando: scegline almeno uno.');
    const pillars = await desk.post('anna', '/triage/pilastro', { key: 'HORIZON-CL5-2027-D6-01' });
    expect(pillars.html).toMatch(/I pilastri giusti: scegline almeno uno\.<\/span><\/fieldset>/);
  });

  it('comes back in the rooms of access and webhooks as at the desk', async () => {
    const refusals = [
      ['/persone/rita/ruoli', { role: 'group-member', group: '', directorate: 'Mobilità' }, 'Gruppo: scegli una voce'],
      ['/persone/rita/ruoli', { role: 'directorate', directorate: '' }, 'Direzione del Comune: scrivi qualcosa.'],
      ['/persone/rita/cancella', {}, 'Ho capito'],
      ['/persone/incolla', { list: '' }, 'Elenco: scrivi qualcosa.'],
      [
        '/amministrazione/primi-passi/1',
        { association: ' ', city: 'Milano due' },
        'Nome dell’associazione: scrivi qualcosa.',
      ],
      ['/amministrazione/primi-passi/3', { economy: '', people: 'Gente' }, 'Economia: scrivi qualcosa.'],
      ['/webhook', { partner: 'atm', url: 'https://hooks.example.org/' }, 'Eventi: scegline almeno uno.'],
      ['/accedi', { email: 'anna' }, 'Indirizzo e-mail: scrivi un indirizzo di posta'],
    ] as const;
    for (const [path, form, line] of refusals) {
      const { status, html } = await desk.post('ada', path, form);
      expect(`${path} ${status}`).toBe(`${path} 400`);
      expect(textOf(html)).toContain(line);
      expect(html).toContain('aria-invalid="true"');
      for (const said of Object.values(form)) if (said.trim() !== '') expect(html).toContain(said);
    }
  });

  it('says it in English to who reads English', async () => {
    const { html } = await desk.post('sergio', '/sedute?lang=en', { kind: 'meeting', on: '', hour: '3 pm' });
    expect(textOf(html)).toContain('Day: choose a day, such as 31/12/2026.');
    expect(textOf(html)).toContain('Hour: write an hour, such as 15:00.');
  });

  it('explains the rule of the trade that it broke', async () => {
    const early = { kind: 'meeting', on: '2026-11-24', hour: '15:00', otherBusiness: 'Pesi' };
    expect(await refused('/sedute', early, 'sergio')).toContain(
      'Giorno: scegli un giorno più lontano: una seduta si convoca 5 giorni prima',
    );
    expect(await refused(`/dossier/${id}/parere`, { kind: 'contrary', 'reasons.0.text': '' }, 'sergio')).toMatch(
      /Motivazione: scrivi almeno una motivazione\..*Motivo, se contrario: un parere contrario ha un motivo/,
    );
    const convened = await desk.post('sergio', '/sedute', { ...early, on: '2026-12-01' });
    const proxies = { version: '1', 'present[]': ['bea'], 'proxies[]': ['ivo>bea', 'paola>bea'] };
    expect(await refused(`/sedute/${idIn(convened.location)}/presenze`, proxies, 'sergio')).toContain(
      'Se assente, delega a: una delega a testa: scegli un altro presente.',
    );
  });

  it('never shows how a field is called inside', async () => {
    const { html } = await desk.post('anna', `/dossier/${id}/dati`, { version: 'x', shareEur: '-1', role: 'regina' });
    for (const name of ['shareEur', 'version:', 'role:']) expect(textOf(html)).not.toContain(name);
    expect(textOf(html)).toContain('La pagina era aperta da troppo tempo');
  });
});
