/** Scripts of package.json side by side: each says what it has to say when it ends. */
import { spawn } from 'node:child_process';
import { root } from './esbuild.mjs';

function run(script) {
  return new Promise((resolve) => {
    const began = performance.now();
    const child = spawn('npm', ['run', '--silent', script], { cwd: root });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(`${said}${script} ${code === 0 ? 'is clean' : 'FAILED'} (${seconds} s)\n`);
      resolve(code === 0);
    });
  });
}

/**
 * Runs `parts`, of which each is `{ script, after }`, in their order, at most `slots` at once; `after` names the one whose
 * work it looks at. The process ends as a failure when one of them does, or could not begin.
 */
export async function sideBySide(parts, slots) {
  const waiting = [...parts];
  const ended = new Map();
  const running = new Map();
  const begin = (part) => {
    const { script } = part;
    waiting.splice(waiting.indexOf(part), 1);
    const going = run(script).then((clean) => {
      ended.set(script, clean);
      running.delete(script);
    });
    running.set(script, going);
  };
  for (;;) {
    for (const part of [...waiting]) if (running.size < slots && (!part.after || ended.get(part.after))) begin(part);
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
  for (const { script, after } of waiting) console.error(`${script} did not begin: ${after} failed`);
  process.exitCode = waiting.length === 0 && [...ended.values()].every(Boolean) ? 0 : 1;
}
