import { beforeAll, describe, expect, it } from 'vitest';
import { grantOf } from '../../../db/repositories/people.ts';
import type { Action } from '../../../src/domain/desk/people/permissions.ts';
import type { Grant } from '../../../src/domain/desk/people/person.ts';
import { canSomewhere } from '../../../src/domain/desk/people/roles.ts';
import { deskRoutes } from '../../../src/pages/desk/routes.tsx';
import { CAST, type Desk, idIn, openDesk, type Player } from './desk-world.ts';

/** Every address of the desk with the action that opens it; null = any signed-in person, `all` = everybody. */
const ROUTES: readonly (readonly ['GET' | 'POST', string, Action | null | 'all'])[] = [
  ['GET', '/', 'all'],
  ['GET', '/oggi', 'all'],
  ['GET', '/calendario', 'all'],
  ['POST', '/oggi/avvisi', null],
  ['GET', '/triage', 'triage.propose'],
  ['POST', '/triage/decisioni', 'triage.decide'],
  ['POST', '/triage/pilastro', 'pillar.propose'],
  ['POST', '/triage/proposte', 'triage.propose'],
  ['POST', '/triage/ripresa', 'triage.decide'],
  ['GET', '/dossier', 'dossier.read'],
  ['GET', '/dossier/nuovo', 'call.add'],
  ['POST', '/dossier/nuovo/da-valutare', 'dossier.open'],
  ['POST', '/dossier/nuovo/a-mano', 'call.add'],
  ['POST', '/dossier/nuovo/atteso', 'call.add'],
  ['GET', '/dossier/:id', 'dossier.read'],
  ['POST', '/dossier/:id/passi', 'dossier.read'],
  ['POST', '/dossier/:id/dati', 'dossier.assign'],
  ['POST', '/dossier/:id/rivisto', 'dossier.assign'],
  ['POST', '/dossier/:id/interventi', 'dossier.comment'],
  ['POST', '/dossier/:id/capofila', 'lead-thread.join'],
  ['GET', '/dossier/:id/scheda', null],
  ['POST', '/dossier/:id/scheda', null],
  ['POST', '/dossier/:id/lettori', 'review.assign'],
  ['POST', '/dossier/:id/lettori/riammissione', 'review.assign'],
  ['POST', '/dossier/:id/collegiale', 'review.read'],
  ['GET', '/dossier/:id/interesse', 'interest.express'],
  ['POST', '/dossier/:id/interesse', 'interest.express'],
  ['POST', '/dossier/:id/interesse/ritiro', 'interest.express'],
  ['POST', '/dossier/:id/interesse/chiusura', 'dossier.assign'],
  ['POST', '/dossier/:id/avviso', 'notice.publish'],
  ['POST', '/dossier/:id/citta', 'city-sharing.offer'],
  ['POST', '/dossier/:id/citta/ritiro', 'city-sharing.offer'],
  ['POST', '/dossier/:id/voce', 'short-route.endorse'],
  ['POST', '/dossier/:id/partenariato', 'dossier.assign'],
  ['POST', '/dossier/:id/partenariato/uscita', 'dossier.assign'],
  ['GET', '/dossier/:id/parere', 'opinion.record'],
  ['POST', '/dossier/:id/parere', 'opinion.record'],
  ['POST', '/dossier/:id/parere/conferma', 'opinion.confirm'],
  ['POST', '/dossier/:id/adesioni', 'adhesion.record'],
  ['POST', '/dossier/:id/piano', 'preparation.edit'],
  ['POST', '/dossier/:id/esito', 'outcome.record'],
  ['GET', '/richieste', 'request.read'],
  ['GET', '/richieste/nuova', 'request.record'],
  ['POST', '/richieste', 'request.record'],
  ['POST', '/richieste/da-citta', 'request.record'],
  ['GET', '/avvisi', 'all'],
  ['GET', '/avvisi/none', 'all'],
  ['POST', '/avvisi/none', 'all'],
  ['GET', '/offerte/none', 'all'],
  ['GET', '/offerte/none/offerta.json', 'all'],
  ['POST', '/offerte/none', 'all'],
  ['GET', '/richieste/none', 'request.read'],
  ['POST', '/richieste/none/risposta', 'request.answer'],
  ['POST', '/richieste/none/dossier', 'dossier.open'],
  ['GET', '/sedute', 'sitting.read'],
  ['GET', '/sedute/nuova', 'sitting.convene'],
  ['POST', '/sedute', 'sitting.convene'],
  ['GET', '/sedute/none', 'sitting.read'],
  ['GET', '/sedute/none/fascicolo', 'sitting.read'],
  ['POST', '/sedute/none/presenze', 'opinion.record'],
  ['POST', '/sedute/none/voti', 'sitting.read'],
  ['POST', '/sedute/none/chiusura', 'opinion.record'],
  ['GET', '/verbali', 'minutes.read'],
  ['GET', '/verbali/1', 'minutes.read'],
  ['GET', '/verbali/1.json', 'minutes.read'],
  ['GET', '/verbali/1.pdf', 'minutes.read'],
  ['POST', '/verbali/1/protocollo', 'opinion.record'],
  ['GET', '/gruppi', null],
  ['GET', '/gruppi/mobility', null],
  ['POST', '/gruppi/mobility', 'group.edit'],
  ['POST', '/gruppi/mobility/obiettivi', 'group.edit'],
  ['GET', '/partner/soci', 'membership.read'],
  ['GET', '/partner/soci/a2a', 'membership.read'],
  ['POST', '/partner/soci/a2a', 'membership.edit'],
  ['POST', '/partner/soci/a2a/ammissione', 'membership.read'],
  ['POST', '/partner/soci/a2a/uscita', 'membership.edit'],
  ['GET', '/progetti', null],
  ['GET', '/dossier/:id/scadenze.ics', 'dossier.read'],
  ['GET', '/seguiti', null],
  ['POST', '/seguiti/bandi', null],
  ['POST', '/seguiti/silenzi', null],
  ['POST', '/seguiti/ricerche', null],
  ['POST', '/seguiti/ricerche/1/togli', null],
  ['POST', '/seguiti/calendari', null],
  ['POST', '/seguiti/calendari/1/revoca', null],
  ['GET', '/webhook', 'webhook.manage'],
  ['POST', '/webhook', 'webhook.manage'],
  ['GET', '/webhook/none', 'webhook.manage'],
  ['POST', '/webhook/none', 'webhook.manage'],
  ['POST', '/webhook/none/segreto', 'webhook.manage'],
  ['POST', '/webhook/none/stato', 'webhook.manage'],
  ['POST', '/webhook/none/togli', 'webhook.manage'],
  ['POST', '/webhook/none/consegne/1/ripeti', 'webhook.manage'],
  ['GET', '/progetti/nuovo', 'project.edit'],
  ['POST', '/progetti', 'project.edit'],
  ['GET', '/progetti/none', null],
  ['POST', '/progetti/none', 'project.edit'],
  ['POST', '/progetti/none/scadenze', 'project.edit'],
  ['POST', '/progetti/none/scadenze/fatto', 'project.edit'],
  ['GET', '/analisi', 'analysis.read'],
];

