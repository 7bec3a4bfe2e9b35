/**
 * The three TypeScript projects side by side: the server (cloudfunctions), what people see (src), and the tests with the
 * tools around them (the root's tsconfig.json). Each knows its own globals alone, and planted faults must be refused:
 * `Buffer` in src, `document` in a room, a refusal without its detail or with another. What did not change since the last run is not checked again (.cache/types).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './esbuild.mjs';

/** TypeScript 7, the compiler itself: its library is read in the fifth version, which the tools around still ask. */
const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript-native/package.json')));
/** By project, lines that are wrong, each with what must be said of it. */
const plants = {
  src: [
    ["import type { Why } from '../../../../src/api/actions';"],
    ["export const planted = Buffer.from('');", "Cannot find name 'Buffer'"],
    [
      "export const by = (why: Why) => why.code === 'COUNTED_ALREADY' && why.detail.by;",
      "Property 'by' does not exist",
    ],
  ],
  cloudfunctions: [
    ["import { refuse } from '../../../../cloudfunctions/kit/refusal';"],
    ["import '../../../../cloudfunctions/award/contract/refusals';"],
    ['export const planted = document.title;', "Cannot find name 'document'"],
    ["export const silent = refuse('COUNTED_ALREADY');", 'Expected 2 arguments, but got 1'],
    ["export const chatty = refuse('COUNTED_ALREADY', { sinceMs: 1, by: 'x' });", "'by' does not exist in type"],
  ],
};

function run(project) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tsc, '--singleThreaded', '--project', project], { cwd: root });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('close', (code) => resolve({ code, said }));
  });
}

async function check(project) {
  const { code, said } = await run(project);
  if (code !== 0) console.error(said.trimEnd());
  return code === 0;
}

/** One file under a project's own settings, and nothing else of it but what it imports. How many of its faults were missed. */
async function missedIn(project) {
  const folder = path.join(root, '.cache/types/planted', project);
  mkdirSync(folder, { recursive: true });
  const settings = {
    extends: path.join(root, project, 'tsconfig.json'),
    compilerOptions: { tsBuildInfoFile: path.join(folder, 'planted.tsbuildinfo') },
    include: ['planted.ts'],
  };
  const lines = plants[project];
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
  writeFileSync(path.join(folder, 'planted.ts'), `${lines.map(([line]) => line).join('\n')}\n`);
  const { said } = await run(folder);
  const missed = lines.filter(([, refused]) => refused && !said.includes(refused));
  for (const [, refused] of missed)
    console.error(`types: a planted fault in ${project} was not refused (${refused})\n${said}`);
  return missed.length;
}

const planted = Object.values(plants).flatMap((lines) => lines.filter(([, refused]) => refused));
const [right, missed] = await Promise.all([
  Promise.all(['cloudfunctions', 'src', '.'].map(check)),
  Promise.all(Object.keys(plants).map(missedIn)),
]);
const missedCount = missed.reduce((sum, one) => sum + one, 0);
console.log(`types: ${right.length} projects; ${planted.length} plants, ${missedCount} missed`);
process.exitCode = right.every(Boolean) && missedCount === 0 ? 0 : 1;
