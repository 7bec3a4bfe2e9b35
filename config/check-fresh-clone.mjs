/**
 * What a newcomer does, done: clone, npm ci, npm start, look, Ctrl-C; then SIGKILL, and start again. Nothing may be
 * left behind. As root it is done a second time as an ordinary user (`user` as an argument: only that).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { answers, cloneFresh, processesOf, signalGroup, start, within } from './fresh-clone.mjs';

const url = `http://localhost:${process.env.PORT ?? 8787}`;
const user = 'fresh-clone-trial';
const say = (text) => console.log(`fresh clone: ${text}`);

/** Without what npm told us about ourselves, whose cache and settings are not the newcomer's. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_(?!config_registry$)/i.test(name)),
);

/** How a command is run: as ourselves, or as the ordinary user with a home of its own. */
function runner(folder, ordinary) {
  const home = path.dirname(folder);
  // runuser sets a home that need not exist
  const prefix = ordinary ? ['runuser', '-u', user, '--', 'env', `HOME=${home}`, `USER=${user}`] : [];
  return (...command) => {
    const [program, ...args] = [...prefix, ...command];
    return start(program, args, { cwd: folder, env });
  };
}

async function finished(child, what, ms) {
  const code = await within(ms, child.ended, what);
  if (code !== 0) throw new Error(`${what} ended with ${code}`);
}

async function nothingLeft(folder, when) {
  for (let tries = 0; tries < 50; tries += 1) {
    if (processesOf(folder).length === 0) return say(`nothing left ${when}`);
    await pause(100);
  }
  throw new Error(`left ${when}:\n${processesOf(folder).join('\n')}`);
}

async function look() {
  const page = await (await fetch(`${url}/`)).text();
  if (!page.includes('<div id="app"')) throw new Error('the first page is not the web app');
  const personas = await (await fetch(`${url}/api/session/personas`)).json();
  if (JSON.stringify(personas).length < 100) throw new Error('no personas');
}

async function trial(folder, ordinary) {
  const run = runner(folder, ordinary);
  await finished(run('npm', 'ci', '--no-audit', '--no-fund'), 'npm ci', 600_000);
  let server = run('npm', 'start');
  say(`first start answered after ${await answers(`${url}/readyz`, server, 240_000)} ms`);
  await look();
  signalGroup(server, 'SIGINT');
  await within(15_000, server.ended, 'Ctrl-C');
  await nothingLeft(folder, 'after Ctrl-C');

  server = run('npm', 'start');
  const secondMs = await answers(`${url}/readyz`, server, 60_000);
  say(`second start answered after ${secondMs} ms`);
  await look();
  signalGroup(server, 'SIGKILL');
  await within(15_000, server.ended, 'SIGKILL');

  server = run('npm', 'start');
  say(`start after SIGKILL answered after ${await answers(`${url}/readyz`, server, 60_000)} ms`);
  await look();
  signalGroup(server, 'SIGTERM');
  await within(15_000, server.ended, 'SIGTERM');
  await nothingLeft(folder, 'after SIGTERM');
  if (secondMs > 5_000) throw new Error('the second start took longer than 5 s');
}

async function asOrdinaryUser() {
  say('as an ordinary user');
  spawnSync('useradd', ['--system', '--no-create-home', user]);
  process.once('exit', () => spawnSync('userdel', [user]));
  const folder = cloneFresh();
  execFileSync('chown', ['-R', `${user}:`, path.dirname(folder)]);
  await trial(folder, true);
}

const isRoot = process.getuid() === 0;
if (process.argv[2] !== 'user') {
  say(isRoot ? 'as root' : 'as ourselves');
  await trial(cloneFresh(), false);
}
if (isRoot) await asOrdinaryUser();
say('all well');
process.exit(0);
