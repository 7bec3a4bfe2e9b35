import type { Pool } from 'pg';
import type { Run, Statement } from './statement';

export const BEGIN: Statement = { name: 'begin', text: 'begin' };
const COMMIT: Statement = { name: 'commit', text: 'commit' };
const ROLLBACK: Statement = { name: 'rollback', text: 'rollback' };
/**
 * Planned once per connection, and by key whatever the statistics say: on a young installation, or before the next
 * ANALYZE, plans made while the tables were small would read whole tables for every request. Tables are joined in the
 * order in which a statement names them. It holds until the transaction ends.
 */
export const PLANS_BY_KEY: Statement = {
  name: 'plans-by-key',
  text: `select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
           set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
           set_config('enable_material', 'off', true), set_config('join_collapse_limit', '1', true)`,
};

export interface Pipeline {
  readonly run: Run;
  /** Throws where PostgreSQL, after a failed statement, answered ROLLBACK, which is no error to it. Nothing may be run after it. */
  readonly commit: () => Promise<void>;
}

/**
 * A connection that sends without waiting: what is run in the same turn goes out together and is answered together, one
 * round trip. A fault rolls back what had begun; a connection that does not even answer that is given up.
 */
export async function withPipeline<T>(pool: Pool, work: (pipeline: Pipeline) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const query = ({ name, text }: Statement, values: readonly unknown[]) =>
    client.query({ name, text, values: [...values] });
  let isEnding = false;
  const run: Run = async <Row>(statement: Statement, values: readonly unknown[]) => {
    if (isEnding) throw new Error(`${statement.name} came after the commit: it would stand by itself`);
    return (await query(statement, values)).rows as Row[];
  };
  const commit = async () => {
    isEnding = true;
    const { command } = await query(COMMIT, []);
    if (command !== 'COMMIT') throw new Error(`nothing was committed: ${command}`);
  };
  let isBroken = false;
  try {
    return await work({ run, commit });
  } catch (fault) {
    isBroken = await query(ROLLBACK, []).then(
      () => false,
      () => true,
    );
    throw fault;
  } finally {
    client.release(isBroken);
  }
}

/** Waits for all, so that no statement is still under way when a fault is answered; the first fault is the cause. */
export async function allOf<T extends readonly unknown[]>(
  promises: {
    readonly [K in keyof T]: Promise<T[K]>;
  },
): Promise<T> {
  const settled = await Promise.allSettled(promises);
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  return settled.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
