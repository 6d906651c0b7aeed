import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digest } from '../../../jobs/digest.ts';
import { remind } from '../../../jobs/remind.ts';
import { webhooks } from '../../../jobs/webhooks.ts';
import { createApp } from '../../../src/app.ts';
import { type Answer, CAST, type Desk, type Player } from '../desk/desk-world.ts';
import { readAsset } from '../world.ts';
import type { FullDesk } from './full-desk.ts';
import { routesOf } from './routes.ts';
import { SECRET, type ThreeWorlds, threeWorlds } from './three-worlds.ts';

let full: FullDesk;
let worlds: ThreeWorlds['worlds'];
let close: () => void;
beforeAll(async () => {
  ({ full, worlds, close } = await threeWorlds());
  for (const { deps } of worlds) for (const job of [remind, digest, webhooks]) await job.run(deps);
}, 120_000);
afterAll(() => close());

const PLAYERS: readonly (Player | null)[] = [null, ...Object.keys(CAST).filter((name): name is Player => name in CAST)];
/** Theirs is in; and a coordinator who reads nothing runs the desk. */
const KNOW_ALL: readonly (Player | null)[] = ['rita', 'ivo', 'leo'];
/** The secretariat sees the four states; what was judged once its own part is in. */
const KNOW_STATES: readonly (Player | null)[] = ['anna'];

/** More of the same addresses: filters, orders and languages that a page may answer otherwise. */
const ASKED_OTHERWISE = [
  '/dossier?vista=tabella',
  '/dossier?lang=en',
  '/registro?person=rita',
  '/registro?action=review.delivered',
  '/registro?pageSize=200',
  '/bandi?q=mobility',
  '/da-valutare?lang=en',
  '/api/v1/topics?q=mobility',
];

/** Machines ask there; who is signed in is nothing to them. */
const MACHINES = /^\/(api|common-grants|common-grants-schemas|feeds|healthz|readyz|metrics)\b/;
/** How busy the server is, not what it holds. */
const MEASURED = ['/metrics', '/readyz'];
/** For whoever holds a link that is used up by now, and files of the house. */
const NOTHING_HERE = ['/assets/1/1', '/conferma/1', '/accedi/1'];

const addresses = () => [
  ...routesOf(createApp(full.desk.deps, { readAsset }))
    .filter(({ method }) => method === 'GET')
    .map(({ pattern }) => full.address(pattern))
    .filter((path) => !MEASURED.includes(path)),
  ...ASKED_OTHERWISE,
  `/dossier/${full.dossier}?lang=en`,
];

/** Own numbers of a request, and an allowance that every request uses up. */
const OF_THE_MOMENT = /^(x-request-id|ratelimit-.*)$/;

/** The whole answer: status, every header, every byte. */
function told({ status, headers, html }: Answer): string {
  const lines = [...headers].filter(([name]) => !OF_THE_MOMENT.test(name)).map(([name, value]) => `${name}: ${value}`);
  return [status, ...lines, html].join('\n');
}

const shown = new Set<string>();

/** The addresses that answer this person otherwise where others have judged, or judged otherwise. */
async function differing(player: Player | null, paths: readonly string[], headers: Record<string, string> = {}) {
  const [nothing, high, low] = worlds;
  const sees = KNOW_STATES.includes(player) || KNOW_ALL.includes(player);
  const differ: string[] = [];
  for (const path of paths) {
    const ask = async (desk: Desk) => {
      const answer = await desk.get(player, path, headers);
      if (answer.status < 400) shown.add(path);
      return told(answer);
    };
    const [one, other] = [await ask(sees ? high : nothing), await ask(low)];
    if (one !== other) differ.push(path);
    if (!KNOW_ALL.includes(player)) expect(`${one}${other}`).not.toContain(SECRET);
  }
  return differ;
}

describe('blind until one’s own sheet is in', () => {
  it.each(PLAYERS)(
    '%s gets the same bytes from every page, whatever another has judged',
    async (player) => {
      const pages = addresses().filter((path) => !MACHINES.test(path));
      const differ = await differing(player, pages);
      if (KNOW_ALL.includes(player)) expect(differ).toContain(`/dossier/${full.dossier}`);
      else expect(differ).toEqual([]);
    },
    120_000,
  );

  it.each([['without a key', {}] as const, ['with a partner’s key', null] as const])(
    'the API and the feeds answer the same %s',
    async (_, headers) => {
      const machines = addresses().filter((path) => MACHINES.test(path));
      expect(await differing(null, machines, headers ?? { 'x-api-key': full.key })).toEqual([]);
    },
    120_000,
  );

  it('the mails that leave are the same too, and so is what partners’ servers are told', async () => {
    const rows = ({ store: { db } }: Desk) =>
      Promise.all([
        db.all(sql`select person_id, kind, period, subject, text, html from deliveries order by id`),
        db.all(sql`select type, partners, at, data from webhook_events order by id`),
      ]);
    const [nothing, high, low] = await Promise.all(worlds.map(rows));
    expect(nothing?.[0].length).toBeGreaterThan(0);
    expect(high).toEqual(nothing);
    expect(low).toEqual(nothing);
  });

  it('no address was asked in vain: each has shown something to somebody', () => {
    expect(addresses().filter((path) => !shown.has(path))).toEqual(NOTHING_HERE);
  });
});
