import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { forgetAttempts } from '../../cloudfunctions/jobs/forget';
import { forgetEvents } from '../../cloudfunctions/jobs/forget-events';
import { JOBS, type Job } from '../../cloudfunctions/jobs/jobs';
import { runDueJobs } from '../../cloudfunctions/jobs/run-due';
import { TRIGGER_NAME, timerFunction } from '../../cloudfunctions/jobs/timer';
import { watchReaders } from '../../cloudfunctions/jobs/watch-readers';
import { countAttempt } from '../../cloudfunctions/kit/attempt';
import { readEvents } from '../../cloudfunctions/kit/outbox/read';
import { stalledReaders } from '../../cloudfunctions/kit/outbox/stalled';
import { useDatabase } from '../support/database';
import { TEST_NOW_MS, testWorld } from '../support/world';

const database = useDatabase();
let nowMs = TEST_NOW_MS;
const world = () => testWorld(database, { clock: () => nowMs });
const MINUTE_MS = 60_000;

beforeEach(async () => {
  nowMs = TEST_NOW_MS;
  await database.db.deleteFrom('job_lease').execute();
});

/** A job that counts its runs. */
function countingJob(name: string, run: Job['run'] = async () => 1): Job & { runs: () => number } {
  let runs = 0;
  return {
    name,
    everyMs: 5 * MINUTE_MS,
    run: (...given) => {
      runs++;
      return run(...given);
    },
    runs: () => runs,
  };
}

describe('jobs on a clock', () => {
  it('run when they are due, and not before', async () => {
    const job = countingJob('a');
    expect(await runDueJobs(world(), [job])).toEqual([{ job: 'a', done: 1 }]);
    nowMs += 5 * MINUTE_MS - 1;
    expect(await runDueJobs(world(), [job])).toEqual([]);
    nowMs += 1;
    expect(await runDueJobs(world(), [job])).toHaveLength(1);
    expect(job.runs()).toBe(2);
  });

  it('run in one process only, however many ask at once', async () => {
    const job = countingJob('a', () => new Promise((resolve) => setImmediate(() => resolve(1))));
    const answers = await Promise.all(Array.from({ length: 8 }, () => runDueJobs(world(), [job])));
    expect(answers.flat()).toEqual([{ job: 'a', done: 1 }]);
    expect(job.runs()).toBe(1);
  });

  it('go on when one of them fails, which is tried again in a minute', async () => {
    const failing = countingJob('fails', async () => {
      throw new Error('no');
    });
    const sound = countingJob('sound');
    expect(await runDueJobs(world(), [failing, sound])).toEqual([
      { job: 'fails', done: null },
      { job: 'sound', done: 1 },
    ]);
    nowMs += MINUTE_MS;
    expect(await runDueJobs(world(), [failing, sound])).toEqual([{ job: 'fails', done: null }]);
  });

  it('are taken over from a process that died in the middle, after its lease', async () => {
    const until = new Date(nowMs + 5 * MINUTE_MS);
    await database.db.insertInto('job_lease').values({ job: 'a', holder: 'dead', until }).execute();
    const job = countingJob('a');
    expect(await runDueJobs(world(), [job])).toEqual([]);
    nowMs += 5 * MINUTE_MS;
    expect(await runDueJobs(world(), [job])).toHaveLength(1);
  });

  it('leave the lease to who has it now, when a slow one comes to its end', async () => {
    const slow = countingJob('a', async () => {
      nowMs += 6 * MINUTE_MS;
      await runDueJobs(world(), [countingJob('a')]);
      return 1;
    });
    await runDueJobs(world(), [slow]);
    const lease = await database.db.selectFrom('job_lease').select('until').executeTakeFirstOrThrow();
    expect(lease.until.getTime()).toBe(TEST_NOW_MS + 11 * MINUTE_MS);
  });

  it('are these, and each of them runs on an empty database', async () => {
    expect(JOBS.map((job) => job.name)).toEqual([
      'lapseVouchers',
      'followChangesInReward',
      'followChangesInActivity',
      'sealLeftOver',
      'signCheckpoints',
      'keepFigures',
      'forgetAttempts',
      'forgetFiles',
      'forgetEvents',
      'watchReaders',
      'watchLedger',
    ]);
    expect(await runDueJobs(world())).toEqual(JOBS.map((job) => ({ job: job.name, done: 0 })));
  });
});

