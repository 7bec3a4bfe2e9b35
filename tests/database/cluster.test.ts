import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundleProgram, Child } from '../support/child';
import { startTestCluster } from '../support/cluster';

async function isGone(folder: string): Promise<boolean> {
  const untilMs = performance.now() + 20_000;
  while (existsSync(folder) && performance.now() < untilMs) await sleep(20);
  return !existsSync(folder);
}

describe('the cluster of the tests', () => {
  let program: string;
  beforeAll(async () => {
    program = await bundleProgram('tests/database/cluster-user.ts');
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'leaves nothing behind when the run ends by %s',
    async (signal) => {
      const run = Child.start(program, []);
      const { dir } = await run.says<{ dir: string }>();
      expect(existsSync(path.join(dir, 'postmaster.pid'))).toBe(true);
      await run.kill(signal);
      expect(await isGone(path.dirname(dir))).toBe(true);
    },
  );

  it('is gone once it has been removed', async () => {
    const { server, remove } = await startTestCluster();
    await remove();
    expect(existsSync(path.dirname(server.dir))).toBe(false);
  });
});
