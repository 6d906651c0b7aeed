import { expect } from 'vitest';
import { insertGrant } from '../../../db/repositories/people.ts';
import type { NodeStore } from '../../../db/store.node.ts';
import { API_SCOPES } from '../../../src/domain/api-scope.ts';
import type { Grant } from '../../../src/domain/desk/people/person.ts';
import type { WebhookSender } from '../../../src/domain/ports.ts';
import { WEBHOOK_EVENTS } from '../../../src/domain/webhook.ts';
import { mailToken } from '../../../src/services/delivery/mail-tokens.ts';
import { issueApiKey } from '../../../src/services/operate/api-keys.ts';
import { type Desk, deskStore, dossierVersionIn, idIn, openDesk, type Player } from '../desk/desk-world.ts';
import { recorded } from '../desk/opinion-story.ts';
import { at } from './routes.ts';

export const TOPIC = 'HORIZON-CL5-2027-D6-02';
export const BODY = 'politecnico-di-milano';
const SECRET_KEY = 'of a test with every noun in it';

/** A desk where every noun of the house stands once, so that every address has something to show. */
export interface FullDesk {
  desk: Desk;
  store: NodeStore;
  /** The dossier in review: rita, ivo, ugo, zoe and carlo read it. */
  dossier: string;
  key: string;
  /** The address of that one thing of its kind which stands in this world. */
  address(pattern: string): string;
}

/** A partner's server that takes whatever it is told. */
const TAKES_ALL: WebhookSender = { allowsPrivate: false, send: async () => ({ status: 204, fault: null }) };

/** The same people, over a store that is a copy of this one. */
export const deskOver = (store: NodeStore, now?: string): Promise<Desk> =>
  openDesk(store, {
    secretKey: SECRET_KEY,
    webhooks: TAKES_ALL,
    ...(now === undefined ? {} : { clock: { now: () => now } }),
  });

const also: Partial<Record<Player, Grant>> = {
  // Hats that open other rooms: the log, the outbox, the board's table. Who reads a dossier is blind under all of them.
  ugo: { role: 'board' },
  zoe: { role: 'administrator' },
  leo: { role: 'group-coordinator', group: 'mobility' },
  ivo: { role: 'group-member', group: 'mobility' },
};

