import { type SqlBool, sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { HolderKind, ItemState } from '../rules/item';
import { type ItemVersion, isInForce, toVersion, versions } from './versions';

/** Where an item stands in a list: those that agree keep the order of their sheet, others follow in that of their making. */
export interface ListPlace {
  readonly value: string | number;
  readonly sheetRow: number;
  readonly itemId: string;
}

/** Those alone; what is left out asks for nothing. */
export interface OnlyItems {
  readonly holderKind?: HolderKind | undefined;
  readonly pointsFrom?: number | undefined;
  readonly pointsTo?: number | undefined;
  readonly limited?: boolean | undefined;
  readonly basis?: boolean | undefined;
}
export interface Meant {
  readonly unitId: string;
  readonly state: ItemState;
  readonly query: string | null;
  readonly only: OnlyItems;
}
export interface ListPage {
  readonly sort: { readonly by: keyof typeof SORTED; readonly falling: boolean };
  /** The last one of the page before. */
  readonly behind: ListPlace | null;
  readonly limit: number;
}

const SORTED = {
  category: sql<string>`v.category collate "zh-x-icu"`,
  name: sql<string>`v.name collate "zh-x-icu"`,
  points: sql<number>`v.points`,
};

const hasDraft = sql<boolean>`i.state = 'published' and v.published_at is not null and exists
  (select from point_item_version d where d.item_id = i.id and d.published_at is null)`;

interface Listed {
  readonly hasDraft: boolean;
  readonly sheetRow: number;
}

const NO_ROW = 2_147_483_647;
const sheetRow = sql<number>`coalesce(i.sheet_row, ${sql.lit(NO_ROW)})`;

/** In pinyin where words are sorted, then by place. A list of drafts also has those of published items. */
export async function listItems(db: Db, meant: Meant, page: ListPage): Promise<(ItemVersion & Listed)[]> {
  const { by, falling } = page.sort;
  const way = falling ? 'desc' : 'asc';
  let query = versions(db)
    .select([hasDraft.as('has_draft'), sheetRow.as('row_in_sheet')])
    .where(isMeant(meant))
    .orderBy(SORTED[by], way)
    .orderBy(sheetRow, way)
    .orderBy('v.item_id', way)
    .limit(page.limit);
  if (page.behind) query = query.where(isBehind(page.sort, page.behind));
  const found = await query.execute();
  return found.map((row) => ({ ...toVersion(row), hasDraft: row.has_draft, sheetRow: row.row_in_sheet }));
}

/** How many there are in all. */
export async function countItems(db: Db, meant: Meant): Promise<number> {
  const { count } = await versions(db)
    .clearSelect()
    .select(sql<number>`count(*)::int`.as('count'))
    .where(isMeant(meant))
    .executeTakeFirstOrThrow();
  return count;
}

function isBehind({ by, falling }: ListPage['sort'], { value, sheetRow: row, itemId }: ListPlace) {
  const place = sql`(${SORTED[by]}, ${sheetRow}, v.item_id)`;
  const last = sql`(${value}${by === 'points' ? sql`::int` : sql``}, ${row}::int, ${itemId}::uuid)`;
  return falling ? sql<boolean>`${place} < ${last}` : sql<boolean>`${place} > ${last}`;
}

const isDraft = sql<boolean>`i.state <> 'retired' and v.published_at is null`;
const contains = (words: string) => sql<SqlBool>`strpos(lower(v.name || ' ' || v.category), lower(${words})) > 0`;
const LIMITED = sql<boolean>`num_nonnulls(v.cap_person_day, v.cap_person_month, v.cap_person_year, v.cap_household_day,
  v.cap_household_month, v.cap_household_year, v.ceiling_person_activity, v.ceiling_person_day, v.ceiling_person_month,
  v.ceiling_person_year, v.ceiling_household_activity, v.ceiling_household_day, v.ceiling_household_month, v.ceiling_household_year) > 0`;

function isMeant({ unitId, state, query, only }: Meant) {
  const { holderKind, pointsFrom, pointsTo, limited, basis } = only;
  const conditions = [
    sql<boolean>`i.unit_id = ${unitId}`,
    state === 'draft' ? isDraft : sql<boolean>`i.state = ${state} and ${isInForce}`,
    ...(query ? [contains(query)] : []),
    ...(holderKind ? [sql<boolean>`v.holder_kind = ${holderKind}`] : []),
    ...(pointsFrom === undefined ? [] : [sql<boolean>`v.points >= ${pointsFrom}`]),
    ...(pointsTo === undefined ? [] : [sql<boolean>`v.points <= ${pointsTo}`]),
    ...(limited === undefined ? [] : [sql<boolean>`(${LIMITED}) = ${limited}`]),
    ...(basis === undefined ? [] : [sql<boolean>`(v.policy_document_id is not null) = ${basis}`]),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}
