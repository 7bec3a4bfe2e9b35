/** Builds the host, all rooms over HTTP, as one file: dist/host/main.cjs, or the file that is named. */
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundled } from './esbuild.mjs';

export const hostOptions = {
  ...bundled,
  entryPoints: ['cloudfunctions/host/main.ts'],
  outfile: 'dist/host/main.cjs',
  sourcemap: true,
  // asked for only where a cloud function serves
  external: [...bundled.external, '@cloudbase/node-sdk'],
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [outfile = hostOptions.outfile] = process.argv.slice(2);
  await build({ ...hostOptions, outfile });
}
