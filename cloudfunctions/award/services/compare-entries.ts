import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { BasisFault } from '../../ledger';

/** The first credit that no posted award bears out, or posted award whose credit is not there, or is another one. */
export async function firstWithoutAward(db: Db): Promise<BasisFault | null> {
  const { rows } = await sql<Omit<BasisFault, 'fault'>>`
    select coalesce(entry.account_id, posted.account_id) as "accountId", entry.seq
    from (select * from posted_entry where source in ('checkIn', 'give')) as entry
    full join (select * from award where state = 'posted') as posted
      on posted.account_id = entry.account_id and posted.entry_seq = entry.seq
    where entry.account_id is null or posted.account_id is null or entry.kind <> 'credit'
      or (entry.points, entry.source, entry.source_id, entry.unit_id, entry.deed_date)
        <> (posted.points, posted.source, posted.source_id, posted.unit_id, posted.deed_date)
    order by 1, 2 limit 1`.execute(db);
  const [first] = rows;
  return first ? { ...first, fault: 'awardDiffers' } : null;
}
