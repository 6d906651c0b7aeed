import { expect } from 'vitest';
import { type Desk, dossierVersionIn, idIn } from './desk-world.ts';

export const TOPIC = 'HORIZON-CL5-2027-D6-01';

async function request(desk: Desk, organisation: string, topicText: string) {
  const answer = await desk.post('anna', '/richieste', {
    organisation,
    contact: 'Jean Dupont',
    email: 'jean@example.org',
    topicText,
    role: 'follower',
    replyBy: '2026-12-10',
  });
  expect(answer.status).toBe(303);
  return idIn(answer.location);
}

/** The secretariat takes a step. */
export async function step(desk: Desk, id: string, name: string) {
  const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
  return desk.post('anna', `/dossier/${id}/passi`, { step: name, version });
}

/**
 * Two rival requests, via breve, two votes and one abstention, the opinion on the president's desk; `meanwhile` is what
 * else happens before it is recorded.
 */
export async function recorded(
  desk: Desk,
  meanwhile: (id: string) => Promise<void> = async () => undefined,
  topic = TOPIC,
) {
  const [lyon, ghent] = [await request(desk, 'Ville de Lyon', topic), await request(desk, 'Stad Gent', topic)];
  const id = idIn((await desk.post('anna', `/richieste/${lyon}/dossier`)).location);
  const version = dossierVersionIn((await desk.get('anna', `/dossier/${id}`)).html);
  await desk.post('anna', `/dossier/${id}/dati`, {
    version,
    'groups[]': 'mobility',
    owner: 'anna',
    role: 'follower',
    directorate: 'Mobilità',
  });
  await step(desk, id, 'assign');
  await meanwhile(id);
  expect((await step(desk, id, 'take-short-route')).status).toBe(303);
  await desk.post('anna', `/dossier/${id}/voce`, { seat: 'secretariat', voice: 'favourable' });
  await desk.post('carlo', `/dossier/${id}/voce`, { seat: 'group-coordinator', voice: 'favourable' });
  await desk.post('paola', `/dossier/${id}/voce`, { seat: 'president', voice: 'abstains' });
  const answer = await desk.post('sergio', `/dossier/${id}/parere`, {
    kind: 'favourable',
    'reasons.0.text': 'Replica ciò che il PUMS già prevede.',
    'reasons.0.restsOn': 'C8',
    role: 'follower',
  });
  const link = /\/conferma\/[\w-]+/.exec(answer.html)?.[0] ?? '';
  return { id, lyon, ghent, link, answer };
}
