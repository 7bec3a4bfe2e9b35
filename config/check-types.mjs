/**
 * The three TypeScript projects side by side: the server (cloudfunctions), what people see (src), and the tests with the
 * tools around them (the root's tsconfig.json). Each knows its own globals alone, and planted faults must be refused:
 * `Buffer` in src, `document` in a room. What did not change since the last run is not checked again (.cache/types).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './esbuild.mjs';

const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const plants = [
  { project: 'src', text: "export const planted = Buffer.from('');\n", refused: "Cannot find name 'Buffer'" },
  {
    project: 'cloudfunctions',
    text: 'export const planted = document.title;\n',
    refused: "Cannot find name 'document'",
  },
];

function run(project) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [tsc, '--project', project], { cwd: root });
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

/** One file under a project's own settings, and nothing else of it. */
async function isCaught({ project, text, refused }) {
  const folder = path.join(root, '.cache/types/planted', project);
  mkdirSync(folder, { recursive: true });
  const settings = {
    extends: path.join(root, project, 'tsconfig.json'),
    compilerOptions: { incremental: false, tsBuildInfoFile: null },
    include: ['planted.ts'],
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
  writeFileSync(path.join(folder, 'planted.ts'), text);
  const { said } = await run(folder);
  if (!said.includes(refused))
    console.error(`types: a planted fault in ${project} was not refused (${refused})\n${said}`);
  return said.includes(refused);
}

const [right, caught] = await Promise.all([
  Promise.all(['cloudfunctions', 'src', '.'].map(check)),
  Promise.all(plants.map(isCaught)),
]);
console.log(`types: ${right.length} projects; ${plants.length} plants, ${caught.filter((was) => !was).length} missed`);
process.exitCode = [...right, ...caught].every(Boolean) ? 0 : 1;
