import { createHash } from 'node:crypto';
import type { InputOf } from '../../kit/action';
import { type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { refuse } from '../../kit/refusal';
import type { PartStore } from '../../platform/port';
import { FILE_KINDS } from '../../values/files';
import * as contract from '../contract/upload';
import { fileUploaded } from '../events';
import { ALL_BYTES_MAX, bytesOfPart, countParts, decideBegin, KEPT_MS, missingParts } from '../rules';
import { removeFiles } from '../services/forget';
import { openParts } from '../services/read';
import { newWrappedKey, sealPart } from '../services/sealed';
import * as store from '../store/files';
import { partsInDatabase } from '../store/parts';

type BeginInput = InputOf<typeof contract.beginUpload>;

async function beginUpload(call: WriteCall<RoleHolder>, { kind, fileHash, bytes }: BeginInput) {
  const { bytesMax } = FILE_KINDS[kind];
  if (bytes > bytesMax) return refuse('FILE_TOO_LARGE', { bytesMax });
  const { db, world, nowMs } = call;
  const { identityId } = call.caller;
  const hash = Buffer.from(fileHash, 'hex');
  const { known, gone } = decideBegin(await store.lockFilesOf(db, identityId), hash, bytes);
  const begunAt = new Date(nowMs);
  const expiresAt = new Date(nowMs + KEPT_MS);
  const fileId = known?.fileId ?? newId(world);
  if (known) await store.renewFile(db, fileId, begunAt, expiresAt);
  else {
    await removeFiles(db, gone);
    if ((await store.bytesOfAll(db)) + bytes > ALL_BYTES_MAX) return refuse('UPLOADS_FULL');
    const wrappedKey = newWrappedKey(world, fileId);
    await store.insertFile(db, { fileId, identityId, hash, bytes, wrappedKey, begunAt, expiresAt });
  }
  call.note({ targetKind: 'file', targetId: fileId, detail: { bytes } });
  const missing = missingParts(bytes, await partsInDatabase(db).numbers(fileId));
  return { partBytes: contract.PART_BYTES, missing, forgottenAtMs: expiresAt.getTime() };
}

/**
 * A part that came before is written anew while the file is not whole: which of two is right only the whole can tell,
 * by its hash, and so a part that was spoilt on its way is mended by sending it again.
 */
async function uploadPart(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.uploadPart>) {
  const { db, world, caller } = call;
  const now = new Date(call.nowMs);
  const file = await store.lockFile(db, caller.identityId, Buffer.from(input.fileHash, 'hex'), now);
  if (!file) return refuse('FILE_NOT_FOUND');
  call.note({ targetKind: 'file', targetId: file.fileId, detail: { part: input.part } });
  const bytes = bytesOfPart(file.bytes, input.part);
  const part = Buffer.from(input.partBase64, 'base64');
  if (part.length !== bytes) return refuse('FILE_PART_WRONG', { bytes });
  if (file.completedAt) return { missing: 0 };
  const parts = partsInDatabase(db);
  await parts.keep(file.fileId, input.part, sealPart(world, file, input.part, part));
  const missing = missingParts(file.bytes, await parts.numbers(file.fileId)).length;
  if (missing > 0) return { missing };
  if (!(await isWhole(call, parts, file))) {
    await parts.forget([file.fileId]);
    return { missing: countParts(file.bytes) };
  }
  await store.completeFile(db, file.fileId, now);
  call.publish(fileUploaded({ fileId: file.fileId, bytes: file.bytes }));
  return { missing };
}

async function isWhole({ world }: WriteCall<RoleHolder>, parts: PartStore, file: store.FileRow): Promise<boolean> {
  const hash = createHash('sha256');
  for await (const part of openParts(world, parts, file)) hash.update(part);
  return hash.digest().equals(file.hash);
}

/** Files are begun one at a time, so that the bytes of all are never more than they may be. */
const ONE_AT_A_TIME = 'files begin';

export const uploadActions = [
  write(contract.beginUpload, beginUpload, () => ONE_AT_A_TIME),
  write(contract.uploadPart, uploadPart),
];
