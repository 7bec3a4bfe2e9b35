// Runs a TypeScript program of the project: node config/run.mjs FILE [ARGUMENTS]
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry, ...args] = process.argv.slice(2);
if (!entry) throw new Error('name the file to run');
const outfile = path.resolve('.cache/run', `${entry.replaceAll(/[^\w.-]/g, '-')}-${process.pid}.mjs`);
mkdirSync(path.dirname(outfile), { recursive: true });
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  loader: { '.sql': 'text', '.xlsx': 'base64' },
  logLevel: 'warning',
});
process.argv = [process.argv[0], outfile, ...args];
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href);
