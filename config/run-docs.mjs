/** Runs every command block of the documents, in order, in a fresh clone: what they say must be what happens. */

import { blocksOf, documents } from './docs-blocks.mjs';
import { answers, cloneFresh, processesOf, signalGroup, start, within } from './fresh-clone.mjs';

const minutes = 60_000;
const folder = cloneFresh();
const counts = { run: 0, server: 0, ci: 0, 'not run': 0 };

const shell = (text) => start('bash', ['-euo', 'pipefail', '-c', text], { cwd: folder });

async function stop(server) {
  if (!server) return;
  signalGroup(server, 'SIGINT');
  await within(15_000, server.ended, 'the end of the server');
  const left = processesOf(folder);
  if (left.length > 0) throw new Error(`the server left behind:\n${left.join('\n')}`);
}

async function runBlock({ file, line, how, reason, text }, server) {
  console.log(`\ndocs: ${file}:${line}: ${how}${reason && `: ${reason}`}\n${text.replace(/^/gm, '  ').trimEnd()}`);
  counts[how] += 1;
  if (how === 'server') {
    await stop(server);
    const next = shell(text);
    console.log(`docs: answered after ${await answers(reason, next, 10 * minutes)} ms`);
    return next;
  }
  if (how === 'run') {
    const code = await within(20 * minutes, shell(text).ended, `${file}:${line}`);
    if (code !== 0) throw new Error(`${file}:${line} ended with ${code}`);
  }
  return server;
}

for (const file of documents()) {
  let server = null;
  for (const block of blocksOf(file)) server = await runBlock(block, server);
  await stop(server);
}
console.log(
  `\ndocs: ${Object.entries(counts)
    .map(([how, count]) => `${count} ${how}`)
    .join(', ')}`,
);
process.exit(0);
