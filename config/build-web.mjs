/**
 * Builds the pages for the browser, dist/h5, and only when what they are made of has changed: a hash of it is kept
 * beside them.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './esbuild.mjs';
import { buildFace } from './taro.mjs';

const inputs = ['src', 'config', 'babel.config.js', 'tsconfig.json', 'package-lock.json'];
const mark = path.join(root, 'dist/h5/.inputs');

function filesBelow(name) {
  const full = path.join(root, name);
  if (!statSync(full).isDirectory()) return [name];
  const below = readdirSync(full, { recursive: true }).map((file) => path.join(name, file));
  // of config only what Taro itself loads: the scripts there do not change the pages
  const wanted = name === 'config' ? below.filter((file) => /\.(ts|js)$/.test(file)) : below;
  return wanted.filter((file) => statSync(path.join(root, file)).isFile()).sort();
}

function hashOfInputs() {
  const settings = Object.entries(process.env).filter(([name]) => name.startsWith('TARO_APP_'));
  const hash = createHash('sha256').update(JSON.stringify(settings.sort()));
  for (const file of inputs.filter((name) => existsSync(path.join(root, name))).flatMap(filesBelow)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

export function webIsCurrent() {
  return existsSync(mark) && readFileSync(mark, 'utf8') === hashOfInputs();
}

/** Builds dist/h5 and marks it with what it was made of. */
export async function buildWeb() {
  const before = hashOfInputs();
  rmSync(mark, { force: true });
  await buildFace('h5');
  writeFileSync(mark, before);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (webIsCurrent()) console.log('dist/h5 is current');
  else await buildWeb();
}
