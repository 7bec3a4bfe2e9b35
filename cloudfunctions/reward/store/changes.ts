import { type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import type { Db } from '../../kit/transaction';
import type { RewardChange } from '../../values/rewards';

/** What is named and may end: a kind of reward, a thing of the shelf. */
export type Named = 'reward_kind' | 'goods';
export interface ChangeRow {
  readonly what: RewardChange;
  /** The name until then. */
  readonly before: string;
  readonly because: string;
  readonly changedBy: string;
  readonly atMs: number;
}

const ID_OF = { reward_kind: 'kind_id', goods: 'goods_id' } as const;

/** Of each, the oldest first. */
export async function changesOf(db: Db, named: Named, ids: readonly string[]): Promise<(id: string) => ChangeRow[]> {
  if (ids.length === 0) return () => [];
  const column = ID_OF[named];
  const rows = await db
    .selectFrom('reward_change')
    .selectAll()
    .where(column, '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('changed_at')
    .orderBy('id')
    .execute();
  return (id) => rows.filter((row) => row[column] === id).map(toChange);
}

const toChange = (row: Selectable<Tables['reward_change']>): ChangeRow => ({
  ...{ what: row.what, before: row.before, because: row.because },
  ...{ changedBy: row.changed_by, atMs: row.changed_at.getTime() },
});

interface NewChange extends ChangeRow {
  readonly changeId: string;
  readonly of: Named;
  readonly id: string;
  /** The new name; null where it ends. */
  readonly name: string | null;
}

/** The change and its line in the trail. The caller holds the lock and has seen that the name is free. */
export async function changeNamed(db: Db, { changeId, of, id, name, ...change }: NewChange): Promise<void> {
  const at = new Date(change.atMs);
  await db
    .insertInto('reward_change')
    .values({
      ...{ id: changeId, kind_id: null, goods_id: null, [ID_OF[of]]: id },
      ...{ what: change.what, before: change.before, because: change.because },
      ...{ changed_by: change.changedBy, changed_at: at },
    })
    .execute();
  await db
    .updateTable(of)
    .set(name === null ? { ended_at: at } : { name })
    .where('id', '=', id)
    .execute();
}
