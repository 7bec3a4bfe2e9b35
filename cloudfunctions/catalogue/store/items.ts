import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { Draft } from '../rules/draft';
import type { ItemState } from '../rules/item';
import { type ItemVersion, toVersion, versions } from './versions';

export interface ItemRow {
  readonly itemId: string;
  readonly unitId: string;
  readonly name: string;
  readonly state: ItemState;
  /** The published version; null while there is none. */
  readonly currentVersion: number | null;
}

const rows = (db: Db) =>
  db
    .selectFrom('point_item as i')
    .select(['i.id as itemId', 'i.unit_id as unitId', 'i.name', 'i.state', 'i.current_version as currentVersion']);

export async function itemOf(db: Db, itemId: string): Promise<ItemRow | null> {
  return (await rows(db).where('i.id', '=', itemId).executeTakeFirst()) ?? null;
}

/**
 * Everybody who changes a community's items takes turns here, so that two publishers cannot both find room for one more
 * item, or a name free. Awards that refer to the items are not held up.
 */
export async function lockItems(db: Db, unitId: string): Promise<void> {
  await sql`select 1 from point_item where unit_id = ${unitId} order by id for no key update`.execute(db);
}

/** Items of a community that are not retired. */
export function activeItems(db: Db, unitId: string): Promise<ItemRow[]> {
  return rows(db).where('i.unit_id', '=', unitId).where('i.state', '<>', 'retired').orderBy('i.id').execute();
}

/** The drafted versions of a community's items, by item id; an item has at most one that is not published yet. */
export async function draftsOf(db: Db, unitId: string, itemIds: readonly string[]): Promise<Map<string, ItemVersion>> {
  const found = await versions(db)
    .where('i.unit_id', '=', unitId)
    .where('i.id', '=', sql<string>`any(${itemIds})`)
    .where('v.published_at', 'is', null)
    .execute();
  return new Map(found.map((row) => [row.item_id, toVersion(row)]));
}

/** Names under which retired items of a community have earned points, with whose times are counted: those retired last come first. */
export async function retiredNames(db: Db, unitId: string): Promise<{ name: string; lineageId: string }[]> {
  return db
    .selectFrom('point_item as i')
    .innerJoin('point_item_version as v', 'v.item_id', 'i.id')
    .select(['v.name', sql<string>`coalesce(i.lineage_id, i.id)`.as('lineageId')])
    .where('i.unit_id', '=', unitId)
    .where('i.state', '=', 'retired')
    .where('v.published_at', 'is not', null)
    .orderBy('i.retired_on', (by) => by.desc().nullsLast())
    .orderBy('v.published_at', 'desc')
    .execute();
}

export async function continueLineage(db: Db, itemId: string, lineageId: string): Promise<void> {
  await db.updateTable('point_item').set({ lineage_id: lineageId }).where('id', '=', itemId).execute();
}

/** By name among the active items of a community. */
export async function itemsByName(db: Db, unitId: string, names: readonly string[]): Promise<Map<string, ItemRow>> {
  const found = await rows(db)
    .where('i.unit_id', '=', unitId)
    .where('i.state', '<>', 'retired')
    .where('i.name', '=', sql<string>`any(${names})`)
    .execute();
  return new Map(found.map((item) => [item.name, item]));
}

/** Active items that came from this very file, by the place they stood in: found again though they were renamed since. */
export async function itemsOfFile(db: Db, unitId: string, fileHash: Buffer): Promise<Map<string, ItemRow>> {
  const found = await rows(db)
    .innerJoin('sheet_import as s', 's.id', 'i.sheet_import_id')
    .select('i.sheet_place as place')
    .where('i.unit_id', '=', unitId)
    .where('i.state', '<>', 'retired')
    .where('s.file_hash', '=', fileHash)
    .execute();
  return new Map(found.flatMap(({ place, ...item }) => (place === null ? [] : [[place, item] as const])));
}

export interface NewItem {
  readonly itemId: string;
  readonly unitId: string;
  readonly name: string;
  readonly sheet: { readonly importId: string; readonly row: number; readonly place: string } | null;
}

