import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedServer, startEmbedded } from '../../cloudfunctions/database/embedded/server';

const SHARED_MEMORY = '/dev/shm';
const LEAST_FREE_BYTES = 512 * 1024 * 1024;

export interface TestCluster {
  readonly server: EmbeddedServer;
  /** Removes every trace, and answers when there is none. */
  remove(): Promise<void>;
}

/** A server of the tests' own. Nothing of it outlives this process, however that ends. */
export async function startTestCluster(
  settings: Record<string, string> = {},
  parent = roomiest(),
): Promise<TestCluster> {
  const dir = mkdtempSync(path.join(parent, 'behaviour-bank-test-'));
  const watchdog = watchOver(dir);
  const server = await startEmbedded({ dir: path.join(dir, 'postgres'), settings });
  return {
    server,
    remove: async () => {
      await server.stop();
      watchdog.ref();
      watchdog.stdin?.end();
      if (watchdog.exitCode === null) await once(watchdog, 'exit');
    },
  };
}

/** Shared memory where there is enough of it: a cluster is made there in a third of the time. */
export function roomiest(): string {
  if (!existsSync(SHARED_MEMORY)) return tmpdir();
  const { bavail, bsize } = statfsSync(SHARED_MEMORY);
  return bavail * bsize > LEAST_FREE_BYTES ? SHARED_MEMORY : tmpdir();
}

/** Its input closes when this process ends, even by SIGKILL; then it stops the server and removes the folder. */
function watchOver(dir: string): ChildProcess {
  const script = `trap '' INT TERM HUP; cat >/dev/null
    lock="$0/postgres/postmaster.pid"; pid=$(head -n1 "$lock" 2>/dev/null) && kill -QUIT "$pid" 2>/dev/null
    for i in $(seq 100); do [ -e "$lock" ] || break; sleep .05; done; rm -rf "$0"`;
  const watchdog = spawn('sh', ['-c', script, dir], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  watchdog.unref();
  (watchdog.stdin as unknown as { unref(): void }).unref();
  return watchdog;
}
