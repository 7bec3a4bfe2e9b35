/**
 * npm run dev: the pages are rebuilt as they are edited (http://localhost:10086, which passes /api on), and the host
 * (http://localhost:8787) is rebuilt and started anew whenever a room changes.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { context } from 'esbuild';
import { hostOptions } from './build-host.mjs';
import { root } from './esbuild.mjs';
import { spawnTaro } from './taro.mjs';

let host = null;
let ending = false;

async function stopHost() {
  if (!host || host.exitCode !== null) return;
  const gone = new Promise((resolve) => host.once('exit', resolve));
  host.kill('SIGTERM');
  await gone;
}

const restart = {
  name: 'restart-the-host',
  setup(build) {
    build.onEnd(async ({ errors }) => {
      if (errors.length > 0 || ending) return;
      await stopHost();
      host = spawn(process.execPath, [path.join(root, 'dist/host/main.cjs')], { cwd: root, stdio: 'inherit' });
    });
  },
};

const watching = await context({ ...hostOptions, plugins: [restart] });
await watching.watch();
const pages = spawnTaro(['build', '--type', 'h5', '--watch'], { stdio: 'inherit', mode: 'development' });

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, async () => {
    ending = true;
    pages.kill('SIGTERM');
    await stopHost();
    process.exit(0);
  });
}
