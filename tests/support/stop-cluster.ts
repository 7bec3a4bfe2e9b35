import { dropDatabase } from './start-cluster';

/** After all tests. On a server that was given, only what the tests made is removed. */
export default async function stopCluster(): Promise<void> {
  const tests = globalThis.behaviourBankTests;
  if (!tests) return;
  globalThis.behaviourBankTests = undefined;
  if (tests.cluster) await tests.cluster.remove();
  else await dropDatabase(tests.serverUrl, tests.template);
}
