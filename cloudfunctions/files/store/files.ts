import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';

export interface FileRow {
  readonly fileId: string;
  readonly hash: Buffer;
  readonly bytes: number;
  readonly completedAt: Date | null;
  readonly wrappedKey: Buffer;
}

const COLUMNS = [
  'file.id as fileId',
  'file.hash',
  'file.bytes',
  'file.completed_at as completedAt',
  'k.wrapped_key as wrappedKey',
] as const;

const ownFile = (db: Db, identityId: string, hash: Buffer) =>
  db
    .selectFrom('file')
    .innerJoin('keyring.file_key as k', 'k.file_id', 'file.id')
    .select(COLUMNS)
    .where('file.identity_id', '=', identityId)
    .where('file.hash', '=', hash);

/** One of the identity's own, until it is over. */
export function findFile(db: Db, identityId: string, hash: Buffer, now: Date): Promise<FileRow | undefined> {
  return ownFile(db, identityId, hash).where('file.expires_at', '>', now).executeTakeFirst();
}

/** Locked, so that parts of one file come one behind the other and the last one knows that it is. */
export function lockFile(db: Db, identityId: string, hash: Buffer, now: Date): Promise<FileRow | undefined> {
  return ownFile(db, identityId, hash).where('file.expires_at', '>', now).forUpdate('file').executeTakeFirst();
}

/** The identity's files, the newest first, locked; also what is over and not forgotten yet. */
export function lockFilesOf(
  db: Db,
  identityId: string,
): Promise<{ fileId: string; hash: Buffer; bytes: number; hasKey: boolean }[]> {
  return db
    .selectFrom('file')
    .leftJoin('keyring.file_key as k', 'k.file_id', 'file.id')
    .select(['file.id as fileId', 'hash', 'bytes', sql<boolean>`k.file_id is not null`.as('hasKey')])
    .where('identity_id', '=', identityId)
    .orderBy('begun_at', 'desc')
    .orderBy('file.id', 'desc')
    .forUpdate('file')
    .execute();
}

export interface NewFile {
  readonly fileId: string;
  readonly identityId: string;
  readonly hash: Buffer;
  readonly bytes: number;
  readonly wrappedKey: Buffer;
  readonly begunAt: Date;
  readonly expiresAt: Date;
}

export async function insertFile(db: Db, file: NewFile): Promise<void> {
  await db
    .insertInto('file')
    .values({
      id: file.fileId,
      identity_id: file.identityId,
      hash: file.hash,
      bytes: file.bytes,
      begun_at: file.begunAt,
      expires_at: file.expiresAt,
      completed_at: null,
    })
    .execute();
  await db.insertInto('keyring.file_key').values({ file_id: file.fileId, wrapped_key: file.wrappedKey }).execute();
}

/** Begun again: it counts as the newest, and its day begins anew. */
export async function renewFile(db: Db, fileId: string, begunAt: Date, expiresAt: Date): Promise<void> {
  await db.updateTable('file').set({ begun_at: begunAt, expires_at: expiresAt }).where('id', '=', fileId).execute();
}

export async function completeFile(db: Db, fileId: string, completedAt: Date): Promise<void> {
  await db.updateTable('file').set({ completed_at: completedAt }).where('id', '=', fileId).execute();
}

/** The row and its key; its parts go before, see the port. */
export async function deleteFiles(db: Db, fileIds: readonly string[]): Promise<void> {
  if (fileIds.length === 0) return;
  const ids = sql<string>`any(${fileIds}::uuid[])`;
  await db.deleteFrom('keyring.file_key').where('file_id', '=', ids).execute();
  await db.deleteFrom('file').where('id', '=', ids).execute();
}

/** Of all files that stand, over or not: what the disk holds, or was promised. */
export async function bytesOfAll(db: Db): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`select coalesce(sum(bytes), 0)::text as bytes from file`.execute(db);
  return Number(rows[0]?.bytes ?? 0);
}

/** Files that are over, locked; those that somebody is using are another run's business. */
export async function lockExpired(db: Db, now: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('file')
    .select('id')
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(({ id }) => id);
}
