import type { ControlledTransaction, Kysely } from 'kysely';
import type { Schema } from '../database/owners';
import { isPlanOutdated } from '../database/preparing';

/** A way to the tables: the pool for reads, the transaction inside a write. Stores take it first. */
export type Db = Kysely<Schema>;

const RETRYABLE = new Set(['40P01', '40001', '55P03']); // deadlock, serialization, lock not available
const TRIES = 3;

function databaseCode(fault: unknown): string | undefined {
  const code = (fault as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** The name of the foreign key that a write broke; undefined for any other fault. */
export function brokenReference(fault: unknown): string | undefined {
  const name = (fault as { constraint?: unknown } | null)?.constraint;
  return databaseCode(fault) === '23503' && typeof name === 'string' ? name : undefined;
}

/** The ledger's trigger: the day of an entry is signed already. */
export const isDaySigned = (fault: unknown): boolean => databaseCode(fault) === 'BB001';

const LOST_STATES = /^(08...|57P0[123]|53300)$/; // connection, shutdown, too many connections
const LOST_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT', 'ENOTFOUND', 'EHOSTUNREACH']);
/** The driver gives these no code. */
const LOST_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

/** Whether the database is gone or out of reach: nobody's own fault, and the next statement would fare no better. */
export function isDatabaseLost(fault: unknown): boolean {
  const code = databaseCode(fault) ?? '';
  return LOST_STATES.test(code) || LOST_CODES.has(code) || (fault instanceof Error && LOST_WORDS.test(fault.message));
}

const isWorthAnother = (fault: unknown) => RETRYABLE.has(databaseCode(fault) ?? '') || isPlanOutdated(fault);

/**
 * Runs `work` in one transaction and commits it; rolls back and throws on a fault. A deadlock's victim is tried again
 * from the start, at most three times: nothing of it was kept. So is one that met tables changed under it.
 */
export async function inTransaction<T>(db: Db, work: (trx: ControlledTransaction<Schema>) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const trx = await db.startTransaction().execute();
    try {
      const result = await work(trx);
      await trx.commit().execute();
      return result;
    } catch (fault) {
      if (!trx.isCommitted) await rollBackQuietly(trx);
      if (attempt >= TRIES || !isWorthAnother(fault)) throw fault;
    }
  }
}

/** The first fault is the one worth telling; a lost connection has rolled back by itself. */
async function rollBackQuietly(trx: ControlledTransaction<Schema>): Promise<void> {
  try {
    await trx.rollback().execute();
  } catch {}
}

/** Runs `work` so that a refusal undoes what it wrote and nothing else of the transaction. */
export async function undoOnRefusal<T>(
  trx: ControlledTransaction<Schema>,
  work: () => Promise<T>,
  isRefused: (result: T) => boolean,
): Promise<T> {
  const inner = await trx.savepoint('work').execute();
  const result = await work();
  if (isRefused(result)) await inner.rollbackToSavepoint('work').execute();
  else await inner.releaseSavepoint('work').execute();
  return result;
}
