import { createHash } from 'node:crypto';
import { beginUpload, uploadPart } from '../../files/contract';
import type { Stage } from './acting';
import roster from './data/roster-liuhe-made-up.xlsx';
import ruralSheet from './data/rules-fengjie-rural.xlsx';
import householdSheet from './data/rules-household-scheme.xlsx';

/** The files that committees have, in base64: the build carries them along. */
export const FILES = {
  roster: { fileName: 'roster-liuhe-made-up.xlsx', base64: roster },
  household: { fileName: 'rules-household-scheme.xlsx', base64: householdSheet },
  rural: { fileName: 'rules-fengjie-rural.xlsx', base64: ruralSheet },
} as const;

/** Uploads a file as somebody, in parts as their phone would; what an action is given that takes it. */
export async function upload(
  stage: Stage,
  identityId: string,
  { fileName, base64 }: (typeof FILES)[keyof typeof FILES],
): Promise<{ fileName: string; fileHash: string }> {
  const file = Buffer.from(base64, 'base64');
  const fileHash = createHash('sha256').update(file).digest('hex');
  const begun = await stage.act(identityId, beginUpload, { kind: 'xlsx', fileHash, bytes: file.length });
  for (const part of begun.missing) {
    const bytes = file.subarray(part * begun.partBytes, (part + 1) * begun.partBytes);
    await stage.act(identityId, uploadPart, { fileHash, part, partBase64: bytes.toString('base64') });
  }
  return { fileName, fileHash };
}
