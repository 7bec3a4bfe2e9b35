import type { Call } from '../../kit/handler';
import type { Principal } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import type { World } from '../../kit/world';
import type { PartStore } from '../../platform/port';
import { countParts, missingParts } from '../rules';
import { type FileRow, findFile } from '../store/files';
import { partsInDatabase } from '../store/parts';
import { partOpener } from './sealed';

/** Half a megabyte: a few round trips for the largest file, and never all of it sealed and open side by side. */
const PARTS_AT_ONCE = 8;

/**
 * The bytes of a file that the caller has uploaded. Nobody else's is found, and what is over is told from what never was
 * for nobody. One buffer of the file's own size is all that is kept: a zip's directory stands at its end, so that
 * reading it needs the whole.
 */
export async function readFile(
  call: Call<Principal>,
  fileHash: string,
): Promise<Buffer | Refusal<'FILE_NOT_FOUND' | 'FILE_INCOMPLETE'>> {
  const { db, world, caller, nowMs } = call;
  const file = await findFile(db, caller.identityId, Buffer.from(fileHash, 'hex'), new Date(nowMs));
  if (!file) return refuse('FILE_NOT_FOUND');
  const parts = partsInDatabase(db);
  if (!file.completedAt)
    return refuse('FILE_INCOMPLETE', { missing: missingParts(file.bytes, await parts.numbers(file.fileId)).length });
  const bytes = Buffer.allocUnsafe(file.bytes);
  let at = 0;
  for await (const part of openParts(world, parts, file)) at += part.copy(bytes, at);
  return at === file.bytes ? bytes : refuse('FILE_NOT_FOUND'); // forgotten while it was read
}

/** In order, a few at a time. Ends early where parts are gone. */
export async function* openParts(
  world: Pick<World, 'keys' | 'random'>,
  parts: PartStore,
  file: FileRow,
): AsyncGenerator<Buffer> {
  const open = partOpener(world, file);
  const count = countParts(file.bytes);
  for (let from = 0; from < count; from += PARTS_AT_ONCE) {
    const expected = Math.min(PARTS_AT_ONCE, count - from);
    const sealed = await parts.read(file.fileId, from, expected);
    if (sealed.length < expected) return;
    for (const [i, one] of sealed.entries()) yield open(from + i, one);
  }
}
