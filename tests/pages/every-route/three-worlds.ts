import { expect, vi } from 'vitest';
import { type Desk, type Player, versionIn } from '../desk/desk-world.ts';
import { forkStore } from './forked-store.ts';
import { deskOver, type FullDesk, fullDesk } from './full-desk.ts';

export const SECRET = 'frase riservata di un valutatore';
/** Monday morning after: the digests of the week are due. */
const MONDAY = '2026-11-23T06:10:00Z';
/** With their sheets the quorum is reached. */
const JUDGES: readonly Player[] = ['rita', 'ivo'];

/**
 * Three worlds that are the same to the last byte but for two readers' sheets: not delivered, delivered high, delivered
 * low. Who may not know must get the same answers in all three; who may know only which sheets are in, the same in the
 * last two.
 */
export interface ThreeWorlds {
  full: FullDesk;
  worlds: readonly [nothing: Desk, high: Desk, low: Desk];
  close(): void;
}

export async function threeWorlds(): Promise<ThreeWorlds> {
  // Sign-in links and sessions are timed by the real clock: it stands still, or a second that passes between two worlds'
  // answers would tell them apart.
  vi.useFakeTimers({ toFake: ['Date'] });
  const full = await fullDesk();
  const one = () => deskOver(forkStore(full.store), MONDAY);
  const worlds = [await one(), await one(), await one()] as const;
  for (const judge of JUDGES) {
    await deliver(full, worlds[1], judge, ['2', '5', '3']);
    await deliver(full, worlds[2], judge, ['2', '1', '1']);
  }
  // Talk goes on: what is numbered or ordered by what was said before would tell.
  for (const world of worlds)
    await world.post('carlo', `/dossier/${full.dossier}/interventi`, { kind: 'fact', text: 'Una domanda' });
  const close = () => {
    for (const { store } of [full.desk, ...worlds]) store.close();
    vi.useRealTimers();
  };
  return { full, worlds, close };
}

async function deliver({ dossier }: FullDesk, desk: Desk, judge: Player, values: readonly [string, string, string]) {
  const path = `/dossier/${dossier}/scheda`;
  const [c1, c2, c8] = values;
  const sheet = await desk.post(judge, path, {
    version: versionIn((await desk.get(judge, path)).html),
    intent: 'deliver',
    declaration: 'none',
    'scores.C1.value': c1,
    'scores.C2.value': c2,
    'scores.C8.value': c8,
    'scores.C2.sentence': SECRET,
    'scores.C8.sentence': SECRET,
  });
  expect([judge, sheet.status]).toEqual([judge, 303]);
  await desk.post(judge, `/dossier/${dossier}/interventi`, { kind: 'judgement', text: `${SECRET} ${values.join()}` });
}
