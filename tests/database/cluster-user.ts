// A run of tests as far as its cluster is concerned: has one until it is ended, in whatever way.
import { startTestCluster } from '../support/cluster';

async function run(): Promise<void> {
  const { server } = await startTestCluster();
  setInterval(() => {}, 1_000);
  process.stdout.write(`${JSON.stringify({ dir: server.dir })}\n`);
}

run();
