import type { TestDatabase } from './database';

/** Until so many sessions of the database wait for a lock, or nobody can any more. */
export async function untilWaiting(
  { ownerPool }: TestDatabase,
  { sessions = 1, unless = () => false }: { readonly sessions?: number; readonly unless?: () => boolean } = {},
): Promise<void> {
  const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while (!unless() && ((await ownerPool.query(waiting)).rowCount ?? 0) < sessions)
    await new Promise((ok) => setTimeout(ok, 5));
}

/**
 * Sends all at once while nobody can write into the table, and lets go when `sessions` of them wait: whatever does not
 * stand in line has read by then, and nobody has written. However slow the machine, it is a race.
 */
export async function whileNobodyWrites<T>(
  database: TestDatabase,
  table: string,
  sessions: number,
  send: () => readonly Promise<T>[],
): Promise<T[]> {
  const held = await database.ownerPool.connect();
  try {
    await held.query(`begin; lock table ${table} in share mode`);
    let isAnswered = false;
    const asked = Promise.all(send()).finally(() => {
      isAnswered = true;
    });
    await untilWaiting(database, { sessions, unless: () => isAnswered });
    await held.query('rollback');
    return await asked;
  } finally {
    held.release();
  }
}
