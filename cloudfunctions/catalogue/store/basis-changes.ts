import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { BASIS_CHANGES, BasisField, BasisKind } from '../../values/basis';
import type { GuidelineRow, PolicyDocumentRow, ProgrammeRow } from './basis';

const TABLES = { document: 'policy_document', guideline: 'guideline_item', programme: 'programme' } as const;
const ID_OF = { document: 'policy_document_id', guideline: 'guideline_item_id', programme: 'programme_id' } as const;

export interface BasisChangeRow {
  readonly what: (typeof BASIS_CHANGES)[number];
  /** What stood until then, of each field that was put right. */
  readonly before: readonly { readonly field: BasisField; readonly value: string }[];
  readonly because: string;
  readonly changedBy: string;
  readonly atMs: number;
}

/** The newest first. */
export async function changesOf(db: Db, of: BasisKind, id: string, limit: number): Promise<BasisChangeRow[]> {
  const rows = await db
    .selectFrom('basis_change')
    .selectAll()
    .where(ID_OF[of], '=', id)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ what, before, because, changed_by, changed_at }) => ({
    ...{ what, because, changedBy: changed_by, atMs: changed_at.getTime() },
    before: before as BasisChangeRow['before'],
  }));
}

/** The line in the trail. */
export async function insertChange(
  db: Db,
  { changeId, of, id, ...change }: BasisChangeRow & { changeId: string; of: BasisKind; id: string },
): Promise<void> {
  await db
    .insertInto('basis_change')
    .values({
      ...{ id: changeId, policy_document_id: null, guideline_item_id: null, programme_id: null, [ID_OF[of]]: id },
      ...{ what: change.what, before: JSON.stringify(change.before), because: change.because },
      ...{ changed_by: change.changedBy, changed_at: new Date(change.atMs) },
    })
    .execute();
}

export async function endBasis(db: Db, of: BasisKind, id: string, nowMs: number): Promise<void> {
  await db
    .updateTable(TABLES[of])
    .set({ ended_at: new Date(nowMs) })
    .where('id', '=', id)
    .execute();
}

/** Whether another one of the unit that is in force bears the number or the name. */
export async function isBorne(
  db: Db,
  of: BasisKind,
  { id, unitId, called }: { readonly id: string; readonly unitId: string; readonly called: string },
): Promise<boolean> {
  const { rows } = await sql`select from ${sql.table(TABLES[of])}
    where unit_id = ${unitId} and ${sql.ref(of === 'document' ? 'number' : 'name')} = ${called} and id <> ${id}
      and ended_at is null`.execute(db);
  return rows.length > 0;
}

export async function correctDocument(db: Db, id: string, row: DocumentWords): Promise<void> {
  const { number, title, issuer, issuedOn: issued_on } = row;
  await db.updateTable('policy_document').set({ number, title, issuer, issued_on }).where('id', '=', id).execute();
}
export type DocumentWords = Pick<PolicyDocumentRow, 'number' | 'title' | 'issuer' | 'issuedOn'>;

export async function correctGuideline(db: Db, id: string, row: GuidelineWords): Promise<void> {
  await db
    .updateTable('guideline_item')
    .set({
      ...{ policy_document_id: row.policyDocumentId, category: row.category, name: row.name },
      ...{ points_min: row.pointsMin, points_max: row.pointsMax, counted_per: row.countedPer, evidence: row.evidence },
    })
    .where('id', '=', id)
    .execute();
}
export type GuidelineWords = Omit<GuidelineRow, 'guidelineItemId' | 'unitId' | 'unitName' | 'unitPath' | 'isEnded'>;

export async function correctProgramme(db: Db, id: string, { name, aim }: ProgrammeWords): Promise<void> {
  await db.updateTable('programme').set({ name, aim }).where('id', '=', id).execute();
}
export type ProgrammeWords = Pick<ProgrammeRow, 'name' | 'aim'>;