/** For whoever holds the link, and tested where the links are. */
const BY_LINK_ALONE = ['GET /conferma/:token', 'POST /conferma/:token'];

const PLAYERS: readonly (Player | null)[] = [null, ...Object.keys(CAST).filter((name): name is Player => name in CAST)];

let desk: Desk;
let id: string;
beforeAll(async () => {
  desk = await openDesk();
  const opened = await desk.post('anna', '/dossier/nuovo/da-valutare', {
    topicKey: 'HORIZON-CL5-2027-D6-01',
    owner: 'anna',
  });
  id = idIn(opened.location);
});

function mayPass(player: Player | null, action: Action | null | 'all'): boolean {
  if (action === 'all') return true;
  if (player === null) return false;
  if (action === null) return true;
  const grants: Grant[] = CAST[player].hats.flatMap(
    ([role, scope = '']: readonly [Grant['role'], string?]) => grantOf(role, scope) ?? [],
  );
  return canSomewhere({ id: player, bodyId: CAST[player].body, grants }, action);
}

describe('every route and every role', () => {
  it.each(ROUTES)('%s %s is for whom the table says', async (method, route, action) => {
    const path = route.replace(':id', id);
    for (const player of PLAYERS) {
      const { status } = method === 'GET' ? await desk.get(player, path) : await desk.post(player, path);
      // Who may do it to nothing is refused at the door; who may do it somewhere is answered, if only that a form is empty.
      if (!mayPass(player, action)) expect([`${player}`, status]).toEqual([`${player}`, 403]);
      else expect(status, `${player} ${path}`).toBeLessThan(500);
    }
  });

  it('leaves no address of the desk out', () => {
    const known = ROUTES.map(([method, route]) => `${method} ${route.replace(':id', 'x')}`);
    const registered = deskRoutes.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'));
    const forgotten = registered.filter(({ method, path }) => {
      const pattern = path
        .split('/')
        .map((part) => /^:\w+\{(.*)\}$/.exec(part)?.[1] ?? (part.startsWith(':') ? '[^/]+' : part))
        .join('/');
      return !known.some((route) => new RegExp(`^${method} ${pattern}$`).test(route));
    });
    expect([...new Set(forgotten.map(({ method, path }) => `${method} ${path}`))].sort()).toEqual(BY_LINK_ALONE);
  });

  it('refuses forms from elsewhere and forms without their token', async () => {
    for (const [method, route] of ROUTES.filter(([own]) => own === 'POST')) {
      const path = route.replace(':id', id);
      const foreign = await desk.post('anna', path, {}, { 'sec-fetch-site': 'cross-site' });
      const bare = await desk.post('anna', path, { csrf: 'wrong' }, { 'x-csrf': 'wrong' });
      expect([method, path, foreign.status, bare.status]).toEqual([method, path, 403, 403]);
    }
  });
});
