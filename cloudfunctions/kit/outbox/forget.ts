import { sql } from 'kysely';
import type { Db } from '../transaction';

/** The oldest events, at the most `most`, as far as every reader has passed them. */
export async function deleteEvents(db: Db, before: Date, most: number): Promise<number> {
  const oldest = db
    .selectFrom('outbox')
    .select(['id', 'created_at'])
    .where('id', '<=', (passed) =>
      passed
        .selectFrom('event_reader')
        .select((reader) => sql<number>`coalesce(${reader.fn.min('passed_id')}, ${Number.MAX_SAFE_INTEGER})`.as('id')),
    )
    .orderBy('id')
    .limit(most);
  const { numDeletedRows } = await db
    .deleteFrom('outbox')
    .where('id', 'in', (old) => old.selectFrom(oldest.as('oldest')).select('id').where('created_at', '<', before))
    .executeTakeFirst();
  return Number(numDeletedRows);
}
