/**
 * Builds the pages for the browser, dist/h5, and only when what they are made of has changed: a hash of it is kept
 * beside them. The build ends with the process that asked for it, however that one ends.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './esbuild.mjs';

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

/**
 * Ends the child when the parent's end of its input closes, which happens even when the parent is killed.
 * The workers that the build starts inherit this and have no such input: they end with the child.
 */
const endWithParent = `import { isMainThread } from 'node:worker_threads';
if (isMainThread && process.argv[1]?.endsWith('taro'))
  process.stdin.on('end', () => process.exit(1)).on('error', () => {}).resume().unref();`;

/** Starts Taro's own command in a child of its own. */
export function spawnTaro(args, { stdio, mode }) {
  const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  return spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(endWithParent)}`, cli, ...args],
    {
      cwd: root,
      stdio: ['pipe', stdio, stdio],
      env: { ...process.env, NODE_ENV: mode },
    },
  );
}

/** Builds dist/h5. What Taro says is shown only when it fails. */
export async function buildWeb() {
  const before = hashOfInputs();
  rmSync(mark, { force: true });
  const child = spawnTaro(['build', '--type', 'h5'], { stdio: 'pipe', mode: 'production' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`The web pages could not be built (taro build --type h5):\n${said.slice(-4000)}`);
  writeFileSync(mark, before);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (webIsCurrent()) console.log('dist/h5 is current');
  else await buildWeb();
}
