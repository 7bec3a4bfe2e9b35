import { randomBytes, randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { forgetFiles } from '../../cloudfunctions/files';
import { PART_BYTES, PARTS_MAX } from '../../cloudfunctions/files/contract';
import { filesRoom } from '../../cloudfunctions/files/main';
import { readFile } from '../../cloudfunctions/files/services/read';
import type { Call } from '../../cloudfunctions/kit/handler';
import { createLog } from '../../cloudfunctions/kit/log';
import type { Principal } from '../../cloudfunctions/kit/principal';
import { isRefusal } from '../../cloudfunctions/kit/refusal';
import { useDatabase } from '../support/database';
import { type CallAs, codeOf, dataOf, insertHolder, openTestRoom } from '../support/doors';
import { insertUnits } from '../support/rows';
import { announced, hashOf, keepFile, partOf } from '../support/upload';
import { TEST_NOW_MS, testWorld } from '../support/world';

const DAY_MS = 86_400_000;
const database = useDatabase();
let nowMs = TEST_NOW_MS;
const world = testWorld(database, { clock: () => nowMs });
let call: CallAs;
let staff: string;
let colleague: string;

/** Three parts, the last one short. */
const fileOf = (parts = 3) => randomBytes((parts - 1) * PART_BYTES + 5);
const begin = async (file: Buffer, who = staff, requestId?: string) =>
  dataOf<{ partBytes: number; missing: number[]; forgottenAtMs: number }>(
    await call(who, 'beginUpload', announced(file), requestId),
  );
const send = (file: Buffer, part: number, who = staff, requestId?: string) =>
  call(who, 'uploadPart', { fileHash: hashOf(file), part, partBase64: partOf(file, part) }, requestId);
const missingAfter = async (file: Buffer, part: number) => dataOf<{ missing: number }>(await send(file, part)).missing;

/** As an action reads it that takes a file. */
function readAs(identityId: string, file: Buffer) {
  const caller: Principal = { identityId, residentId: null, householdId: null, communityId: null, roles: [] };
  const asked: Call<Principal> = {
    ...{ world, db: database.db, caller, nowMs, today: '2026-11-23', traceId: randomUUID() },
    note: () => {},
  };
  return readFile(asked, hashOf(file));
}
const codeFor = async (identityId: string, file: Buffer) => {
  const found = await readAs(identityId, file);
  return isRefusal(found) ? found.code : 'ok';
};
/** Byte by byte a matcher would take a second for each part. */
const isWholeFor = async (identityId: string, file: Buffer) => {
  const found = await readAs(identityId, file);
  return !isRefusal(found) && found.equals(file);
};
const rows = async (table: string) =>
  (await database.ownerPool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;

beforeEach(async () => {
  nowMs = TEST_NOW_MS;
  await database.ownerPool.query('delete from file_part; delete from file; delete from keyring.file_key');
  call = openTestRoom(filesRoom, world);
  const { communityId } = await insertUnits(database.db);
  staff = await insertHolder(world, 'communityStaff', communityId);
  colleague = await insertHolder(world, 'communityAdmin', communityId);
});

describe('a file', () => {
  it('comes in parts, in any order, and is read as it was', async () => {
    const file = fileOf();
    expect(await begin(file)).toEqual({ partBytes: PART_BYTES, missing: [0, 1, 2], forgottenAtMs: nowMs + DAY_MS });
    expect(await missingAfter(file, 2)).toBe(2);
    expect(await missingAfter(file, 0)).toBe(1);
    expect(await codeFor(staff, file)).toBe('FILE_INCOMPLETE');
    expect(await missingAfter(file, 1)).toBe(0);
    expect(await isWholeFor(staff, file)).toBe(true);
  });

  it.each([1, 8, 9, 17])('of %d parts is read whole, a few at a time', async (parts) => {
    const file = fileOf(parts);
    await keepFile(world, staff, file);
    expect(await isWholeFor(staff, file)).toBe(true);
  });

  it('that was cut off goes on where it was, and one that is there is not sent again', async () => {
    const file = fileOf();
    await begin(file);
    await send(file, 1);
    expect((await begin(file)).missing).toEqual([0, 2]);
    await send(file, 0);
    await send(file, 2);
    expect((await begin(file)).missing).toEqual([]);
    expect(await missingAfter(file, 1)).toBe(0);
    expect(await isWholeFor(staff, file)).toBe(true);
  });

  it('takes a part once, however often and by how many tries at once it is sent', async () => {
    const file = fileOf();
    await begin(file);
    const requestId = randomUUID();
    const tries = await Promise.all(
      Array.from({ length: 4 }, (_, i) => send(file, 0, staff, i % 2 === 0 ? requestId : undefined)),
    );
    expect(tries.map((answer) => dataOf<{ missing: number }>(answer).missing)).toEqual([2, 2, 2, 2]);
    expect(await rows('file_part')).toBe(1);
  });

  it('is made whole once, where all its parts come at once', async () => {
    const file = fileOf(6);
    await begin(file);
    const answers = await Promise.all([0, 1, 2, 3, 4, 5].map((part) => send(file, part)));
    const left = answers.map((answer) => dataOf<{ missing: number }>(answer).missing);
    expect(left.sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await isWholeFor(staff, file)).toBe(true);
    const { rows: told } = await database.ownerPool.query(
      `select payload from outbox where topic = 'fileUploaded' and (payload->>'bytes')::int = $1`,
      [file.length],
    );
    expect(told).toHaveLength(1);
  });
});

describe('what comes at once', () => {
  it('is one file where it is begun by four tries', async () => {
    const file = fileOf();
    const begun = await Promise.all(Array.from({ length: 4 }, () => begin(file)));
    expect(begun.map(({ missing }) => missing)).toEqual(Array(4).fill([0, 1, 2]));
    expect([await rows('file'), await rows('keyring.file_key')]).toEqual([1, 1]);
  });

  it('of two files of one person stays apart, part by part', async () => {
    const [one, other] = [fileOf(5), fileOf(5)];
    await Promise.all([one, other].map((file) => begin(file)));
    await Promise.all([0, 1, 2, 3, 4].flatMap((part) => [send(one, part), send(other, part)]));
    expect(await isWholeFor(staff, one)).toBe(true);
    expect(await isWholeFor(staff, other)).toBe(true);
  });

  it('leaves nothing of a file that had to go while its parts came', async () => {
    const oldest = fileOf(6);
    await begin(oldest);
    const eight = Array.from({ length: 8 }, () => fileOf(1));
    nowMs += 1_000;
    const parts = Promise.all([0, 1, 2, 3, 4, 5].map((part) => send(oldest, part)));
    for (const file of eight) dataOf(await call(staff, 'beginUpload', announced(file)));
    for (const answer of await parts) expect(['ok', 'FILE_NOT_FOUND']).toContain(codeOf(answer));
    expect(codeOf(await send(oldest, 0))).toBe('FILE_NOT_FOUND');
    expect([await rows('file'), await rows('file_part'), await rows('keyring.file_key')]).toEqual([8, 0, 8]);
  });

  it('reads all of a file, or finds none, while the job forgets it', async () => {
    const files = Array.from({ length: 6 }, () => fileOf(12));
    for (const file of files) await keepFile(world, staff, file);
    const reading = files.map((file) => readAs(staff, file));
    await forgetFiles(world, nowMs + DAY_MS);
    for (const [i, found] of (await Promise.all(reading)).entries())
      if (isRefusal(found)) expect(found.code).toBe('FILE_NOT_FOUND');
      else expect(found.equals(files[i] as Buffer)).toBe(true);
    expect([await rows('file'), await rows('file_part'), await rows('keyring.file_key')]).toEqual([0, 0, 0]);
  });
});

describe('a part', () => {
  it('with other bytes is no repetition of the request before it', async () => {
    const file = fileOf();
    await begin(file);
    const requestId = randomUUID();
    dataOf(await send(file, 0, staff, requestId));
    const other = { fileHash: hashOf(file), part: 0, partBase64: Buffer.alloc(PART_BYTES, 7).toString('base64') };
    expect(codeOf(await call(staff, 'uploadPart', other, requestId))).toBe('REQUEST_ID_REUSED');
    expect(await missingAfter(file, 1)).toBe(1);
    expect(await missingAfter(file, 2)).toBe(0);
    expect(await isWholeFor(staff, file)).toBe(true);
  });

  it('is refused when the file has none of that number, or it has another length', async () => {
    const file = fileOf();
    await begin(file);
    const wrong = (part: number, bytes: Buffer) =>
      call(staff, 'uploadPart', { fileHash: hashOf(file), part, partBase64: bytes.toString('base64') });
    expect(await wrong(3, Buffer.alloc(5))).toMatchObject({ code: 'FILE_PART_WRONG', detail: { bytes: 0 } });
    expect(await wrong(2, Buffer.alloc(6))).toMatchObject({ code: 'FILE_PART_WRONG', detail: { bytes: 5 } });
    expect(await wrong(0, Buffer.alloc(PART_BYTES - 1))).toMatchObject({ detail: { bytes: PART_BYTES } });
    expect(codeOf(await wrong(0, Buffer.alloc(PART_BYTES + 3)))).toBe('INVALID_INPUT');
    expect(codeOf(await wrong(PARTS_MAX, Buffer.alloc(5)))).toBe('INVALID_INPUT');
    expect(codeOf(await wrong(-1, Buffer.alloc(5)))).toBe('INVALID_INPUT');
    expect(await rows('file_part')).toBe(0);
  });

  it('that was spoilt makes no file: all parts are missing again, and the right ones mend it', async () => {
    const file = fileOf();
    await begin(file);
    const spoilt = { fileHash: hashOf(file), part: 0, partBase64: Buffer.alloc(PART_BYTES, 7).toString('base64') };
    dataOf(await call(staff, 'uploadPart', spoilt));
    await send(file, 1);
    expect(await missingAfter(file, 2)).toBe(3);
    expect(await codeFor(staff, file)).toBe('FILE_INCOMPLETE');
    expect((await begin(file)).missing).toEqual([0, 1, 2]);
    for (const part of [0, 1, 2]) await send(file, part);
    expect(await isWholeFor(staff, file)).toBe(true);
  });

  it('of a file that is whole changes nothing any more', async () => {
    const file = fileOf();
    await keepFile(world, staff, file);
    const other = { fileHash: hashOf(file), part: 0, partBase64: Buffer.alloc(PART_BYTES, 7).toString('base64') };
    expect(dataOf(await call(staff, 'uploadPart', other))).toEqual({ missing: 0 });
    expect(await isWholeFor(staff, file)).toBe(true);
  });
});

describe("somebody else's file", () => {
  it('is neither found, nor gone on with, nor told from none at all', async () => {
    const file = fileOf();
    await begin(file);
    await send(file, 0);
    expect(codeOf(await send(file, 1, colleague))).toBe('FILE_NOT_FOUND');
    await send(file, 1);
    await send(file, 2);
    expect(await codeFor(colleague, file)).toBe('FILE_NOT_FOUND');
    expect(await codeFor(colleague, fileOf())).toBe('FILE_NOT_FOUND');
    expect((await begin(file, colleague)).missing).toEqual([0, 1, 2]);
    expect(await codeFor(colleague, file)).toBe('FILE_INCOMPLETE');
  });

  it('is begun by nobody without a role that takes files', async () => {
    const { gridId } = await insertUnits(database.db);
    const leader = await insertHolder(world, 'groupLeader', gridId);
    expect(codeOf(await call(leader, 'beginUpload', announced(fileOf())))).toBe('NOT_ALLOWED');
    expect(codeOf(await call(null, 'beginUpload', announced(fileOf())))).toBe('NOT_SIGNED_IN');
  });
});

describe('room for files', () => {
  it('ends with the kind: a larger file is refused before a part of it comes', async () => {
    const large = { ...announced(fileOf()), bytes: 6_291_457 };
    expect(await call(staff, 'beginUpload', large)).toMatchObject({
      code: 'FILE_TOO_LARGE',
      detail: { bytesMax: 6_291_456 },
    });
  });

  it('is eight files for a person: the ninth makes the oldest go, and of nobody else', async () => {
    const own = Array.from({ length: 9 }, () => fileOf(1));
    const others = fileOf(1);
    await keepFile(world, colleague, others);
    for (const file of own.slice(0, 8)) {
      nowMs += 1_000;
      await keepFile(world, staff, file);
    }
    nowMs += 1_000;
    await begin(own[0] as Buffer); // begun again it is the newest
    nowMs += 1_000;
    await keepFile(world, staff, own[8] as Buffer);
    const codes = await Promise.all(own.map((file) => codeFor(staff, file)));
    expect(codes).toEqual(['ok', 'FILE_NOT_FOUND', ...Array(7).fill('ok')]);
    expect(await codeFor(colleague, others)).toBe('ok');
    expect(await rows('file')).toBe(9);
    expect(await rows('file_part')).toBe(9);
    expect(await rows('keyring.file_key')).toBe(9);
  });

  it('is bounded for all together, as announced, also when many begin at once', async () => {
    const most = 512 * 1024 * 1024;
    const room = 10;
    await database.ownerPool.query(
      `insert into file (id, identity_id, hash, bytes, begun_at, expires_at)
       values (gen_random_uuid(), gen_random_uuid(), $1, $2, $3, $4)`,
      [randomBytes(32), most - room, new Date(nowMs), new Date(nowMs + DAY_MS)],
    );
    const files = Array.from({ length: 4 }, () => randomBytes(5));
    const codes = await Promise.all(
      files.map(async (file) => codeOf(await call(staff, 'beginUpload', announced(file)))),
    );
    expect(codes.sort()).toEqual(['UPLOADS_FULL', 'UPLOADS_FULL', 'ok', 'ok']);
  });

  it('makes no second file of one content that was announced with a wrong length', async () => {
    const file = fileOf();
    dataOf(await call(staff, 'beginUpload', { ...announced(file), bytes: 7 }));
    expect((await begin(file)).missing).toEqual([0, 1, 2]);
    expect(await rows('file')).toBe(1);
    expect(await rows('keyring.file_key')).toBe(1);
  });
});

describe('after its day', () => {
  it('a file is not found, whether or not the job has been, and then nothing is left of it', async () => {
    const [old, fresh] = [fileOf(), fileOf()];
    await keepFile(world, staff, old);
    nowMs += DAY_MS;
    expect(await codeFor(staff, old)).toBe('FILE_NOT_FOUND');
    expect(codeOf(await send(old, 0))).toBe('FILE_NOT_FOUND');
    await keepFile(world, staff, fresh);
    expect(await forgetFiles(world, nowMs)).toBe(1);
    expect(await forgetFiles(world, nowMs)).toBe(0);
    expect([await rows('file'), await rows('file_part'), await rows('keyring.file_key')]).toEqual([1, 3, 1]);
    expect(await isWholeFor(staff, fresh)).toBe(true);
  });

  it('nothing is left of a file that was begun and given up', async () => {
    const file = fileOf();
    await begin(file);
    await send(file, 1);
    expect(await forgetFiles(world, nowMs + DAY_MS - 1)).toBe(0);
    expect(await forgetFiles(world, nowMs + DAY_MS)).toBe(1);
    expect([await rows('file'), await rows('file_part'), await rows('keyring.file_key')]).toEqual([0, 0, 0]);
  });

  it('a file that is begun again waits another day', async () => {
    const file = fileOf();
    await keepFile(world, staff, file);
    nowMs += DAY_MS - 1;
    expect((await begin(file)).forgottenAtMs).toBe(nowMs + DAY_MS);
    nowMs += DAY_MS - 1;
    expect(await isWholeFor(staff, file)).toBe(true);
  });

  it('many are forgotten in one run', async () => {
    await database.ownerPool.query(
      `insert into file (id, identity_id, hash, bytes, begun_at, expires_at)
       select gen_random_uuid(), gen_random_uuid(), $1, 1, $2, $3 from generate_series(1, 45)`,
      [randomBytes(32), new Date(nowMs - DAY_MS), new Date(nowMs)],
    );
    expect(await forgetFiles(world, nowMs)).toBe(45);
  });
});

describe('what is kept', () => {
  const CANARY = '金丝雀的花名册';
  const file = Buffer.from(CANARY.repeat(20));

  it('can be read in no table, no log line and no audit entry', async () => {
    const lines: string[] = [];
    const destination = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const watched = { ...world, log: createLog('debug', destination) };
    await keepFile(watched, staff, file);
    const door = openTestRoom(filesRoom, { ...watched, keys: { ...world.keys, unwrap: () => Buffer.alloc(0) } });
    const more = { ...announced(fileOf(1)), fileHash: hashOf(Buffer.from('another')) };
    dataOf(await door(staff, 'beginUpload', more));
    const broken = { fileHash: more.fileHash, part: 0, partBase64: file.subarray(0, 5).toString('base64') };
    expect(codeOf(await door(staff, 'uploadPart', broken))).toBe('FAULT');
    const hidden = [CANARY, file.toString('base64').slice(0, 40), broken.partBase64];
    for (const table of ['file', 'file_part', 'keyring.file_key', 'request_log', 'audit_log', 'outbox']) {
      const { rows: found } = await database.ownerPool.query(`select t::text as text from ${table} t`);
      const text = found.map((row) => row.text).join('\n');
      expect(text.length).toBeGreaterThan(0);
      for (const secret of hidden) {
        expect(text).not.toContain(secret);
        expect(text).not.toContain(Buffer.from(secret).toString('hex'));
      }
    }
    expect(lines.length).toBeGreaterThan(2);
    for (const secret of hidden) expect(lines.join('')).not.toContain(secret);
  });

  it('cannot be read in another place than its own, nor without its key', async () => {
    const two = fileOf(2);
    const same = Buffer.concat([two.subarray(0, PART_BYTES), two.subarray(0, PART_BYTES)]);
    await keepFile(world, staff, same);
    const swap = `update file_part set sealed = (select sealed from file_part where part = 1) where part = 0`;
    await database.ownerPool.query(swap);
    await expect(readAs(staff, same)).rejects.toThrow();
    await database.ownerPool.query('delete from keyring.file_key');
    expect(await codeFor(staff, same)).toBe('FILE_NOT_FOUND');
    expect((await begin(same)).missing).toEqual([0, 1]); // a backup without its keyring: begun anew
  });
});
