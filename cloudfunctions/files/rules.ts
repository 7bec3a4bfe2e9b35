import { DAY_MS } from '../values/dates';
import { PART_BYTES } from './contract';

/** How long a file waits to be used; begun again, it waits as long again. */
export const KEPT_MS = DAY_MS;
/** One more makes the oldest of the same person go: whoever mends a sheet and uploads it again is never told to wait. */
const OWN_FILES_MAX = 8;
/** Of all files together, as announced: the disk is bounded before the first part comes. */
export const ALL_BYTES_MAX = 512 * 1024 * 1024;

export const countParts = (bytes: number): number => Math.ceil(bytes / PART_BYTES);

/** How long a part has to be; 0: the file has no such part. */
export function bytesOfPart(bytes: number, part: number): number {
  return Math.min(PART_BYTES, Math.max(0, bytes - part * PART_BYTES));
}

interface Own {
  readonly fileId: string;
  readonly hash: Buffer;
  readonly bytes: number;
  /** False where a backup came back without its keyring: nobody can read it, or go on with it. */
  readonly hasKey: boolean;
}

/** Of the caller's files, the newest first: the one that is begun again, or those that make room for a new one. */
export function decideBegin(own: readonly Own[], hash: Buffer, bytes: number) {
  const isSame = (file: Own) => file.hash.equals(hash);
  const known = own.find((file) => isSame(file) && file.bytes === bytes && file.hasKey);
  if (known) return { known, gone: [] };
  // What was announced with another length is no second file of the same content.
  const kept = new Set(own.filter((file) => !isSame(file)).slice(0, OWN_FILES_MAX - 1));
  return { known: null, gone: own.filter((file) => !kept.has(file)).map(({ fileId }) => fileId) };
}

export function missingParts(bytes: number, come: readonly number[]): number[] {
  const known = new Set(come);
  return Array.from({ length: countParts(bytes) }, (_, part) => part).filter((part) => !known.has(part));
}
