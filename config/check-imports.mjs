/**
 * The direction of imports (.dependency-cruiser.cjs), checked in three steps: the tree is cruised and must be right;
 * every TypeScript file there is must have been seen (a cruiser that sees nothing calls that a success); and violations
 * planted in a copy of the tree must each be caught by the rule that is there for them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { partners, plants } from './plants.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const trees = ['cloudfunctions', 'src'];
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** All TypeScript files below the trees, relative to `folder`. */
function sourceFiles(folder) {
  return trees
    .filter((tree) => existsSync(path.join(folder, tree)))
    .flatMap((tree) => readdirSync(path.join(folder, tree), { recursive: true }).map((name) => path.join(tree, name)))
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => name.split(path.sep).join('/'));
}

/** What the cruiser saw in `folder`: its modules' names and the faults it names. */
function cruise(folder) {
  const present = trees.filter((tree) => existsSync(path.join(folder, tree)));
  const arguments_ = [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...present];
  const run = spawnSync(process.execPath, arguments_, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run:\n${run.stdout}${run.stderr}`);
  const { modules, summary } = JSON.parse(run.stdout);
  return {
    seen: new Set(modules.map((module) => module.source)),
    faults: summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      from,
      to,
      // a cycle is named once, from any of its files
      files: [from, ...(cycle ?? []).map((step) => step.name)],
    })),
  };
}

function checkTree() {
  const { seen, faults } = cruise(root);
  const files = sourceFiles(root);
  const unseen = files.filter((file) => !seen.has(file));
  for (const fault of faults) console.error(`imports: ${fault.rule}: ${fault.from} → ${fault.to}`);
  for (const file of unseen) console.error(`imports: the cruiser did not see ${file}`);
  return { files: files.length, wrong: faults.length + unseen.length };
}

/** A copy of the tree with every plant in it, and an empty module for each path that a plant imports. */
function plantIn(folder) {
  for (const tree of trees) {
    if (existsSync(path.join(root, tree))) cpSync(path.join(root, tree), path.join(folder, tree), { recursive: true });
  }
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    cpSync(path.join(root, name), path.join(folder, name));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  for (const { file, from, text } of plants) {
    write(file, text);
    const target = path.posix.join(path.posix.dirname(file), from);
    const stands = [`${target}.ts`, `${target}/index.ts`].some((name) => existsSync(path.join(folder, name)));
    if (from.startsWith('.') && !stands) write(`${target}.ts`, 'export const nothing = null;\n');
  }
  for (const [file, text] of Object.entries(partners)) write(file, text);
}

function checkPlants() {
  const folder = mkdtempSync(path.join(tmpdir(), 'check-imports-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  plantIn(folder);
  const { faults } = cruise(folder);
  clear();
  const missed = plants.filter(({ rule, file }) => {
    const named = faults.filter((fault) => fault.files.includes(file)).map((fault) => fault.rule);
    const right = rule === null ? named.length === 0 : named.includes(rule);
    if (!right)
      console.error(`imports: planted ${file}: expected ${rule ?? 'no fault'}, named: ${named.join() || 'none'}`);
    return !right;
  });
  return { planted: plants.length, missed: missed.length };
}

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const tree = checkTree();
const garden = checkPlants();
console.log(
  `imports: ${tree.files} files seen, ${tree.wrong} faults; ${garden.planted} plants, ${garden.missed} missed`,
);
process.exitCode = tree.wrong + garden.missed > 0 ? 1 : 0;
