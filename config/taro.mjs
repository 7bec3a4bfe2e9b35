/** Taro's own build, run in a child: `node config/taro.mjs weapp` builds dist/weapp. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './esbuild.mjs';

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

/** Builds dist/<face>. What Taro says is shown only when it fails: its progress bars would fill any log. */
export async function buildFace(face) {
  const began = performance.now();
  const child = spawnTaro(['build', '--type', face], { stdio: 'pipe', mode: 'production' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`dist/${face} could not be built (taro build --type ${face}):\n${said.slice(-4000)}`);
  // Taro's copy of the project file names the functions from where they are not: WeChat's tools open the project's own folder
  rmSync(path.join(root, 'dist', face, 'project.config.json'), { force: true });
  console.log(`dist/${face} built in ${Math.round((performance.now() - began) / 1000)} s`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await buildFace(process.argv[2]);