/** The ids of those that went in: a name that an active item of the community has keeps its item out. */
export async function addItems(db: Db, items: readonly NewItem[], nowMs: number): Promise<string[]> {
  const inserted = await db
    .insertInto('point_item')
    .values(
      items.map((item) => ({
        id: item.itemId,
        unit_id: item.unitId,
        name: item.name,
        state: 'draft' as const,
        sheet_import_id: item.sheet?.importId ?? null,
        sheet_row: item.sheet?.row ?? null,
        sheet_place: item.sheet?.place ?? null,
        created_at: new Date(nowMs),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return inserted.map((row) => row.id);
}

/** What a version's columns hold of a draft. */
const columnsOf = (draft: Draft) => ({
  name: draft.name,
  category: draft.category,
  points: draft.points,
  grades: JSON.stringify(draft.grades),
  per_half_hours: draft.perHalfHours,
  condition: draft.condition,
  counted_per: draft.countedPer,
  evidence: draft.evidence,
  guideline_item_id: draft.guidelineItemId,
  programme_id: draft.programmeId,
  policy_document_id: draft.policyDocumentId,
  holder_kind: draft.holderKind,
  cap_person_day: draft.caps.personDay,
  cap_person_month: draft.caps.personMonth,
  cap_person_year: draft.caps.personYear,
  cap_household_day: draft.caps.householdDay,
  cap_household_month: draft.caps.householdMonth,
  cap_household_year: draft.caps.householdYear,
  ceiling_person_activity: draft.ceilings.personActivity,
  ceiling_person_day: draft.ceilings.personDay,
  ceiling_person_month: draft.ceilings.personMonth,
  ceiling_person_year: draft.ceilings.personYear,
  ceiling_household_activity: draft.ceilings.householdActivity,
  ceiling_household_day: draft.ceilings.householdDay,
  ceiling_household_month: draft.ceilings.householdMonth,
  ceiling_household_year: draft.ceilings.householdYear,
  needs_review: draft.needsReview,
  notice_days: draft.noticeDays,
  is_legal_duty: draft.legalDuty?.isDuty ?? null,
  legal_duty_reason: draft.legalDuty?.reason ?? null,
});

export interface NewVersion {
  readonly itemId: string;
  readonly version: number;
  readonly draft: Draft;
}

export async function addVersions(
  db: Db,
  added: readonly NewVersion[],
  draftedBy: string,
  nowMs: number,
): Promise<void> {
  const about = { drafted_by: draftedBy, drafted_at: new Date(nowMs) };
  const values = added.map(({ itemId, version, draft }) => ({
    item_id: itemId,
    version,
    ...columnsOf(draft),
    ...about,
  }));
  await db.insertInto('point_item_version').values(values).execute();
}

/** Only a draft is ever changed: what was published stays as awards were made under it. */
export async function changeVersion(
  db: Db,
  { itemId, version, draft }: NewVersion,
  draftedBy: string,
  nowMs: number,
): Promise<void> {
  await db
    .updateTable('point_item_version')
    .set({ ...columnsOf(draft), drafted_by: draftedBy, drafted_at: new Date(nowMs) })
    .where('item_id', '=', itemId)
    .where('version', '=', version)
    .where('published_at', 'is', null)
    .executeTakeFirstOrThrow();
}

export async function renameItem(db: Db, itemId: string, name: string): Promise<void> {
  await db.updateTable('point_item').set({ name }).where('id', '=', itemId).execute();
}

export async function publishVersion(db: Db, drafted: ItemVersion, by: string, nowMs: number): Promise<void> {
  const { itemId, version, name } = drafted;
  await db
    .updateTable('point_item_version')
    .set({ published_by: by, published_at: new Date(nowMs) })
    .where('item_id', '=', itemId)
    .where('version', '=', version)
    .execute();
  await db
    .updateTable('point_item')
    .set({ state: 'published', current_version: version, name })
    .where('id', '=', itemId)
    .execute();
}

/** `on`: the last day whose deeds still count; a draft that was never published has none. */
export async function retire(db: Db, itemId: string, because: string, on: string): Promise<void> {
  await db
    .updateTable('point_item')
    .set({
      state: 'retired',
      retired_because: because,
      retired_on: sql`case when current_version is not null then ${on}::date end`,
    })
    .where('id', '=', itemId)
    .execute();
}

export interface SheetImport {
  readonly importId: string;
  readonly unitId: string;
  readonly fileName: string;
  readonly fileHash: Buffer;
  readonly importedBy: string;
  readonly counts: Readonly<Record<string, number>>;
}

export async function addSheetImport(db: Db, row: SheetImport, nowMs: number): Promise<void> {
  await db
    .insertInto('sheet_import')
    .values({
      id: row.importId,
      unit_id: row.unitId,
      file_name: row.fileName,
      file_hash: row.fileHash,
      imported_by: row.importedBy,
      at: new Date(nowMs),
      counts: JSON.stringify(row.counts),
    })
    .execute();
}
