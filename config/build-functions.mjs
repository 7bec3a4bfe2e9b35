/**
 * Builds what cloudbaserc.json deploys, every room and what a timer starts, as a cloud function:
 * dist/cloudfunctions/<room>/index.js with all that it needs, so that the platform installs nothing; what is asked for by
 * `import()` stands beside it in a file of its own and is loaded when it is first needed. `jobs` is a function
 * of its own because timers must be closed to clients: see function-rules.json. Beside the folder, <folder>.json says
 * which files each bundle is made of. Another folder than dist/cloudfunctions may be named, for tests.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundled, root } from './esbuild.mjs';

const out = path.resolve(process.argv[2] ?? path.join(root, 'dist/cloudfunctions'));

const readJson = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const { functions } = readJson('cloudbaserc.json');

/** What WeChat's developer tools read beside a function: the open interfaces that the room may call, and its timers. */
function settingsOf({ name, triggers }) {
  const own = `cloudfunctions/${name}/config.json`;
  const interfaces = existsSync(path.join(root, own)) ? readJson(own) : undefined;
  if (!interfaces && !triggers) return undefined;
  return { permissions: { openapi: [] }, ...interfaces, ...(triggers && { triggers }) };
}

/** What our own code asks for by `import()` is left out of a bundle, and `found` says what that was. */
const apart = (found) => ({
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ kind, path: asked, resolveDir }) => {
      if (kind !== 'dynamic-import' || resolveDir.includes('node_modules')) return undefined;
      found.set(path.basename(asked), path.resolve(resolveDir, asked));
      return { path: `./${path.basename(asked)}.js`, external: true };
    });
  },
});

/** One file of a function, and those that it loads later; each with all that it needs. */
async function bundle(entry, folder, name) {
  const later = new Map();
  const { metafile } = await build({
    ...bundled,
    entryPoints: [entry],
    outfile: path.join(folder, `${name}.js`),
    minify: true,
    charset: 'utf8',
    metafile: true,
    plugins: [apart(later)],
    supported: { 'dynamic-import': false }, // `require` at the place: whatever loads index.js can load that
  });
  const files = await Promise.all([...later].map(([own, file]) => bundle(file, folder, own)));
  return [...carried(metafile), ...files.flat()];
}

async function buildFunction(one) {
  const room = one.name;
  const folder = path.join(out, room);
  mkdirSync(folder, { recursive: true });
  const inputs = await bundle(`cloudfunctions/${room}/main.ts`, folder, 'index');
  const manifest = { name: room, version: '0.1.0', private: true, main: 'index.js' };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const settings = settingsOf(one);
  if (settings) writeFileSync(path.join(folder, 'config.json'), `${JSON.stringify(settings, null, 2)}\n`);
  return { room, bytes: statSync(path.join(folder, 'index.js')).size, inputs };
}

/** The files of which anything came into the bundle. */
function carried({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
}

rmSync(out, { recursive: true, force: true });
const built = await Promise.all(functions.map(buildFunction));
writeFileSync(`${out}.json`, JSON.stringify(Object.fromEntries(built.map(({ room, inputs }) => [room, inputs]))));
for (const { room, bytes } of built) console.log(`function ${room.padEnd(14)} ${Math.round(bytes / 1024)} kB`);
