import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { PartStore } from '../../platform/port';

/** Parts in the database: the one store that a laptop, a server and a cloud function have in common. */
export function partsInDatabase(db: Db): PartStore {
  return {
    async keep(fileId, part, sealed) {
      await db
        .insertInto('file_part')
        .values({ file_id: fileId, part, sealed })
        .onConflict((conflict) => conflict.columns(['file_id', 'part']).doUpdateSet({ sealed }))
        .execute();
    },
    async numbers(fileId) {
      const rows = await db.selectFrom('file_part').select('part').where('file_id', '=', fileId).execute();
      return rows.map(({ part }) => part);
    },
    async read(fileId, from, count) {
      const rows = await db
        .selectFrom('file_part')
        .select('sealed')
        .where('file_id', '=', fileId)
        .where('part', '>=', from)
        .where('part', '<', from + count)
        .orderBy('part')
        .execute();
      return rows.map(({ sealed }) => sealed);
    },
    async forget(fileIds) {
      if (fileIds.length === 0) return;
      await db.deleteFrom('file_part').where('file_id', '=', sql<string>`any(${fileIds}::uuid[])`).execute();
    },
  };
}
