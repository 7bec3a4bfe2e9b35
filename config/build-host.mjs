/**
 * Builds the host, all rooms over HTTP, as one file, dist/host/main.cjs, and only when the rooms have changed.
 * `node config/build-host.mjs FILE` builds it there instead, whatever stands in dist/host.
 */
import { pathToFileURL } from 'node:url';
import { bundled } from './esbuild.mjs';
import { buildWhenChanged } from './inputs.mjs';

export const hostOptions = {
  ...bundled,
  entryPoints: ['cloudfunctions/host/main.ts'],
  outfile: 'dist/host/main.cjs',
  sourcemap: true,
};

export function buildHost() {
  return buildWhenChanged({
    mark: 'dist/host/.inputs',
    names: ['cloudfunctions', 'config/esbuild.mjs', 'config/build-host.mjs', 'package-lock.json'],
    build: async () => {
      const { build } = await import('esbuild');
      await build(hostOptions);
    },
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , outfile] = process.argv;
  if (outfile) await (await import('esbuild')).build({ ...hostOptions, outfile });
  else await buildHost();
}
