import { randomUUID } from 'node:crypto';
import { insertGrant, insertPerson } from '../../../db/repositories/people.ts';
import type { NodeStore } from '../../../db/store.node.ts';
import { createApp } from '../../../src/app.ts';
import type { Grant, PersonId } from '../../../src/domain/desk/people/person.ts';
import type { OutgoingMail } from '../../../src/domain/ports.ts';
import { newSession } from '../../../src/services/access/sessions.ts';
import { csrfOf } from '../../../src/services/access/tokens.ts';
import type { Deps } from '../../../src/services/deps.ts';
import { depsOf } from '../../support/deps.ts';
import { emptyStore } from '../../support/store.ts';
import { readAsset } from '../world.ts';

export const HOST = 'http://localhost';
export const AT = '2026-11-22T09:00:00Z';

/** Somebody's browser: keeps its cookie, sends forms as a page of ours would. */
export class Visitor {
  token: string | null = null;

  constructor(private readonly app: { request: ReturnType<typeof createApp>['request'] }) {}

  get csrf(): string {
    return this.token === null ? '' : csrfOf(this.token);
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.keep(await this.app.request(`${HOST}${path}`, { headers: { ...this.cookie(), ...headers } }));
  }

  async post(path: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}) {
    const response = await this.app.request(`${HOST}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ csrf: this.csrf, ...fields }),
      headers: { ...this.cookie(), origin: HOST, 'sec-fetch-site': 'same-origin', ...headers },
    });
    return this.keep(response);
  }

  /** Any method; what is no GET goes as a form of ours. */
  async send(method: string, path: string, headers: Record<string, string> = {}): Promise<Response> {
    if (method === 'GET') return this.get(path, headers);
    if (method === 'POST') return this.post(path, {}, headers);
    const own = { ...this.cookie(), origin: HOST, 'sec-fetch-site': 'same-origin', ...headers };
    return this.keep(await this.app.request(`${HOST}${path}`, { method, headers: own }));
  }

  private cookie(): Record<string, string> {
    return this.token === null ? {} : { cookie: `bandolo=${this.token}` };
  }

  private keep(response: Response): Response {
    const set = response.headers.get('set-cookie')?.match(/(?:__Host-)?bandolo=([^;]*)/)?.[1];
    if (set !== undefined) this.token = set === '' ? null : set;
    return response;
  }
}

export interface DeskWorld {
  store: NodeStore;
  deps: Deps;
  mails: OutgoingMail[];
  visitor(): Visitor;
  /** A person at the desk, and their signed-in browser. */
  someone(grants: readonly Grant[], own?: { name?: string; email?: string }): Promise<Visitor & { id: PersonId }>;
}

type Asked = Partial<Deps> & { mail?: boolean; store?: NodeStore };

/** The real app over an empty store, or one that is there; with mail where asked for. */
export async function deskWorld({ mail = false, store: given, ...own }: Asked = {}): Promise<DeskWorld> {
  const store = given ?? (await emptyStore());
  const mails: OutgoingMail[] = [];
  const mailer: Deps['mailer'] = {
    send: async (one) => {
      mails.push(one);
      return { outcome: 'sent' };
    },
  };
  const deps = depsOf(store, { ...(mail ? { mailer } : {}), ...own });
  const app = createApp(deps, { readAsset });
  let made = 0;
  return {
    store,
    deps,
    mails,
    visitor: () => new Visitor(app),
    async someone(grants, { name, email } = {}) {
      made += 1;
      const id = randomUUID();
      await insertPerson(store.db, {
        id,
        name: name ?? `Persona ${made}`,
        email: email ?? `persona${made}@example.org`,
        bodyId: null,
        language: 'it',
        createdAt: AT,
      });
      for (const grant of grants) await insertGrant(store.db, id, grant, null, AT);
      const { token, statement } = newSession({ deps, input: { personId: id, method: 'link', userAgent: 'test' } });
      await statement;
      return Object.assign(new Visitor(app), { token, id });
    },
  };
}
