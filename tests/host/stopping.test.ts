import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { startJobClock } from '../../cloudfunctions/host/job-clock';
import { useDatabase } from '../support/database';
import { testWorld } from '../support/world';
import { gate } from './parlour';
import { serveParlour } from './served';

const database = useDatabase();
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets) socket.destroy();
});

it('finishes what it has begun, takes nothing new, and then lets go of its connections', async () => {
  const host = await serveParlour(database);
  let open = () => {};
  gate.until = new Promise((resolve) => {
    open = resolve;
  });
  const entered = new Promise<void>((resolve) => {
    gate.entered = resolve;
  });
  const begun = host.post('/api/parlour/slow', { requestId: randomUUID() });
  await entered;
  let isClosed = false;
  const closing = host.app.close().then(() => {
    isClosed = true;
  });
  await expect(host.post('/api/parlour/echo', { input: { text: 'late' } })).rejects.toThrow('fetch failed');
  expect(isClosed).toBe(false);
  open();
  const response = await begun;
  expect(response.headers.get('connection')).toBe('close');
  expect(await response.json()).toEqual({ ok: true, data: { said: 'done' } });
  await closing;
});

it.each([
  ['on which nothing was asked, as browsers open them ahead', ''],
  ['on which a request was begun and not finished', 'GET /healthz HTTP/1.1\r\nHost:'],
  ['that has had its answer and begins another request', 'GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /'],
])('does not wait for a connection %s', async (_words, sent) => {
  const host = await serveParlour(database);
  const { hostname, port } = new URL(host.url);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  await once(socket, 'connect');
  socket.write(sent);
  if (sent.includes('\r\n\r\n')) await once(socket, 'data');
  else await fetch(`${host.url}/healthz`); // by now the server has taken the connection that came before
  const ended = once(socket, 'close');
  await host.app.close();
  await ended;
});

describe('the job clock', () => {
  it('runs again and again, never twice at a time, and ends when what runs has ended', async () => {
    const seen: string[] = [];
    let running = 0;
    const clock = startJobClock(
      testWorld(database),
      async () => {
        running += 1;
        seen.push(running === 1 ? 'alone' : 'together');
        await new Promise((resolve) => setTimeout(resolve, 20));
        running -= 1;
      },
      1,
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    await clock.stop();
    expect(running).toBe(0);
    const runs = seen.length;
    expect(runs).toBeGreaterThan(2);
    expect(new Set(seen)).toEqual(new Set(['alone']));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(seen).toHaveLength(runs);
  });

  it('goes on after a job that failed', async () => {
    let runs = 0;
    const clock = startJobClock(
      testWorld(database),
      async () => {
        runs += 1;
        throw new Error('no luck');
      },
      1,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await clock.stop();
    expect(runs).toBeGreaterThan(2);
  });
});
