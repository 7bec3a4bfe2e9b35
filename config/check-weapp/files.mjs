import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The built files below `folder` whose names end in one of `endings`, relative and with slashes. */
export function listFiles(folder, ...endings) {
  return readdirSync(folder, { recursive: true })
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => endings.length === 0 || endings.some((ending) => name.endsWith(ending)))
    .filter((name) => statSync(path.join(folder, name)).isFile())
    .sort();
}

export const read = (folder, file) => readFileSync(path.join(folder, file), 'utf8');
