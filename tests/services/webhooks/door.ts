import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Knock {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Door {
  url: string;
  knocks: Knock[];
  /** What it answers from now on; the last is repeated. */
  answers: number[];
  close(): Promise<void>;
}

/** A partner's server: it notes who knocks and answers as told. */
export async function openDoor(...answers: number[]): Promise<Door> {
  const knocks: Knock[] = [];
  const door = { knocks, answers } as Door;
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (piece: string) => {
      body += piece;
    });
    request.on('end', () => {
      const status = (door.answers.length > 1 ? door.answers.shift() : door.answers[0]) ?? 204;
      knocks.push({ path: request.url ?? '', headers: request.headers, body });
      response.writeHead(status, status >= 300 && status < 400 ? { location: '/elsewhere' } : {}).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  door.url = `http://127.0.0.1:${port}/hook`;
  door.close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return door;
}