export async function fullDesk(text = 'Sono un testo'): Promise<FullDesk> {
  const store = await deskStore();
  for (const [player, grant] of Object.entries(also))
    await insertGrant(store.db, player, grant, null, '2026-01-01T00:00:00Z');
  const desk = await deskOver(store);
  const done = async (player: Player | null, path: string, form: Parameters<Desk['post']>[2]) => {
    const answer = await desk.post(player, path, form);
    expect([path, answer.status, answer.html.slice(0, answer.status < 400 ? 0 : 4_000)]).toEqual([
      path,
      answer.status < 400 ? answer.status : 303,
      '',
    ]);
    return answer;
  };
  const page = async (player: Player, path: string) => (await desk.get(player, path)).html;
  const found = (what: RegExp, html: string): string => what.exec(html)?.[1] ?? '';

  const decided = await recorded(desk);
  await done(null, decided.link, {});

  const dossier = idIn((await done('anna', '/dossier/nuovo/da-valutare', { topicKey: TOPIC, owner: 'anna' })).location);
  const version = async () => dossierVersionIn(await page('anna', `/dossier/${dossier}`));
  await done('anna', `/dossier/${dossier}/dati`, {
    version: await version(),
    'groups[]': 'mobility',
    owner: 'anna',
    role: 'pilot',
    directorate: 'Mobilità',
  });
  await done('anna', `/dossier/${dossier}/lettori`, { 'readers[]': ['rita', 'ivo', 'ugo', 'zoe', 'carlo'] });
  await done('anna', `/dossier/${dossier}/passi`, { step: 'open-review', version: await version(), reason: text });
  await done('anna', `/dossier/${dossier}/avviso`, {
    'roles[]': ['partner', 'follower'],
    text,
    closesOn: '2026-12-15',
  });
  await done('anna', `/dossier/${dossier}/citta`, {
    'cities[]': ['genova'],
    role: 'follower',
    contactName: text,
    contactEmail: 'anna@example.org',
  });
  await done('pina', `/dossier/${dossier}/interesse`, {
    bodyId: BODY,
    role: 'partner',
    lead: 'no',
    contact: text,
    competences: text,
    confidentiality: 'open',
  });
  await done('carlo', `/dossier/${dossier}/interventi`, { kind: 'fact', text });
  const sitting = idIn(
    (
      await done('paola', '/sedute', {
        kind: 'meeting',
        on: '2026-12-01',
        hour: '15:00',
        place: text,
        otherBusiness: text,
        'dossiers[]': dossier,
      })
    ).location,
  );
  const project = found(
    /\/progetti\/(\w+)/,
    (
      await done('anna', '/progetti', {
        acronym: text,
        grantAgreement: '101999999',
        startsOn: '2026-01-01',
        endsOn: '2028-12-31',
      })
    ).location ?? '',
  );
  await done('anna', `/progetti/${project}/scadenze`, { kind: 'report', title: text, dueOn: '2026-12-20' });
  await done('anna', `/partner/soci/${BODY}/ammissione`, { kind: 'collaborator', admittedOn: '2026-11-02' });
  await done('ugo', '/seguiti/bandi', { topic: TOPIC, on: 'yes' });
  await done('ugo', '/seguiti/calendari', {});
  await done('ugo', '/seguiti/calendari', { dossier });
  await done('ugo', '/seguiti/ricerche', { query: 'bici' });
  const endpoint = await done('pina', '/webhook', {
    partner: BODY,
    url: 'https://hooks.example.org/bandolo',
    'events[]': WEBHOOK_EVENTS,
  });
  // The directorate's sheet is made when it is first opened, the paper when it is first drawn.
  await desk.get('dario', `/dossier/${dossier}/scheda`);
  await desk.file('sergio', '/verbali/1.pdf');

  const { key } = await issueApiKey({ deps: desk.deps, input: { partner: BODY, scopes: [...API_SCOPES], label: '' } });
  const things: Readonly<Record<string, string>> = {
    'dossier :id': dossier,
    'richieste :id': decided.lyon,
    'sedute :id': sitting,
    'verbali :number': '1',
    'gruppi :group': 'mobility',
    'partner :body': BODY,
    'partner :id': BODY,
    'partners :pic': BODY,
    'progetti :id': project,
    'webhook :id': found(/\/webhook\/([\w-]+)/, endpoint.html),
    'avvisi :id': found(/href="\/avvisi\/(\w+)"/, await page('anna', '/avvisi')),
    'offerte :token': found(/\/offerte\/([^<"]+)</, await page('anna', `/dossier/${dossier}`)),
    'bandi :identifier': TOPIC,
    'topics :identifier': TOPIC,
    'persone :id': 'rita',
    'posta :token': mailToken(desk.deps, { personId: 'ugo', kind: 'digest' }),
    'pillars :file': 'mobility',
    'partners :file': BODY,
    'topics :file': TOPIC,
    'calendars :file': found(/\/feeds\/calendars\/([^<"]+)\.ics/, await page('ugo', '/seguiti')),
    'verbali :file': '1',
    'common-grants :oppId': found(/"id":"([^"]+)"/, (await desk.get(null, '/common-grants/opportunities')).html),
    'common-grants-schemas :file': 'eu.bandolo.identifier',
  };
  const address = (pattern: string): string =>
    at(pattern, (name, shape) => {
      const rooms = pattern.split('/').slice(1);
      const thing = rooms.map((room) => things[`${room} :${name}`]).find((one) => one !== undefined);
      return `${thing ?? '1'}${/\\(\.[a-z]+)$/.exec(shape)?.[1] ?? ''}`;
    });
  return { desk, store, dossier, key, address };
}