describe('forgetting', () => {
  it('removes counts of wrong codes after a day', async () => {
    await countAttempt(database.db, { key: 'old', max: 5, windowMs: MINUTE_MS }, nowMs - 86_400_000 - MINUTE_MS);
    await countAttempt(database.db, { key: 'new', max: 5, windowMs: MINUTE_MS }, nowMs);
    expect(await forgetAttempts(world(), nowMs)).toBe(1);
    expect(await database.db.selectFrom('attempt').select('key').execute()).toEqual([{ key: 'new' }]);
  });

  it('removes sign-ins that ended or ran out a week ago, and no others', async () => {
    const identityId = randomUUID();
    const at = (days: number) => new Date(nowMs + days * 86_400_000);
    await database.db
      .insertInto('identity')
      .values({ id: identityId, kind: 'demo', subject_hash: Buffer.alloc(32), created_at: at(-60) })
      .execute();
    const sessions = [
      { name: 'open', expires_at: at(1), ended_at: null },
      { name: 'just out', expires_at: at(-6), ended_at: null },
      { name: 'long out', expires_at: at(-8), ended_at: null },
      { name: 'ended', expires_at: at(20), ended_at: at(-8) },
    ];
    for (const { name, ...times } of sessions)
      await database.db
        .insertInto('session')
        .values({ token_hash: Buffer.from(name), identity_id: identityId, created_at: at(-30), ...times })
        .execute();
    expect(await forgetAttempts(world(), nowMs)).toBe(2);
    const left = await database.db.selectFrom('session').select('token_hash').execute();
    expect(left.map((row) => row.token_hash.toString()).sort()).toEqual(['just out', 'open']);
  });
});

describe('forgetting events', () => {
  const DAY_MS = 86_400_000;
  /** One after the other, until that many are passed: transactions of any test on this server hold events back. */
  async function passes(reader: string, count: number): Promise<void> {
    let passed = 0;
    while (passed < count) passed += await readEvents(database.db, reader, 1, async () => {});
  }
  const left = async () =>
    (await database.db.selectFrom('outbox').select('topic').orderBy('id').execute()).map(({ topic }) => topic);

  beforeEach(async () => {
    await database.db.deleteFrom('outbox').execute();
    await database.db.deleteFrom('event_reader').execute();
    const ages = { a: 120, b: 100, c: 91, d: 89, e: 0 };
    const rows = Object.entries(ages).map(([topic, days]) => ({
      ...{ topic, payload: '{}', created_at: new Date(nowMs - days * DAY_MS) },
    }));
    await database.db.insertInto('outbox').values(rows).execute();
  });

  it('removes what is older than 90 days when every reader has passed it, and no more', async () => {
    await passes('inbox', 5);
    await passes('oversight', 2);
    expect(await forgetEvents(world(), nowMs)).toBe(2);
    expect(await left()).toEqual(['c', 'd', 'e']);
    await passes('oversight', 3);
    expect(await forgetEvents(world(), nowMs)).toBe(1);
    expect(await left()).toEqual(['d', 'e']);
  });

  it('keeps all that a reader has not read, however old', async () => {
    await passes('inbox', 5);
    const standsStill = { name: 'oversight', passed_id: 0, settled_id: 0 };
    await database.db.insertInto('event_reader').values(standsStill).execute();
    expect(await forgetEvents(world(), nowMs)).toBe(0);
    expect(await left()).toHaveLength(5);
  });

  it('removes what is old where nobody reads, in batches', async () => {
    const old = { topic: 'old', payload: '{}', created_at: new Date(0) };
    await database.db.deleteFrom('outbox').execute();
    await database.db
      .insertInto('outbox')
      .values([...Array.from({ length: 6_000 }, () => old), { ...old, topic: 'new', created_at: new Date(nowMs) }])
      .execute();
    expect(await forgetEvents(world(), nowMs)).toBe(6_000);
    expect(await left()).toEqual(['new']);
  });
});

