/**
 * Builds what cloudbaserc.json deploys, every room and what a timer starts, as a cloud function:
 * dist/cloudfunctions/<room>/index.js with all that it needs, so that the platform installs nothing. `jobs` is a function
 * of its own because timers must be closed to clients: see function-rules.json. Beside the folder, <folder>.json says
 * which files each bundle is made of. Another folder than dist/cloudfunctions may be named, for tests.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { bundled, root } from './esbuild.mjs';

const out = path.resolve(process.argv[2] ?? path.join(root, 'dist/cloudfunctions'));

async function buildRoom(room) {
  const folder = path.join(out, room);
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    ...bundled,
    entryPoints: [`cloudfunctions/${room}/main.ts`],
    outfile: path.join(folder, 'index.js'),
    minify: true,
    keepNames: true,
    metafile: true,
  });
  const manifest = { name: room, version: '0.1.0', private: true, main: 'index.js' };
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  // WeChat's open interfaces that the function may call stand in its config.json
  const permissions = path.join(root, 'cloudfunctions', room, 'config.json');
  if (existsSync(permissions)) copyFileSync(permissions, path.join(folder, 'config.json'));
  return { room, bytes: statSync(path.join(folder, 'index.js')).size, inputs: carried(metafile) };
}

/** The files of which anything came into the bundle. */
function carried({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
}

rmSync(out, { recursive: true, force: true });
const { functions } = JSON.parse(readFileSync(path.join(root, 'cloudbaserc.json'), 'utf8'));
const built = await Promise.all(functions.map(({ name }) => buildRoom(name)));
writeFileSync(`${out}.json`, JSON.stringify(Object.fromEntries(built.map(({ room, inputs }) => [room, inputs]))));
for (const { room, bytes } of built) console.log(`function ${room.padEnd(14)} ${Math.round(bytes / 1024)} kB`);
