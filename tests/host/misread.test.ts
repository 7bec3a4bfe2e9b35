import { connect } from 'node:net';
import { useDatabase } from '../support/database';
import { type Served, serveParlour } from './served';

const database = useDatabase();
let host: Served;
beforeAll(async () => {
  host = await serveParlour(database);
});

/** Sends these bytes as they are, and gives what comes back until the connection ends. */
function sendRaw(text: string): Promise<string> {
  const { port, hostname } = new URL(host.url);
  return new Promise((resolve, reject) => {
    let told = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding('utf8').on('data', (part) => {
      told += part;
    });
    socket.on('end', () => resolve(told)).on('error', reject);
    setTimeout(() => socket.end(), 2_000).unref();
  });
}

const HEADERS = 'Host: bank.test\r\nContent-Type: application/json\r\nConnection: close\r\n';
it.each([
  ['no HTTP at all', 'GARBAGE\r\n\r\n', 400, 'REQUEST_NOT_UNDERSTOOD'],
  ['a method that nobody knows', `FETCH / HTTP/1.1\r\n${HEADERS}\r\n`, 400, 'REQUEST_NOT_UNDERSTOOD'],
  ['a greeting in HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'REQUEST_NOT_UNDERSTOOD'],
  ['no host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400, 'REQUEST_NOT_UNDERSTOOD'],
  ['a tunnel', 'CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere\r\n\r\n', 400, 'REQUEST_NOT_UNDERSTOOD'],
  [
    'two lengths',
    `POST /api/parlour/echo HTTP/1.1\r\n${HEADERS}Content-Length: 3\r\nContent-Length: 4\r\n\r\n{}`,
    400,
    'REQUEST_NOT_UNDERSTOOD',
  ],
  [
    'a length that is no number',
    `POST /api/parlour/echo HTTP/1.1\r\n${HEADERS}Content-Length: many\r\n\r\n`,
    400,
    'REQUEST_NOT_UNDERSTOOD',
  ],
  [
    'a body in parts that are none',
    `POST /api/parlour/echo HTTP/1.1\r\n${HEADERS}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
    400,
    'REQUEST_NOT_UNDERSTOOD',
  ],
  ['a half-coded path', `GET /%E0%A4%A HTTP/1.1\r\n${HEADERS}\r\n`, 400, 'REQUEST_NOT_UNDERSTOOD'],
  ['a strange method', `PROPFIND /api/parlour/echo HTTP/1.1\r\n${HEADERS}\r\n`, 405, 'METHOD_NOT_ALLOWED'],
  [
    'headers without end',
    `GET / HTTP/1.1\r\n${HEADERS}X-Long: ${'a'.repeat(20_000)}\r\n\r\n`,
    431,
    'HEADERS_TOO_LARGE',
  ],
  [
    'something expected that nobody gives',
    `POST /api/parlour/who HTTP/1.1\r\n${HEADERS}Expect: the-best\r\nContent-Length: 2\r\n\r\n{}`,
    401,
    'NOT_SIGNED_IN',
  ],
])('answers %s in the shape of every refusal', async (_what, text, status, code) => {
  const told = await sendRaw(text);
  const [head = '', body = ''] = told.split('\r\n\r\n');
  expect(head.split(' ')[1]).toBe(String(status));
  expect(head.toLowerCase()).toContain('content-type: application/json');
  const refusal = { ok: false, code, detail: expect.any(Object), traceId: expect.stringMatching(/^.{36}$/) };
  expect(JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1))).toEqual(refusal);
});
