import { randomUUID } from 'node:crypto';
import { startJobClock } from '../../cloudfunctions/host/job-clock';
import { useDatabase } from '../support/database';
import { testWorld } from '../support/world';
import { gate } from './parlour';
import { serveParlour } from './served';

const database = useDatabase();

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
