import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { bundleProgram, Child } from '../../support/child';
import { roomiest } from '../../support/cluster';

/** What the program says once it can be asked. */
export interface Ready {
  url: string;
  startedAt: string;
}

export const PROGRAM = 'tests/database/embedded/user.ts';

/** A folder of each test's own, the programs that use it, and the servers that work in it. */
class Folder {
  parent = '';
  dir = '';
  program = '';
  readonly children: Child[] = [];

  make(): void {
    this.parent = mkdtempSync(path.join(roomiest(), 'embedded-'));
    this.dir = path.join(this.parent, 'postgres');
  }

  start(options: Parameters<typeof Child.start>[2] = {}): Child {
    const child = Child.start(this.program, [this.dir], options);
    this.children.push(child);
    return child;
  }

  /** Processes that work below the test's folder. */
  servers(): number[] {
    const pids = readdirSync('/proc').map(Number);
    return pids.filter((pid) => pid > 0 && cwdOf(pid).startsWith(this.parent));
  }

  postmasterPid(): number {
    return Number(readFileSync(path.join(this.dir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  async nobodyServes(): Promise<void> {
    const untilMs = performance.now() + 10_000;
    while (performance.now() < untilMs && this.servers().length > 0) await sleep(10);
  }

  async remove(): Promise<void> {
    await Promise.all(this.children.splice(0).map((child) => child.kill('SIGKILL')));
    for (const pid of this.servers()) killIfThere(pid);
    await this.nobodyServes();
    rmSync(this.parent, { recursive: true, force: true });
  }
}

export function useFolder(): Folder {
  const folder = new Folder();
  beforeAll(async () => {
    folder.program = await bundleProgram(PROGRAM);
  });
  beforeEach(() => folder.make());
  afterEach(() => folder.remove());
  return folder;
}

export async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const asked = client.query(sql);
  return asked.then((result) => result.rows).finally(() => client.end());
}

/** Ends a program as a terminal would, and answers with what its stop came to. */
export async function leave(child: Child): Promise<unknown> {
  const [said] = await Promise.all([child.says(), child.kill('SIGTERM')]);
  return said;
}

function cwdOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGQUIT'); // so that it takes its shared memory along
  } catch {
    // its own parent was quicker
  }
}
