/**
 * npm start: builds what is missing or has changed, then runs the host in this same process.
 * Ctrl-C ends all of it, at whatever point it has come to.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { buildHost } from './build-host.mjs';
import { buildWeb } from './build-web.mjs';
import { root } from './esbuild.mjs';

const say = (chinese, english) => console.log(`${chinese}\n  ${english}`);

/** Our parents up to npm: npm itself, or the shell that it started us by and npm. */
function ancestors() {
  const parent = process.ppid;
  try {
    // the fields after the command's name, which may hold blanks and brackets: state, parent, …
    const [, grandparent] = readFileSync(`/proc/${parent}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${parent} ${grandparent}`;
  } catch {
    return `${parent}`; // no /proc here; shells elsewhere leave their place to us
  }
}

/** npm may be killed without a chance to tell us; a server without its terminal would hold the port for ever. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const atStart = ancestors();
  setInterval(() => {
    if (ancestors() !== atStart) process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}

const announceBuild = () =>
  say(
    '正在构建网页，约需半分钟到一分钟（只在第一次启动或页面改动后进行）……',
    'Building the web pages: half a minute to a minute, only at the first start and after they change.',
  );

endWithNpm();
// until the host takes over, a signal simply ends us, and the build with us
const stop = (signal) => process.exit(signal === 'SIGINT' ? 130 : 143);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
try {
  await buildWeb(announceBuild);
  await buildHost();
} catch (fault) {
  console.error(fault.message);
  process.exit(1);
}
for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, stop);
createRequire(import.meta.url)(path.join(root, 'dist/host/main.cjs'));
