/**
 * npm start: builds what is missing or has changed, then runs the host in this same process.
 * Ctrl-C ends all of it, at whatever point it has come to.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { hostOptions } from './build-host.mjs';
import { buildWeb, webIsCurrent } from './build-web.mjs';
import { root } from './esbuild.mjs';

const say = (chinese, english) => console.log(`${chinese}\n  ${english}`);

/** npm may be killed without a chance to tell us; a server without its terminal would hold the port for ever. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}

async function prepare() {
  if (!webIsCurrent()) {
    say(
      '正在构建网页，约需半分钟到一分钟（只在第一次启动或页面改动后进行）……',
      'Building the web pages: half a minute to a minute, only at the first start and after they change.',
    );
    await buildWeb();
  }
  await build(hostOptions);
}

endWithNpm();
// until the host takes over, a signal simply ends us, and the build with us
const stop = (signal) => process.exit(signal === 'SIGINT' ? 130 : 143);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
try {
  await prepare();
} catch (fault) {
  console.error(fault.message);
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
createRequire(import.meta.url)(path.join(root, 'dist/host/main.cjs'));
