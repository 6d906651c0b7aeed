import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeStore } from '../../db/store.node.ts';
import { remoteHouse } from '../../src/cli/remote-house.ts';
import { exportHouse } from '../../src/services/house/export-house.ts';
import type { HouseDoor } from '../../src/services/house/house-door.ts';
import { importHouse } from '../../src/services/house/import-house.ts';
import { localHouse } from '../../src/services/house/local-house.ts';
import { type DeskBrowsers, openDeskBrowsers } from '../pages/desk/desk-browsers.ts';
import { deskStore } from '../pages/desk/desk-world.ts';
import { depsOf, TODAY } from '../support/deps.ts';
import { answerRivals, requestToOpinion } from './request-to-opinion.ts';
import { hasWorkerd, openWorkerHouse, type WorkerHouse } from './worker-house.ts';

const SECRET_KEY = 'for-a-test-on-this-very-machine-only';
const HOUSE_KEY = 'a-key-of-the-moving-day-of-a-test-only';

const able = hasWorkerd();
if (!able) console.log('workerd does not run on this machine, so no association moved to the Worker.');

async function exported(door: HouseDoor): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportHouse(door)) lines.push(line);
  return lines;
}

const from = (lines: readonly string[]) => ({
  open: async function* () {
    yield* lines;
  },
});

describe.skipIf(!able)('an association that moved to Workers', () => {
  let worker: WorkerHouse;
  let browsers: DeskBrowsers;
  beforeAll(async () => {
    worker = await openWorkerHouse();
    browsers = await openDeskBrowsers(worker.origin);
  }, 60_000);
  afterAll(async () => {
    await browsers?.close();
    await worker?.close();
  });

  it('arrives byte for byte, goes from two requests to a confirmed opinion and both answers there, and comes back whole', async () => {
    const door = remoteHouse(worker.origin, HOUSE_KEY);
    await worker.start({ SECRET_KEY, HOUSE_KEY });
    const file = await exported(localHouse(depsOf(await deskStore())));
    await importHouse(door, from(file));
    expect(await exported(door)).toEqual(file);

    // The people are signed in as they were on the machine they come from.
    await worker.start({ SECRET_KEY, AS_OF: TODAY });
    await requestToOpinion(browsers, 'HORIZON-CL5-2027-D6-01');
    await answerRivals(browsers);

    await worker.start({ SECRET_KEY, HOUSE_KEY });
    const lived = await exported(door);
    expect(lived.some((line) => line.includes('Replica ciò che il PUMS già prevede.'))).toBe(true);
    const home = await openNodeStore(':memory:');
    await importHouse(localHouse(depsOf(home)), from(lived));
    expect(await exported(localHouse(depsOf(home)))).toEqual(lived);
    home.close();
  }, 240_000);
});
