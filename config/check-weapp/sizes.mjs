import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, read } from './files.mjs';

const MB = 1024 * 1024;
/** WeChat takes 2 MB for each package; the main one is held to 1.5 MB: it is what everybody downloads first. */
const mainMax = 1.5 * MB;
const subpackageMax = 2 * MB;

function measure(folder) {
  const app = JSON.parse(read(folder, 'app.json'));
  const subpackages = (app.subPackages ?? app.subpackages ?? []).map(({ root }) => root.replace(/\/$/, ''));
  const sizes = new Map(['main', ...subpackages].map((name) => [name, 0]));
  for (const file of listFiles(folder)) {
    if (file.endsWith('.map')) continue;
    const home = subpackages.find((name) => file.startsWith(`${name}/`)) ?? 'main';
    sizes.set(home, sizes.get(home) + statSync(path.join(folder, file)).size);
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes, max: name === 'main' ? mainMax : subpackageMax }));
}

const kB = (bytes) => `${(bytes / 1024).toFixed(0)} kB`;

const heavy = (file, bytes) => (folder) => writeFileSync(path.join(folder, file), Buffer.alloc(bytes, 'a'));

export const sizes = {
  name: 'sizes',
  check(folder) {
    const packages = measure(folder);
    return {
      faults: packages
        .filter(({ bytes, max }) => bytes > max)
        .map(({ name, bytes, max }) => `${name} has ${kB(bytes)}, ${kB(max)} are allowed`),
      said: packages.map(({ name, bytes, max }) => `${name} ${kB(bytes)} of ${kB(max)}`).join(', '),
    };
  },
  plants: [
    { what: 'a main package that is too large', plant: heavy('large.js', mainMax), caught: /^main has/ },
    { what: 'a subpackage that is too large', plant: heavy('staff/large.js', subpackageMax), caught: /^staff has/ },
  ],
};
