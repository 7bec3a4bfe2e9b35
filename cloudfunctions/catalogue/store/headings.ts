import type { Db } from '../../kit/transaction';
import type { Means } from '../rules/sheet/header';

/** What people of a community have said of headings, by the heading. */
export async function headingsOf(db: Db, unitId: string): Promise<Map<string, Means>> {
  const rows = await db
    .selectFrom('sheet_heading')
    .select(['heading', 'means'])
    .where('unit_id', '=', unitId)
    .execute();
  return new Map(rows.map(({ heading, means }) => [heading, means]));
}

/** The last word on a heading counts. */
export async function keepHeadings(
  db: Db,
  unitId: string,
  columns: readonly { readonly heading: string; readonly means: Means }[],
  by: string,
  nowMs: number,
): Promise<void> {
  const last = [...new Map(columns.map(({ heading, means }) => [heading, means]))];
  if (last.length === 0) return;
  const said = { said_by: by, said_at: new Date(nowMs) };
  await db
    .insertInto('sheet_heading')
    .values(last.map(([heading, means]) => ({ unit_id: unitId, heading, means, ...said })))
    .onConflict((conflict) =>
      conflict.columns(['unit_id', 'heading']).doUpdateSet((row) => ({
        means: row.ref('excluded.means'),
        said_by: row.ref('excluded.said_by'),
        said_at: row.ref('excluded.said_at'),
      })),
    )
    .execute();
}