describe('a reader that has stopped', () => {
  const publish = (minutesAgo: number) =>
    database.db
      .insertInto('outbox')
      .values({ topic: 'a', payload: '{}', created_at: new Date(nowMs - minutesAgo * MINUTE_MS) })
      .execute();
  const errors: object[] = [];
  const watched = () => ({ ...world(), log: { ...world().log, error: (line: object) => void errors.push(line) } });

  beforeEach(async () => {
    errors.length = 0;
    await database.db.deleteFrom('outbox').execute();
    await database.db.deleteFrom('event_reader').execute();
  });

  it('is named, and told once, when it has left an event lying for half an hour', async () => {
    await readEvents(database.db, 'inbox', 1, async () => {});
    expect(await watchReaders(watched(), nowMs)).toBe(0);
    await publish(29);
    expect(await stalledReaders(database.db, nowMs)).toEqual([]);
    await publish(31);
    expect(await stalledReaders(database.db, nowMs)).toEqual(['inbox']);
    expect([await watchReaders(watched(), nowMs), await watchReaders(watched(), nowMs)]).toEqual([1, 1]);
    expect(errors).toEqual([{ reader: 'inbox' }]);
    await readEvents(database.db, 'inbox', 5, async () => {});
    expect(await watchReaders(watched(), nowMs)).toBe(0);
    nowMs += 31 * MINUTE_MS;
    await publish(31);
    expect(await watchReaders(watched(), nowMs)).toBe(1);
    expect(errors).toHaveLength(2);
  });

  it('is nobody who waits for the next event', async () => {
    await publish(600);
    await readEvents(database.db, 'oversight', 5, async () => {});
    expect(await stalledReaders(database.db, nowMs)).toEqual([]);
  });
});

describe('the cloud function of the jobs', () => {
  const timer = { Type: 'Timer', TriggerName: TRIGGER_NAME, Time: '2026-11-23T04:00:00Z', Message: '' };
  const platform = { environment: JSON.stringify({ SCF_NAMESPACE: 'test' }) };
  const client = { environment: JSON.stringify({ WX_OPENID: 'o-client', SCF_NAMESPACE: 'test' }) };
  const call = (event: unknown, context: unknown = platform) => timerFunction(() => world())(event, context);

  it('runs what is due when its timer calls, by the name that the deployment gives it', async () => {
    expect(await call(timer)).toMatchObject({ ok: true, data: { runs: JOBS.map(({ name }) => ({ job: name })) } });
    const { functions } = JSON.parse(readFileSync('cloudbaserc.json', 'utf8')) as {
      functions: { name: string; triggers?: { name: string; type: string }[] }[];
    };
    expect(functions.find(({ name }) => name === 'jobs')?.triggers).toMatchObject([
      { name: TRIGGER_NAME, type: 'timer' },
    ]);
  });

  it('is closed to clients by the function rule', () => {
    expect(JSON.parse(readFileSync('config/function-rules.json', 'utf8'))).toMatchObject({ jobs: { invoke: false } });
  });

  it("refuses an event without the timer's marks, and anybody who comes with an openid", async () => {
    for (const event of [
      undefined,
      null,
      'Timer',
      {},
      { Type: 'Timer' },
      { ...timer, Type: 'Http' },
      { action: 'run' },
    ])
      expect(await call(event)).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
    expect(await call(timer, client)).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
    expect(await database.db.selectFrom('job_lease').selectAll().execute()).toEqual([]);
  });

  it('says FAULT when its world cannot be made', async () => {
    const main = timerFunction(() => {
      throw new Error('no database');
    });
    expect(await main(timer, platform)).toMatchObject({ ok: false, code: 'FAULT' });
  });
});
