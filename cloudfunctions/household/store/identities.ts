import type { Db } from '../../kit/transaction';

export interface IdentityRow {
  readonly identityId: string;
  readonly residentId: string | null;
  readonly householdId: string | null;
  readonly communityId: string | null;
}

const identities = (db: Db) =>
  db
    .selectFrom('identity as i')
    .leftJoin('membership as m', (join) =>
      join.onRef('m.resident_id', '=', 'i.resident_id').on('m.left_on', 'is', null),
    )
    .leftJoin('household as h', 'h.id', 'm.household_id')
    .select([
      'i.id as identityId',
      'i.resident_id as residentId',
      'h.id as householdId',
      'h.community_id as communityId',
    ]);

export async function identityById(db: Db, identityId: string): Promise<IdentityRow | null> {
  return (await identities(db).where('i.id', '=', identityId).executeTakeFirst()) ?? null;
}

export async function identityBySubject(
  db: Db,
  kind: 'wechat' | 'demo',
  subjectHash: Buffer,
): Promise<IdentityRow | null> {
  const rows = identities(db).where('i.kind', '=', kind).where('i.subject_hash', '=', subjectHash);
  return (await rows.executeTakeFirst()) ?? null;
}

export interface NewIdentity {
  readonly identityId: string;
  readonly kind: 'wechat' | 'demo';
  readonly subjectHash: Buffer;
  readonly residentId: string | null;
}

/** Whoever is there already stays as they are. */
export async function insertIdentities(db: Db, rows: readonly NewIdentity[], nowMs: number): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('identity')
    .values(
      rows.map((row) => ({
        id: row.identityId,
        kind: row.kind,
        subject_hash: row.subjectHash,
        resident_id: row.residentId,
        created_at: new Date(nowMs),
      })),
    )
    .onConflict((conflict) => conflict.columns(['kind', 'subject_hash']).doNothing())
    .execute();
}
