import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';

export interface NewestDeed {
  readonly accountId: string;
  readonly deedDate: string;
  readonly title: string;
}

/** Of each account the deed of the last day, of several the one entered last; what was corrected is none. */
export async function newestDeeds(db: Db, accountIds: readonly string[]): Promise<Map<string, NewestDeed>> {
  if (accountIds.length === 0) return new Map();
  const { rows } = await sql<NewestDeed>`
    select distinct on (e.account_id) e.account_id as "accountId", e.deed_date as "deedDate", e.title
    from ledger_entry e
    where e.account_id = any(${accountIds}::uuid[]) and e.kind = 'credit' and e.source <> 'opening'
      and not exists (select from ledger_entry c where c.account_id = e.account_id and c.corrects_seq = e.seq)
    order by e.account_id, e.deed_date desc, e.seq desc`.execute(db);
  return new Map(rows.map((row) => [row.accountId, row]));
}
