import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { PostCommand } from '../../cloudfunctions/award/post';

/**
 * The limit that posting is measured against: the same rows by prepared statements, one transaction each, sent without
 * waiting, and nothing decided or checked in between.
 */
const STATEMENTS = {
  lock: 'select seq, head_hash, lifetime from account where account_id = $1 for update',
  request: `insert into request_log (request_id, action, body_hash, answer, created_at) values ($1, $2, $3, $4, $5)`,
  entry: `insert into ledger_entry (account_id, seq, kind, points, title, source, source_id, unit_id, item_id, item_version, deed_date,
            posted_at, posted_on, prev_hash, hash) values ($1, $2, 'credit', $3, $4, 'give', $5, $6, $7, 1, $8, $9, $8, $10, $11)`,
  account: 'update account set seq = $2, head_hash = $3, lifetime = lifetime + $4 where account_id = $1',
  award: `insert into award (account_id, id, holder_kind, household_id, unit_id, item_id, item_version, points, deed_date, source, source_id,
            state, entry_seq, created_at, posted_at) values ($1, $2, 'resident', $3, $4, $5, 1, $6, $7, 'give', $8, 'posted', $9, $10, $10)`,
  audit: `insert into audit_log (at, identity_id, resident_id, action, outcome, trace_id) values ($1, $2, $3, 'award.give', 'ok', $4)`,
  outbox: `insert into outbox (topic, payload, created_at) values ('awardPosted', $1, $2)`,
};

export async function postRaw(pool: Pool, ask: PostCommand): Promise<void> {
  const [claim] = ask.claims;
  if (!claim) throw new Error('the benchmark posts one claim at a time');
  const client = await pool.connect();
  const run = (name: keyof typeof STATEMENTS, values: unknown[]) =>
    client.query({ name: `raw-${name}`, text: STATEMENTS[name], values });
  const at = new Date(ask.nowMs);
  try {
    const [, locked] = await Promise.all([client.query('begin'), run('lock', [claim.accountId])]);
    const { seq, head_hash: head } = locked.rows[0] as { seq: number; head_hash: Buffer };
    const hash = createHash('sha256').update(head).update(claim.sourceId).digest();
    const { accountId, points, unitId, itemId, deedDate, sourceId, title } = claim;
    await Promise.all([
      run('request', [ask.request.id, ask.request.action, ask.request.bodyHash, '{}', at]),
      run('entry', [accountId, seq + 1, points, title, sourceId, unitId, itemId, deedDate, at, head, hash]),
      run('account', [accountId, seq + 1, hash, points]),
      run('award', [
        accountId,
        randomUUID(),
        claim.householdId,
        unitId,
        itemId,
        points,
        deedDate,
        sourceId,
        seq + 1,
        at,
      ]),
      run('audit', [at, ask.caller.identityId, ask.caller.residentId, ask.traceId]),
      run('outbox', [JSON.stringify({ accountId, points }), at]),
      client.query('commit'),
    ]);
  } finally {
    client.release();
  }
}
