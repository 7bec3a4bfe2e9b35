import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SecretSource } from '../port';
import { decodeSecret, SECRET_NAME } from '../secret';

/**
 * A secret of the data folder's own, made at the first start and readable by its user alone. Without it what is in the
 * database about people can never be read again, so it belongs into the backup of keys.
 */
export function secretInFolder(folder: string): SecretSource {
  const file = path.join(folder, 'secret');
  return () => {
    const text = readIfThere(file) ?? makeOnce(file);
    const secret = decodeSecret(text);
    if (!secret) throw new Error(`${file} is damaged: put it back from a backup, or set ${SECRET_NAME}.`);
    return secret;
  };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written whole beside its place and then linked there: of several first starts one wins, and nobody reads half of it. */
function makeOnce(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8');
}
