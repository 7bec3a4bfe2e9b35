/**
 * The sizes of the mini-program's packages. WeChat takes 2 MB for each; the main one is held to 1.5 MB, so that what
 * everybody downloads first stays small and has room to grow.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './esbuild.mjs';

const MB = 1024 * 1024;
const mainMax = 1.5 * MB;
const subpackageMax = 2 * MB;
const folder = path.join(root, 'dist/weapp');

if (!existsSync(path.join(folder, 'app.json'))) {
  console.error('size: dist/weapp is not built (npm run build:weapp)');
  process.exit(1);
}
const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8'));
const subpackages = (app.subPackages ?? app.subpackages ?? []).map(({ root: name }) => name.replace(/\/$/, ''));
const sizes = new Map([['main', 0], ...subpackages.map((name) => [name, 0])]);

for (const file of readdirSync(folder, { recursive: true })) {
  const stat = statSync(path.join(folder, file));
  if (!stat.isFile() || file.endsWith('.map')) continue;
  const home = subpackages.find((name) => file.split(path.sep).join('/').startsWith(`${name}/`)) ?? 'main';
  sizes.set(home, sizes.get(home) + stat.size);
}

let tooLarge = 0;
for (const [name, bytes] of sizes) {
  const max = name === 'main' ? mainMax : subpackageMax;
  const over = bytes > max;
  if (over) tooLarge += 1;
  console.log(
    `size: ${name.padEnd(12)} ${(bytes / 1024).toFixed(0).padStart(6)} kB of ${max / 1024} kB${over ? '  TOO LARGE' : ''}`,
  );
}
process.exitCode = tooLarge > 0 ? 1 : 0;
