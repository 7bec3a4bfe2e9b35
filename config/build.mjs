/** The four builds, the two long ones side by side: each keeps one core busy. `npm run build:<target>` runs one alone. */
import { spawn } from 'node:child_process';
import { root } from './esbuild.mjs';

const LANES = [
  ['weapp', 'functions'],
  ['h5', 'host'],
];

function run(target) {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn('npm', ['run', '--silent', `build:${target}`], { cwd: root });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(`${said}build:${target} ${code === 0 ? 'is done' : 'FAILED'} (${seconds} s)\n`);
      if (code === 0) resolve();
      else reject(new Error(`build:${target} failed`));
    });
  });
}

const ended = await Promise.allSettled(
  LANES.map(async (lane) => {
    for (const target of lane) await run(target);
  }),
);
process.exitCode = ended.every(({ status }) => status === 'fulfilled') ? 0 : 1;
