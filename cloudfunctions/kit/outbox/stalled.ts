import { MINUTE_MS } from '../../values/dates';
import type { Db } from '../transaction';

/** Readers come by every few minutes; whoever has left an event lying for so long has stopped. */
const STALLED_MS = 30 * MINUTE_MS;

/** Names of the readers that have not passed an event which is older than half an hour. */
export async function stalledReaders(db: Db, nowMs: number): Promise<string[]> {
  const rows = await db
    .selectFrom('event_reader as reader')
    .select('reader.name')
    .where((reader) =>
      reader.exists(
        reader
          .selectFrom('outbox')
          .select('outbox.id')
          .whereRef('outbox.id', '>', 'reader.passed_id')
          .where('outbox.created_at', '<', new Date(nowMs - STALLED_MS)),
      ),
    )
    .orderBy('reader.name')
    .execute();
  return rows.map(({ name }) => name);
}
