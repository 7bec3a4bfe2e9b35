import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { freePort } from '../support/free-port';

const folder = mkdtempSync(path.join(tmpdir(), 'host-start-'));
// below the project, so that the bundle finds what is not bundled: PostgreSQL's programs
const bundle = path.join(__dirname, `../../dist/trial-host-${process.pid}/host/main.cjs`);
const children = new Set<ChildProcess>();
beforeAll(() => {
  execFileSync(process.execPath, ['config/build-host.mjs', bundle], { cwd: path.join(__dirname, '../..') });
});
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const home of homes) stopServerIn(home);
  for (const made of [folder, path.join(bundle, '../..')])
    rmSync(made, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const homes: string[] = [];
function newHome(): string {
  const home = mkdtempSync(path.join(folder, 'data-'));
  homes.push(home);
  return home;
}

function postmasterOf(home: string): number | null {
  try {
    return Number(readFileSync(path.join(home, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}
/** Only what a killed host left in a folder of this test's own. */
function stopServerIn(home: string): void {
  const pid = postmasterOf(home);
  if (pid && readdirSync('/proc').includes(String(pid))) process.kill(pid, 'SIGQUIT');
}

interface Started {
  readonly child: ChildProcess;
  said(): string;
  /** Resolves with the exit code or signal. */
  readonly ended: Promise<number | NodeJS.Signals>;
}
function start(env: NodeJS.ProcessEnv, { detached = false, cwd = process.cwd() } = {}): Started {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(DATABASE_|PG|TEST_|NODE_ENV)/.test(name)),
  );
  const child = spawn(process.execPath, [bundle], {
    env: { ...inherited, DEMO: '0', ...env },
    stdio: 'pipe',
    detached,
    cwd,
  });
  children.add(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (text += data));
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.on('exit', (code, signal) => {
      children.delete(child);
      resolve(signal ?? code ?? -1);
    });
  });
  return { child, said: () => text, ended };
}

async function ready(port: number, started: Started): Promise<void> {
  const isOver = { value: false };
  void started.ended.then(() => {
    isOver.value = true;
  });
  for (let i = 0; i < 600; i++) {
    if (isOver.value) throw new Error(`it ended: ${started.said()}`);
    const answer = await fetch(`http://localhost:${port}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it never became ready: ${started.said()}`);
}

it('starts in an empty folder, says where and how to stop, and leaves nothing running behind', async () => {
  const [port, home] = [await freePort(), newHome()];
  const host = start({ PORT: String(port), DATA_DIR: home });
  await ready(port, host);
  expect(host.said()).toContain(`行为银行已经启动：http://localhost:${port}`);
  expect(host.said()).toContain(`Behaviour Bank is served at http://localhost:${port}`);
  expect(host.said()).toContain('Ctrl-C');
  expect(host.said()).toContain('No demo was filled in: DEMO=1');
  expect(statSync(path.join(home, 'secret')).mode & 0o777).toBe(0o600);
  const pid = postmasterOf(home);
  expect(pid).toBeGreaterThan(0);
  host.child.kill('SIGINT');
  expect(await host.ended).toBe(0);
  expect(postmasterOf(home)).toBeNull();
  await expect(fetch(`http://localhost:${port}/healthz`)).rejects.toThrow();
});

it('says at a second start on the same folder that it is running already, within five seconds', async () => {
  const [port, home] = [await freePort(), newHome()];
  const first = start({ PORT: String(port), DATA_DIR: home });
  await ready(port, first);
  const beganMs = performance.now();
  const second = start({ PORT: String(port), DATA_DIR: home });
  expect(await second.ended).toBe(0);
  expect(performance.now() - beganMs).toBeLessThan(5_000);
  expect(second.said()).toMatch(/已经在运行.*running already/s);
  expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});

it('has failed in production when it is running already', async () => {
  const secret = {
    BEHAVIOUR_BANK_SECRET: 'ab'.repeat(32),
    BEHAVIOUR_BANK_ORIGIN: 'https://bank.test',
    HOST: 'localhost',
  };
  const env = { ...secret, NODE_ENV: 'production', PORT: String(await freePort()), DATA_DIR: newHome() };
  const first = start(env);
  await ready(Number(env.PORT), first);
  const second = start(env);
  expect(await second.ended).toBe(1);
  expect(second.said()).toMatch(/running already/);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
});

it('finds the pages beside its bundle, from whatever folder it is started', async () => {
  const pages = path.join(bundle, '../../h5');
  mkdirSync(pages);
  writeFileSync(path.join(pages, 'index.html'), '<title>pages</title>');
  const env = { PORT: String(await freePort()), DATA_DIR: newHome() };
  const host = start(env, { cwd: '/' });
  await ready(Number(env.PORT), host);
  expect(await (await fetch(`http://localhost:${env.PORT}/`)).text()).toContain('pages');
  rmSync(pages, { recursive: true });
  host.child.kill('SIGTERM');
  expect(await host.ended).toBe(0);
});

it('names a way out when another program holds the port', async () => {
  const other = createServer((_request, response) => response.end('hello')).listen(0);
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const host = start({ PORT: String(port), DATA_DIR: newHome() });
  expect(await host.ended).toBe(1);
  expect(host.said()).toContain(`端口 ${port} 已被占用`);
  expect(host.said()).toContain(`PORT=${port + 1} npm start`);
  other.close();
});

it('starts again after it was killed, on the same data', async () => {
  const [port, home] = [await freePort(), newHome()];
  const killed = start({ PORT: String(port), DATA_DIR: home });
  await ready(port, killed);
  const secret = readFileSync(path.join(home, 'secret'), 'utf8');
  killed.child.kill('SIGKILL');
  expect(await killed.ended).toBe('SIGKILL');
  const again = start({ PORT: String(port), DATA_DIR: home });
  await ready(port, again);
  expect(readFileSync(path.join(home, 'secret'), 'utf8')).toBe(secret);
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
  expect(postmasterOf(home)).toBeNull();
});

/** As a terminal sends it: to the host and to every program that it has started. */
const pressCtrlC = ({ child }: Started) => process.kill(-(child.pid as number), 'SIGINT');

async function until(what: () => boolean | Promise<boolean>, host: Started): Promise<void> {
  for (let i = 0; i < 1_500; i++) {
    if (await what()) return;
    if (host.child.exitCode !== null) throw new Error(`it ended: ${host.said()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`it never came to it: ${host.said()}`);
}

it('stops in the middle of making the database, without a word of SQL', async () => {
  const home = newHome();
  const host = start({ PORT: String(await freePort()), DATA_DIR: home }, { detached: true });
  await until(() => readdirSync(home).some((name) => name.startsWith('postgres.init-')), host);
  await new Promise((resolve) => setTimeout(resolve, 200)); // initdb is at work
  pressCtrlC(host);
  expect(await host.ended).toBe(0);
  expect(host.said().trim().split('\n')).toEqual([
    '正在停止……  Stopping …',
    '还没有启动完，已经停下。',
    '  Stopped before it was up.',
  ]);
  expect(readdirSync(home).filter((name) => name.includes('init-'))).toEqual([]);
  expect(postmasterOf(home)).toBeNull();
});

it('stops soon in the middle of filling the demo, and never says that it is served', async () => {
  const home = newHome();
  const host = start({ PORT: String(await freePort()), DATA_DIR: home, DEMO: '1' }, { detached: true });
  const socket = encodeURIComponent(path.join(home, 'postgres'));
  await until(() => hasAwards(`postgresql://postgres@localhost:5432/behaviour_bank?host=${socket}`), host);
  pressCtrlC(host);
  const pressedMs = performance.now();
  expect(await host.ended).toBe(0);
  expect(performance.now() - pressedMs).toBeLessThan(3_000);
  expect(host.said()).toMatch(/Stopping ….*Stopped before it was up/s);
  expect(host.said()).not.toMatch(/served|FAULT|\n\s+at /);
  expect(postmasterOf(home)).toBeNull();
});

async function hasAwards(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query('select from award limit 1')).rowCount === 1;
  } catch {
    return false; // not there yet
  } finally {
    await client.end().catch(() => {});
  }
}

it('takes npm’s echo of a signal for the same one, and ends at once at a second one', async () => {
  const [port, home] = [await freePort(), newHome()];
  const host = start({ PORT: String(port), DATA_DIR: home });
  await ready(port, host);
  const server = postmasterOf(home) as number;
  process.kill(server, 'SIGSTOP'); // so that stopping in good order takes as long as we like
  try {
    host.child.kill('SIGINT');
    host.child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(host.child.exitCode).toBeNull();
    host.child.kill('SIGINT');
    expect(await host.ended).toBe(130);
  } finally {
    process.kill(server, 'SIGCONT');
  }
});

it.each([
  [{ NODE_ENV: 'production' }, 'BEHAVIOUR_BANK_ORIGIN is not set'],
  [{ NODE_ENV: 'production', BEHAVIOUR_BANK_ORIGIN: 'foo' }, 'BEHAVIOUR_BANK_ORIGIN=foo is not an address'],
  [{ NODE_ENV: 'production', BEHAVIOUR_BANK_ORIGIN: 'https://bank.test' }, 'BEHAVIOUR_BANK_SECRET is not set'],
  [{ BEHAVIOUR_BANK_SECRET: 'short' }, '32 bytes'],
  [{ DATABASE_URL: 'postgresql://bank:a#b@db.example/bank' }, 'DATABASE_URL is not an address'],
  [{ PORT: 'many' }, 'PORT=many is not a whole number'],
  [{ RATE_LIMIT_FACTOR: '-1' }, 'RATE_LIMIT_FACTOR=-1 is not a number'],
])('says in one line what is wrong with %j', async (env, words) => {
  const host = start({ PORT: String(await freePort()), DATA_DIR: newHome(), ...env });
  expect(await host.ended).toBe(1);
  expect(host.said()).toContain(words);
  expect(host.said()).not.toMatch(/\n\s+at /);
});
