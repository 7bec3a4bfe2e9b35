import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const FUNCTIONS = 'dist/cloudfunctions';
const PACKAGES = 'dist/cloudfunctions.json';

/** Names of the functions built in the project at `folder`. */
export const functionsIn = (folder) => readdirSync(path.join(folder, FUNCTIONS)).sort();
export const scriptOf = (folder, name) => path.join(folder, FUNCTIONS, name, 'index.js');

/** By function, the files that are in its bundle. */
export const inputsIn = (folder) => JSON.parse(readFileSync(path.join(folder, PACKAGES), 'utf8'));

/** For plants: one more function, made of `script` and said to be made of `inputs`. */
export function addFunction(folder, name, script, inputs = []) {
  mkdirSync(path.dirname(scriptOf(folder, name)), { recursive: true });
  writeFileSync(scriptOf(folder, name), script);
  writeFileSync(path.join(folder, PACKAGES), JSON.stringify({ ...inputsIn(folder), [name]: inputs }));
}
