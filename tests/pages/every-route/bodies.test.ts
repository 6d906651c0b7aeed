import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertGrant } from '../../../db/repositories/people.ts';
import { createApp } from '../../../src/app.ts';
import { ROLES } from '../../../src/domain/desk/people/person.ts';
import { csrfOf } from '../../../src/services/access/tokens.ts';
import { GRANTS } from '../access/grants.ts';
import { type Desk, openDesk, tokenOf } from '../desk/desk-world.ts';
import { readAsset } from '../world.ts';
import { nobodys, routesOf } from './routes.ts';

const FORM = 'application/x-www-form-urlencoded';
const csrf = csrfOf(tokenOf('ada'));

/** Bodies that no browser makes of a form of ours. */
const BROKEN: readonly (readonly [what: string, type: string | null, body: string])[] = [
  ['nothing', null, ''],
  ['text without a type', null, 'x'],
  ['an unknown type', 'nonsense', 'a=b'],
  ['JSON', 'application/json', '{"csrf":1,"__proto__":{"x":1}}'],
  ['JSON cut off', 'application/json', '{"a":'],
  ['JSON nested without end', 'application/json', '['.repeat(100_000)],
  ['plain text', 'text/plain', 'a=b'],
  ['multipart without a boundary', 'multipart/form-data', 'x'],
  ['multipart cut off', 'multipart/form-data; boundary=x', '--x\r\nbroken'],
  [
    'a file',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="list"; filename="a"\r\n\r\na\r\n--x--',
  ],
  ['bytes that are no UTF-8', FORM, '%ff%fe=%zz&&&=&==&[]&%00=%00'],
  [
    'names that every object has',
    FORM,
    '__proto__[x]=1&constructor.prototype.x=1&__proto__.x=1&toString=1&toString.x=1',
  ],
  ['names without end', FORM, `${'a.'.repeat(400_000)}a=1`],
  ['names too deep', FORM, `${'a.'.repeat(50)}a=1`],
  ['one box ticked 100,000 times', FORM, 'a%5B%5D=&'.repeat(100_000)],
  ['fields without end', FORM, Array.from({ length: 60_000 }, (_, n) => `a${n}=1`).join('&')],
  ['a text without end', FORM, `text=${'x'.repeat(900_000)}`],
  ['more than a body may hold', FORM, `text=${'x'.repeat(1_100_000)}`],
];

/** A visitor, and who may do everything. */
const COOKIES: readonly Record<string, string>[] = [{}, { cookie: `bandolo=${tokenOf('ada')}` }];

let desk: Desk;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  desk = await openDesk();
  // Who may do everything comes through every guard to what reads the body.
  for (const role of ROLES) await insertGrant(desk.store.db, 'ada', GRANTS[role], null, '2026-01-01T00:00:00Z');
  app = createApp(desk.deps, { readAsset });
});
afterAll(() => desk.store.close());

describe('a body that no form can have sent', () => {
  it.each(BROKEN)(
    'is told so, at every address, and is soon done with: %s',
    async (_, type, body) => {
      // Who has signed out is a visitor everywhere after.
      const doors = routesOf(app).filter(({ method, pattern }) => /POST|DELETE/.test(method) && pattern !== '/esci');
      expect(doors.length).toBeGreaterThan(90);
      for (const { method, pattern } of doors)
        for (const cookie of COOKIES) {
          const types: Record<string, string> = type === null ? {} : { 'content-type': type };
          const headers = { 'sec-fetch-site': 'same-origin', 'x-csrf': csrf, ...types, ...cookie };
          const before = process.cpuUsage();
          const answer = await app.request(nobodys(pattern), { method, headers, body });
          const { user, system } = process.cpuUsage(before);
          expect([pattern, answer.status < 500]).toEqual([pattern, true]);
          expect([pattern, (user + system) / 1000 < 2_000]).toEqual([pattern, true]);
        }
    },
    120_000,
  );
});
