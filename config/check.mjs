/** Everything static, side by side: each part says what it has to say when it ends. `npm run check:<part>` runs one alone. */
import { spawn } from 'node:child_process';
import { root } from './esbuild.mjs';

const PARTS = ['types', 'imports', 'format', 'dead', 'docs'];

function run(part) {
  return new Promise((resolve) => {
    const began = performance.now();
    const child = spawn('npm', ['run', '--silent', `check:${part}`], { cwd: root });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(`${said}check:${part} ${code === 0 ? 'is clean' : 'FAILED'} (${seconds} s)\n`);
      resolve(code === 0);
    });
  });
}

const clean = await Promise.all(PARTS.map(run));
process.exitCode = clean.every(Boolean) ? 0 : 1;
