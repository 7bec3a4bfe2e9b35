/**
 * What documents promise, as far as it can be seen without running anything: links and pictures exist, every command
 * block says how it is run, its npm scripts exist, and no file names an address that only one machine knows.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { blocksOf, documents, projectFiles } from './docs-blocks.mjs';
import { root } from './esbuild.mjs';

const faults = [];
const read = (file) => readFileSync(path.join(root, file), 'utf8');

function checkLinks(file) {
  const text = read(file).replace(/```[\s\S]*?```/g, '');
  const targets = [...text.matchAll(/\]\(([^)\s]+)[^)]*\)|<(?:img|a)[^>]+(?:src|href)="([^"]+)"/g)];
  for (const [, inline, tag] of targets) {
    const target = (inline ?? tag).split(/[#?]/)[0];
    if (target === '' || /^[a-z]+:/.test(target)) continue;
    if (!existsSync(path.join(root, path.dirname(file), decodeURI(target)))) faults.push(`${file}: no ${target}`);
  }
}

const scripts = Object.keys(JSON.parse(read('package.json')).scripts);
const ci = read('.ci/run');

function checkBlock({ file, line, how, reason, text }) {
  const fault = (what) => faults.push(`${file}:${line}: ${what}`);
  if (how === 'misnamed') fault(reason);
  else if (!['run', 'server', 'ci', 'not run'].includes(how)) fault(`unknown way to run: ${how}`);
  if (how === 'not run' && !reason) fault('says "not run" without a reason');
  if (how === 'server' && !/^http:/.test(reason)) fault('a server block names the address that must answer');
  const commands = text
    .split('\n')
    .map((command) => command.replace(/\s+#.*$/, '').trim())
    .filter(Boolean);
  if (how === 'ci')
    for (const command of commands) if (!ci.includes(command)) fault(`.ci/run does not run: ${command}`);
  for (const [, name] of text.matchAll(/npm run ([\w:-]+)/g))
    if (!scripts.includes(name)) fault(`no npm script ${name}`);
}

/** Spelt in parts, so that this file does not find itself. */
const unwanted = [
  [new RegExp(['registry', '\\.(npm|yarn)'].join('')), "a package registry's host"],
  [new RegExp(['\\.\\.', '\\/shared\\/'].join('')), 'a folder outside the project'],
  [new RegExp(['\\/work\\/', '(wt|main|shared|submissions)'].join('')), 'a path of one machine'],
];
const binary = /\.(png|jpe?g|gif|ico|xlsx|pdf|woff2?|ttf)$/;

for (const file of documents()) {
  checkLinks(file);
  blocksOf(file).forEach(checkBlock);
}
for (const file of projectFiles().filter((name) => !binary.test(name) && existsSync(path.join(root, name)))) {
  const text = read(file);
  for (const [pattern, what] of unwanted) if (pattern.test(text)) faults.push(`${file}: names ${what}`);
}
if (/"resolved": "http/.test(read('package-lock.json'))) faults.push('package-lock.json: has resolved addresses');

for (const fault of faults) console.error(`docs: ${fault}`);
console.log(`docs: ${documents().length} documents, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
