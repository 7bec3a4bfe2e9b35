import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FileKind } from '../../cloudfunctions/values/files';
import type { Refused, RequestFor, Result } from './actions';
import { base64Of } from './base64';

/** How an upload writes, as the client does: each call is tried until it is answered, and is done once. */
export type SendPart = <Name extends 'files.beginUpload' | 'files.uploadPart'>(
  name: Name,
  input: RequestFor<Name>,
) => Promise<Result<Name>>;

/** Which part is on its way, from 1 on, and of how many. */
export interface Sending {
  readonly part: number;
  readonly of: number;
}
export type Uploaded = { readonly ok: true; readonly fileHash: string } | Refused;

/** Megabytes take a phone a moment: once for as long as a page holds the file. */
const hashes = new WeakMap<Uint8Array, string>();
function hashOf(file: Uint8Array): string {
  const hash = hashes.get(file) ?? bytesToHex(sha256(file));
  hashes.set(file, hash);
  return hash;
}

/** What was spoilt on its way is missing again, as a whole; spoilt twice, the action that is to take it says so. */
const ROUNDS = 2;

/**
 * Brings a file to the server in parts, and gives the hash by which an action is told which file it is. Called again, after
 * a lost network or a day, it sends what is missing and nothing else: for a file that is there, one question.
 */
export async function upload(
  send: SendPart,
  kind: FileKind,
  file: Uint8Array,
  tell: (sending: Sending) => void,
): Promise<Uploaded> {
  const fileHash = hashOf(file);
  for (let round = 0; round < ROUNDS; round++) {
    const missing = await sendMissing(send, { kind, fileHash, bytes: file.length }, file, tell);
    if (typeof missing !== 'number') return missing;
    if (missing === 0) break;
  }
  return { ok: true, fileHash };
}

async function sendMissing(
  send: SendPart,
  what: RequestFor<'files.beginUpload'>,
  file: Uint8Array,
  tell: (sending: Sending) => void,
): Promise<number | Refused> {
  const begun = await send('files.beginUpload', what);
  if (!begun.ok) return begun;
  const { partBytes, missing } = begun.data;
  const of = Math.ceil(file.length / partBytes);
  let left = missing.length;
  for (const [i, part] of missing.entries()) {
    tell({ part: of - missing.length + i + 1, of });
    const partBase64 = base64Of(file.subarray(part * partBytes, (part + 1) * partBytes));
    const come = await send('files.uploadPart', { fileHash: what.fileHash, part, partBase64 });
    if (!come.ok) return come;
    left = come.data.missing;
  }
  return left;
}
