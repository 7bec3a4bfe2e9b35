import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { giveToServer, runProgram } from './programs';

const MAJOR_VERSION = '18';

/**
 * Makes the folder a database cluster if it is none yet, and answers with its real path. Any number of processes may
 * call it at once: each makes its own draft beside the folder, one rename wins, the others throw theirs away.
 */
export async function ensureCluster(wanted: string): Promise<string> {
  const dir = path.resolve(wanted);
  try {
    if (!isCluster(dir)) await makeCluster(dir);
    refuseForeign(dir);
    return realpathSync(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('E')) throw unusable(dir, (error as Error).message, error);
    throw error;
  }
}

export function isCluster(dir: string): boolean {
  return existsSync(path.join(dir, 'PG_VERSION'));
}

async function makeCluster(dir: string): Promise<void> {
  if (existsSync(dir) && readdirSync(dir).length > 0) throw unusable(dir, 'it holds something else than a database');
  mkdirSync(path.dirname(dir), { recursive: true });
  removeDeadDrafts(dir);
  const draft = `${dir}.init-${process.pid}-${randomBytes(3).toString('hex')}`;
  try {
    mkdirSync(draft, { mode: 0o700 });
    giveToServer(draft);
    const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
    await runProgram(
      'initdb',
      ['-D', draft, '--username=postgres', '--auth=trust', '--no-instructions', ...locale],
      draft,
    );
    renameSync(draft, dir);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!isCluster(dir)) throw error;
  }
}

function refuseForeign(dir: string): void {
  const owner = statSync(dir).uid;
  const self = process.getuid?.();
  if (self && owner !== self) throw unusable(dir, `it belongs to user ${owner}, and this is user ${self}`);
  const version = readFileSync(path.join(dir, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR_VERSION)
    throw unusable(dir, `its database is of PostgreSQL ${version}, and this is ${MAJOR_VERSION}`);
}

/** Left by a process that was killed while it made one. */
function removeDeadDrafts(dir: string): void {
  const start = `${path.basename(dir)}.init-`;
  for (const name of readdirSync(path.dirname(dir))) {
    const pid = name.startsWith(start) ? Number.parseInt(name.slice(start.length), 10) : Number.NaN;
    if (pid > 0 && !isAlive(pid)) rmSync(path.join(path.dirname(dir), name), { recursive: true, force: true });
  }
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function unusable(dir: string, why: string, cause?: unknown): Error {
  const wayOut = 'Name another by DATA_DIR, or set DATABASE_URL to a PostgreSQL server.';
  return new Error(`The database folder ${dir} cannot be used: ${why}. ${wayOut}`, { cause });
}
