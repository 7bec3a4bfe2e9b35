import { createHash, randomUUID } from 'node:crypto';
import { PART_BYTES } from '../../cloudfunctions/files/contract';
import { filesRoom } from '../../cloudfunctions/files/main';
import { openRoom } from '../../cloudfunctions/kit/room';
import type { FindPrincipal } from '../../cloudfunctions/kit/serve';
import type { World } from '../../cloudfunctions/kit/world';

export const hashOf = (file: Buffer): string => createHash('sha256').update(file).digest('hex');
export const partOf = (file: Buffer, part: number): string =>
  file.subarray(part * PART_BYTES, (part + 1) * PART_BYTES).toString('base64');
/** What begins the upload of that file. */
export const announced = (file: Buffer) => ({ kind: 'xlsx', fileHash: hashOf(file), bytes: file.length });

/** Whoever signs in works for some community: whose file it is, is all that counts here. */
const findStaff: FindPrincipal = async (_world, identity) => {
  if (identity.kind !== 'session') return null;
  const held = {
    role: 'communityStaff',
    unitId: randomUUID(),
    unitPath: '/',
    providerId: null,
    societyId: null,
  } as const;
  const { identityId } = identity;
  return { identityId, residentId: randomUUID(), householdId: null, communityId: null, roles: [held] };
};

/** Uploads a file as that identity, and gives what an action is told of it. `tell` hears of each part that has come. */
export async function keepFile(
  world: World,
  identityId: string,
  file: Buffer,
  tell: (part: number) => void = () => {},
): Promise<string> {
  const door = openRoom(filesRoom, world, findStaff);
  const must = async <T>(verb: string, input: object): Promise<T> => {
    const body = { input, requestId: randomUUID() };
    const answer = await door(verb, { body, identity: { kind: 'session', identityId } });
    if (!answer.ok) throw new Error(`files.${verb}: ${answer.code}`);
    return answer.data as T;
  };
  const { missing } = await must<{ missing: number[] }>('beginUpload', announced(file));
  const fileHash = hashOf(file);
  for (const part of missing) {
    await must('uploadPart', { fileHash, part, partBase64: partOf(file, part) });
    tell(part);
  }
  return fileHash;
}
