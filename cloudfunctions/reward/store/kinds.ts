import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { KindNature } from '../../values/rewards';

/** A kind of reward that a unit named itself. */
export interface OpenKind {
  readonly kindId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly name: string;
  readonly nature: KindNature;
  readonly policyDocumentId: string;
  readonly isEnded: boolean;
}

const kinds = (db: Db) =>
  db
    .selectFrom('reward_kind')
    .innerJoin('unit', 'unit.id', 'reward_kind.unit_id')
    .select([
      'reward_kind.id as kindId',
      'reward_kind.unit_id as unitId',
      'unit.path as unitPath',
      'reward_kind.name as name',
      'nature',
      'policy_document_id as policyDocumentId',
      sql<boolean>`reward_kind.ended_at is not null`.as('isEnded'),
    ]);

export async function openKindsOf(db: Db, kindIds: readonly string[]): Promise<Map<string, OpenKind>> {
  if (kindIds.length === 0) return new Map();
  const rows = await kinds(db).where('reward_kind.id', '=', sql<string>`any(${kindIds}::uuid[])`).execute();
  return new Map(rows.map((row) => [row.kindId, row]));
}

/** Those that a unit or one above it named, the highest first, in the order in which they were. */
export function openKindsAbove(db: Db, unitPath: string): Promise<OpenKind[]> {
  return kinds(db)
    .where(sql<boolean>`starts_with(${unitPath}, unit.path)`)
    .orderBy(sql`length(unit.path)`)
    .orderBy('named_at')
    .orderBy('reward_kind.id')
    .execute();
}

export async function insertKind(
  db: Db,
  kind: Omit<OpenKind, 'unitPath' | 'isEnded'>,
  by: { readonly residentId: string; readonly nowMs: number },
): Promise<void> {
  await db
    .insertInto('reward_kind')
    .values({
      id: kind.kindId,
      unit_id: kind.unitId,
      name: kind.name,
      nature: kind.nature,
      policy_document_id: kind.policyDocumentId,
      named_by: by.residentId,
      named_at: new Date(by.nowMs),
    })
    .execute();
}
