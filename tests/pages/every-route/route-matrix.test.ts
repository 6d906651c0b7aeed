import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../src/app.ts';
import { API_SCOPES } from '../../../src/domain/api-scope.ts';
import { ROLES, type Role } from '../../../src/domain/desk/people/person.ts';
import { ACTIONS, scopeOf } from '../../../src/domain/desk/people/roles.ts';
import { issueApiKey } from '../../../src/services/operate/api-keys.ts';
import { type DeskWorld, deskWorld } from '../access/desk-world.ts';
import { GRANTS } from '../access/grants.ts';
import { deskStore, idIn } from '../desk/desk-world.ts';
import { readAsset } from '../world.ts';
import { ACCESS, type Opens } from './access-table.ts';
import { at, nobodys, type Route, routesOf } from './routes.ts';

const BODY = 'politecnico-di-milano';
const PEOPLE = ['visitor', 'nobody special', ...ROLES] as const;
type Who = (typeof PEOPLE)[number];
/** What must happen; `by subject` where a role reaches only what is its own. */
type Verdict = 'refused' | 'let in' | 'by subject';

/**
 * Open to the role, and refused all the same for what stands there: one's own sheet comes first, another's sheet is
 * nobody's, a seat in the short route is for who holds it.
 */
const REFUSED_BY_SUBJECT =
  /^(GET|POST) \/dossier\/:id\/(scheda|collegiale|passi|voce)$|^POST \/sedute\/:id\/voti$|^POST \/partner\/soci\/:body\/ammissione$/;

let world: DeskWorld;
let routes: Route[];
let dossier: string;
beforeAll(async () => {
  world = await deskWorld({ store: await deskStore(), secretKey: 'of a test' });
  routes = routesOf(createApp(world.deps, { readAsset }));
  const secretary = await world.someone([{ role: 'secretariat' }]);
  const opened = await secretary.post('/dossier/nuovo/da-valutare', { topicKey: 'HORIZON-CL5-2027-D6-01' });
  dossier = idIn(opened.headers.get('location'));
  // Two administrators stay whatever the cells do to people, so that no cell meets "the last administrator".
  for (let n = 0; n < 2; n += 1) await world.someone([{ role: 'administrator' }]);
}, 60_000);

const named = ({ method, pattern }: Route): string => `${method} ${pattern}`;
const isAction = (opens: Opens): opens is (typeof ACTIONS)[number] => ACTIONS.some((action) => action === opens);

/** What the table promises a person; keys are shown by programs, and people without one are strangers there. */
function promised(route: Route, who: Who): Verdict {
  const opens = ACCESS[named(route)];
  if (opens === undefined) throw new Error(`nobody said for whom ${named(route)} is`);
  if (opens === 'everyone' || opens === 'link' || opens === 'no foreign key') return 'let in';
  if (opens.startsWith('key') || who === 'visitor') return 'refused';
  if (opens === 'signed in') return REFUSED_BY_SUBJECT.test(named(route)) ? 'by subject' : 'let in';
  if (!isAction(opens)) throw new Error(`${opens} opens nothing`);
  const reach = reachOf(opens, who);
  if (reach === null) return 'refused';
  return reach === 'any' && !REFUSED_BY_SUBJECT.test(named(route)) ? 'let in' : 'by subject';
}

const reachOf = (action: (typeof ACTIONS)[number], who: Role | 'nobody special') =>
  scopeOf(action, 'everyone') ?? (who === 'nobody special' ? null : scopeOf(action, who));

/** A real dossier, group and body; of the rest nobody's, of the right shape: who may not is refused before it is looked for. */
const address = async (pattern: string): Promise<string> => {
  const person = pattern.startsWith('/persone/:id') ? await world.someone([]) : null;
  const things: Record<string, string> = { group: 'mobility', body: BODY, pic: BODY };
  const real = at(pattern, (name, shape, whole) => {
    if (name === 'id' && whole.startsWith('/dossier/')) return dossier;
    if (name === 'id' && person !== null) return person.id;
    return things[name] ?? `:${name}${shape === '' ? '' : `{${shape}}`}`;
  });
  return nobodys(real);
};

/** 401 and 403 are refusals; a passkey that opens nothing is answered 403 as well, whoever shows it. */
const verdictOf = (status: number, route: Route): Verdict =>
  (status === 401 || status === 403) && route.pattern !== '/accedi/passkey' ? 'refused' : 'let in';

describe('every route and every role', () => {
  it('is in the table, and nothing is there that is no route', () => {
    expect(Object.keys(ACCESS).sort()).toEqual(routes.map(named).sort());
  });

  it.each(PEOPLE.map((who) => [who]))(
    '%s is let in and refused as the table says, everywhere',
    async (who) => {
      const wrong: string[] = [];
      for (const route of routes) {
        // A form may sign its sender out or erase them: each cell has a person of its own.
        const one =
          who === 'visitor' ? world.visitor() : await world.someone(who === 'nobody special' ? [] : [GRANTS[who]]);
        const path = await address(route.pattern);
        const { status } = route.method === 'GET' ? await one.get(path) : await one.send(route.method, path);
        const due = promised(route, who);
        if (status >= 500) wrong.push(`${named(route)}: ${status}`);
        if (due !== 'by subject' && due !== verdictOf(status, route))
          wrong.push(`${named(route)}: ${status}, not ${due}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );

  it.each(['no scope', ...API_SCOPES].map((scope) => [scope]))(
    'a partner’s key with %s opens what the table says to programs, and nothing that is for people',
    async (scope) => {
      const scopes = API_SCOPES.filter((each) => each === scope);
      const { key } = await issueApiKey({ deps: world.deps, input: { partner: BODY, scopes, label: '' } });
      const wrong: string[] = [];
      for (const route of routes) {
        const opens = ACCESS[named(route)] ?? 'everyone';
        const forPrograms = /^\/(api|feeds|common-grants)/.test(route.pattern);
        const due: Verdict =
          opens === 'key' || opens === 'everyone' || opens === 'link' || opens === `key ${scope}`
            ? 'let in'
            : opens === 'no foreign key' && scope === 'matches:read'
              ? 'let in'
              : 'refused';
        const { status } = await world
          .visitor()
          .send(
            route.method,
            await address(route.pattern),
            forPrograms ? { authorization: `Bearer ${key}` } : { 'x-api-key': key },
          );
        if (status >= 500 || due !== verdictOf(status, route)) wrong.push(`${named(route)}: ${status}, not ${due}`);
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  it('keeps one partner’s matches from another’s key', async () => {
    const { key } = await issueApiKey({
      deps: world.deps,
      input: { partner: 'atm', scopes: [...API_SCOPES], label: '' },
    });
    for (const route of routes.filter((each) => ACCESS[named(each)] === 'no foreign key')) {
      const { status } = await world.visitor().get(await address(route.pattern), { authorization: `Bearer ${key}` });
      expect([named(route), status]).toEqual([named(route), 403]);
    }
  });

  it('refuses forms from elsewhere and forms without their token', async () => {
    const forms = routes.filter(
      ({ method, pattern }) => method === 'POST' && !/^\/(api|common-grants|posta\/:token)/.test(pattern),
    );
    expect(forms.length).toBeGreaterThan(80);
    for (const route of forms) {
      const one = await world.someone(ROLES.map((role) => GRANTS[role]));
      const path = await address(route.pattern);
      const foreign = await one.post(path, {}, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' });
      const bare = await one.post(path, { csrf: 'wrong' }, { 'x-csrf': 'wrong' });
      expect([named(route), foreign.status, bare.status]).toEqual([named(route), 403, 403]);
    }
  }, 60_000);
});
