import { type SqlBool, sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { ItemState } from '../rules/item';
import { type ItemVersion, isInForce, toVersion, versions } from './versions';

/** Where an item stands in a list: those of a sheet keep its order, others follow in the order of their making. */
export interface ListPlace {
  readonly category: string;
  readonly sheetRow: number;
  readonly itemId: string;
}

export interface ListAsk {
  readonly unitId: string;
  readonly state: ItemState;
  readonly query: string | null;
  /** The last one of the page before. */
  readonly after: ListPlace | null;
  readonly limit: number;
}

const hasDraft = sql<boolean>`i.state = 'published' and v.published_at is not null and exists
  (select from point_item_version d where d.item_id = i.id and d.published_at is null)`;

interface Listed {
  readonly hasDraft: boolean;
  readonly sheetRow: number;
}

const NO_ROW = 2_147_483_647;
const sheetRow = sql<number>`coalesce(i.sheet_row, ${sql.lit(NO_ROW)})`;

/** By category in pinyin, then by place. A list of drafts also has those of published items. */
export async function listItems(db: Db, ask: ListAsk): Promise<(ItemVersion & Listed)[]> {
  let query = versions(db)
    .select([hasDraft.as('has_draft'), sheetRow.as('row_in_sheet')])
    .where('i.unit_id', '=', ask.unitId)
    .where(ask.state === 'draft' ? isDraft : sql<boolean>`i.state = ${ask.state} and ${isInForce}`)
    .orderBy(sql`v.category collate "zh-x-icu"`)
    .orderBy(sheetRow)
    .orderBy('v.item_id')
    .limit(ask.limit);
  if (ask.query) query = query.where(contains(ask.query));
  if (ask.after) query = query.where(isAfter(ask.after));
  const found = await query.execute();
  return found.map((row) => ({ ...toVersion(row), hasDraft: row.has_draft, sheetRow: row.row_in_sheet }));
}

const isAfter = ({ category, sheetRow: row, itemId }: ListPlace) =>
  sql<boolean>`(v.category collate "zh-x-icu", ${sheetRow}, v.item_id) > (${category}, ${row}::int, ${itemId}::uuid)`;
const isDraft = sql<boolean>`i.state <> 'retired' and v.published_at is null`;
const contains = (words: string) => sql<SqlBool>`strpos(lower(v.name || ' ' || v.category), lower(${words})) > 0`;
