import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, leave, type Ready, useFolder } from './scene';

const here = useFolder();

describe('one program', () => {
  it('gets a server that only its own user reaches, and leaves nothing running', async () => {
    const child = here.start();
    const { url } = await child.says<Ready>();
    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(await ask(url, `select datcollate, datlocprovider from pg_database where datname = 'postgres'`)).toEqual([
      { datcollate: 'C.UTF-8', datlocprovider: 'b' },
    ]);
    expect(await leave(child)).toBe('stopped');
    expect(here.servers()).toEqual([]);
    expect(readdirSync(here.parent)).toEqual(['postgres']);
    expect(readdirSync(here.dir).filter((name) => /postmaster\.pid|\.s\.PGSQL/.test(name))).toEqual([]);
  });

  it('finds its data again', async () => {
    const first = here.start();
    await ask((await first.says<Ready>()).url, 'create table kept as select 7 as n');
    await leave(first);
    const { url } = await here.start().says<Ready>();
    expect(await ask(url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('has its server started again when that dies', async () => {
    const { url, startedAt } = await here.start().says<Ready>();
    process.kill(here.postmasterPid(), 'SIGKILL');
    const serving = () => ask(url, 'select pg_postmaster_start_time()::text as at').catch(() => [{ at: startedAt }]);
    const untilMs = performance.now() + 20_000;
    while (performance.now() < untilMs && JSON.stringify(await serving()).includes(startedAt)) await sleep(20);
    expect(await serving()).not.toEqual([{ at: startedAt }]);
  });

  it('may live in a folder whose name is too long for a socket', async () => {
    here.dir = path.join(here.parent, '很长的文件夹'.repeat(6), 'postgres');
    const child = here.start();
    const { url } = await child.says<Ready>();
    const host = new URL(url).searchParams.get('host') ?? '';
    expect(host.startsWith(tmpdir())).toBe(true);
    expect(await leave(child)).toBe('stopped');
    expect(existsSync(host)).toBe(false);
  });
});

describe('several programs on one folder', () => {
  it('share the server, and the last one to leave stops it', async () => {
    const first = here.start();
    const { startedAt } = await first.says<Ready>();
    const beganAtMs = performance.now();
    const second = here.start();
    const shared = await second.says<Ready>();
    expect(performance.now() - beganAtMs).toBeLessThan(5_000);
    expect(shared.startedAt).toBe(startedAt);
    expect(await leave(first)).toBe('shared');
    expect(await ask(shared.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(await leave(second)).toBe('stopped');
    expect(here.servers()).toEqual([]);
  });

  it('may all start at once on nothing', async () => {
    const all = [here.start(), here.start(), here.start(), here.start()];
    const ready = await Promise.all(all.map((child) => child.says<Ready>()));
    expect(new Set(ready.map((each) => each.startedAt)).size).toBe(1);
    expect(readdirSync(here.parent)).toEqual(['postgres']);
    const said = await Promise.all(all.map(leave));
    expect(said.sort()).toEqual(['shared', 'shared', 'shared', 'stopped']);
    expect(here.servers()).toEqual([]);
  });

  it('start a new server when they come while the last one leaves', async () => {
    for (let round = 0; round < 3; round++) {
      const leaving = here.start();
      await leaving.says<Ready>();
      const [, { url }] = await Promise.all([leave(leaving), here.start().says<Ready>()]);
      expect(await ask(url, 'select 1 as n')).toEqual([{ n: 1 }]);
      await Promise.all(here.children.splice(0).map((child) => child.kill('SIGTERM')));
    }
  });
});

describe('after a violent end', () => {
  it('of the program, the next one takes over its server and stops it', async () => {
    const killed = here.start();
    const { url, startedAt } = await killed.says<Ready>();
    await ask(url, 'create table kept as select 7 as n');
    await killed.kill('SIGKILL');
    expect(here.servers()).not.toEqual([]);
    const next = here.start();
    const ready = await next.says<Ready>();
    expect(ready.startedAt).toBe(startedAt);
    expect(await ask(ready.url, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(await leave(next)).toBe('stopped');
    expect(here.servers()).toEqual([]);
  });

  it('of program and server, the next one recovers what was committed', async () => {
    const killed = here.start();
    await ask((await killed.says<Ready>()).url, 'create table kept as select 7 as n');
    const pid = here.postmasterPid();
    await killed.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    const { url } = await here.start().says<Ready>();
    expect(await ask(url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('of a whole container, the next one is not held up by a number that is now another process', async () => {
    const killed = here.start();
    await killed.says<Ready>();
    const pid = here.postmasterPid();
    await killed.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await here.nobodyServes();
    const lock = path.join(here.dir, 'postmaster.pid');
    writeFileSync(lock, readFileSync(lock, 'utf8').replace(String(pid), String(process.pid)));
    expect(await here.start().says<Ready>()).toMatchObject({ url: expect.stringContaining('postgresql://') });
  });

  it('while a folder was being made, the draft is removed by the next one', async () => {
    mkdirSync(`${here.dir}.init-4194303-abcdef`, { recursive: true });
    await here.start().says<Ready>();
    expect(readdirSync(here.parent)).toEqual(['postgres']);
  });
});
