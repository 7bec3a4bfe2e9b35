/** Whether what was built is still what its sources would give: a hash of them is kept beside it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './esbuild.mjs';

function filesBelow(name) {
  const full = path.join(root, name);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [name];
  const entries = readdirSync(full, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))).sort();
}

/** `names` are files and folders of the project, `settings` whatever else goes in. */
function hashOf(names, settings) {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const file of names.flatMap(filesBelow)) {
    const content = readFileSync(path.join(root, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Runs `build` unless `mark`, a file beside what it makes, says that nothing has changed since it last went well. */
export async function buildWhenChanged({ mark, names, settings = [], build }) {
  const file = path.join(root, mark);
  const hash = hashOf(names, settings);
  if (existsSync(file) && readFileSync(file, 'utf8') === hash) return 'current';
  rmSync(file, { force: true });
  await build();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, hash);
  return 'built';
}
