import { dropDatabase } from './start-cluster';

/** After all tests. On a server that was given, only what the tests made is removed. */
export default async function stopClusters(): Promise<void> {
  const tests = globalThis.behaviourBankTests;
  if (!tests) return;
  globalThis.behaviourBankTests = undefined;
  const { clusters, serverUrls, template } = tests;
  await Promise.all(clusters.map((cluster) => cluster.remove()));
  if (clusters.length === 0) await Promise.all(serverUrls.map((url) => dropDatabase(url, template)));
}
