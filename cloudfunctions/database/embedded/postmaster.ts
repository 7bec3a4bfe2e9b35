import { createHash } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './cluster';
import { spawnServer } from './programs';

/** What a running server writes about itself into its data folder. */
export interface Postmaster {
  readonly pid: number;
  /** Missing in the first moments of a start. */
  readonly socketDir: string | undefined;
  /** What it said last; a dead one still says so. */
  readonly isReady: boolean;
  readonly text: string;
}

export interface Launch {
  /** Why it ended at once; undefined while it runs, and when another program's start came first. */
  failure(): string | undefined;
  isRunning(): boolean;
}

/** Names the socket; nothing listens on the network. */
export const SOCKET_PORT = 5432;
const STOP_LIMIT_MS = 60_000;

export function readPostmaster(dir: string): Postmaster | undefined {
  try {
    const text = readFileSync(path.join(dir, 'postmaster.pid'), 'utf8');
    const lines = text.split('\n');
    const [pid = '', socketDir, status] = [lines[0], lines[4]?.trim(), lines[7]?.trim()];
    return { pid: Number.parseInt(pid, 10), socketDir: socketDir || undefined, isReady: status === 'ready', text };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Whether any process of a server works in the folder. Its pid alone would lie: it may be a zombie's, or, after a
 * container's restart, anybody's. Every PostgreSQL process has its data folder as its working directory.
 */
export function isServed(dir: string, postmaster: Postmaster): boolean {
  if (process.platform !== 'linux') return isAlive(postmaster.pid);
  const itself = worksIn(dir, postmaster.pid);
  if (itself === undefined) return isAlive(postmaster.pid);
  return itself || readdirSync('/proc').some((name) => worksIn(dir, Number(name)));
}

/**
 * Ends the server as `pg_ctl stop -m fast` does, with whatever its clients have begun. Not by pg_ctl, because that waits
 * for the lock file to go, and another program may start the next server before it looks.
 */
export async function stopServer(dir: string, postmaster: Postmaster): Promise<void> {
  process.kill(postmaster.pid, 'SIGINT');
  const giveUpAtMs = performance.now() + STOP_LIMIT_MS;
  while (performance.now() < giveUpAtMs) {
    const isThere = process.platform === 'linux' ? worksIn(dir, postmaster.pid) : undefined;
    if (readPostmaster(dir)?.text !== postmaster.text && !(isThere ?? isAlive(postmaster.pid))) return;
    await sleep(10);
  }
  throw new Error(`The embedded PostgreSQL in ${dir} (process ${postmaster.pid}) does not stop.`);
}

/** Undefined when it may not be known. */
function worksIn(dir: string, pid: number): boolean | undefined {
  try {
    return pid > 0 && readlinkSync(`/proc/${pid}/cwd`) === dir;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EACCES' ? undefined : false;
  }
}

/** PostgreSQL does this itself, except where the dead server's pid is now a zombie's or somebody else's. */
export function removeStaleLock(dir: string, stale: Postmaster): void {
  if (process.platform !== 'linux' || readPostmaster(dir)?.text !== stale.text) return;
  rmSync(path.join(dir, 'postmaster.pid'), { force: true });
  if (stale.socketDir) rmSync(path.join(stale.socketDir, `.s.PGSQL.${SOCKET_PORT}.lock`), { force: true });
}

export function launch(dir: string, settings: Readonly<Record<string, string>>): Launch {
  const logFile = path.join(dir, 'server.log');
  const logFd = openSync(logFile, 'a', 0o600);
  const logStart = statSync(logFile).size;
  const all = {
    listen_addresses: '',
    unix_socket_directories: socketFolder(dir),
    unix_socket_permissions: '0700',
    // in the folder: /dev/shm is narrow in containers, and a killed server would leave its part of it behind
    dynamic_shared_memory_type: 'mmap',
    ...settings,
  };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawnServer(['-D', dir, '-p', String(SOCKET_PORT), ...args], dir, logFd);
  closeSync(logFd);
  let spawnError: Error | undefined;
  child.on('error', (error) => {
    spawnError = error;
  });
  child.unref();
  const isRunning = () => !spawnError && child.exitCode === null && child.signalCode === null;
  // an orderly end is no failure: another program was quicker to use the server, and to stop it
  const isFine = () => isRunning() || child.exitCode === 0;
  return { isRunning, failure: () => (isFine() ? undefined : (spawnError?.message ?? whyEnded(logFile, logStart))) };
}

function whyEnded(logFile: string, from: number): string | undefined {
  const said = readFileSync(logFile).subarray(from).toString().trim();
  return /lock file|pre-existing shared memory/.test(said)
    ? undefined
    : said.split('\n').slice(-5).join('\n') || 'it ended without a word';
}

/** A socket's path holds 103 bytes on the narrowest system; a longer folder's socket goes to a private one of the same name. */
function socketFolder(dir: string): string {
  if (Buffer.byteLength(path.join(dir, `.s.PGSQL.${SOCKET_PORT}`)) <= 103 && !/[,"]/.test(dir)) return dir;
  const name = `behaviour-bank-${createHash('sha256').update(dir).digest('hex').slice(0, 16)}`;
  const folder = path.join(tmpdir(), name);
  const { uid, gid } = statSync(dir);
  if (!existsSync(folder)) {
    mkdirSync(folder, { mode: 0o700 });
    if (process.getuid?.() === 0) chownSync(folder, uid, gid);
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0)
    throw new Error(`${folder} is not private to this user: remove it, or name a shorter database folder by DATA_DIR.`);
  return folder;
}
