import { type AddressInfo, connect } from 'node:net';
import { serve } from '@hono/node-server';
import { expect, it, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readAsset } from '../pages/world.ts';
import { depsOf } from '../support/deps.ts';
import { emptyStore } from '../support/store.ts';

const HALF_BODIES = {
  pieces: 'transfer-encoding: chunked\r\n\r\n5\r\nemail\r\n',
  'a length': 'content-length: 900\r\n\r\nemail',
};

it.each(Object.entries(HALF_BODIES))('who goes away in the middle of a body of %s fills no log', async (_, rest) => {
  const error = vi.fn();
  const { log, ...deps } = depsOf(await emptyStore());
  const app = createApp({ ...deps, log: { ...log, error } }, { readAsset });
  const answered = vi.fn();
  const answering = async (request: Request) => {
    const response = await app.fetch(request);
    answered(response.status);
    return response;
  };
  const server = serve({ fetch: answering, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => (server.listening ? resolve(null) : server.once('listening', resolve)));
  // A TCP server that listens has an AddressInfo; only pipes have text.
  const { port } = server.address() as AddressInfo;
  for (const path of ['/accedi', '/common-grants/opportunities/search']) {
    const socket = connect(port, '127.0.0.1');
    const type = 'content-type: application/x-www-form-urlencoded\r\nsec-fetch-site: same-origin\r\n';
    socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\n${type}${rest}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    socket.destroy();
  }
  await vi.waitFor(() => expect(answered).toHaveBeenCalledTimes(2));
  server.close();
  expect(answered.mock.calls.flat().every((status) => status < 500)).toBe(true);
  expect(error).not.toHaveBeenCalled();
});
