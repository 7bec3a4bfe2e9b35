import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';

/** An entry that what it rests on (an award, a voucher, a correction) does not bear out, or one of these without its entry. */
export interface BasisFault {
  readonly accountId: string;
  /** Null for an entry that is not there. */
  readonly seq: number | null;
  readonly fault: 'awardDiffers' | 'voucherDiffers' | 'correctionDiffers';
}

/** The first correction that nobody approved, or approval whose correction is not there. */
export async function firstWithoutCorrection(db: Db): Promise<BasisFault | null> {
  const { rows } = await sql<Omit<BasisFault, 'fault'>>`
    select coalesce(entry.account_id, request.account_id) as "accountId", entry.seq
    from (select * from ledger_entry where kind = 'correction') as entry
    full join (select * from correction_request where state = 'approved') as request
      on request.account_id = entry.account_id and request.id::text = entry.source_id
    where entry.account_id is null or request.account_id is null or request.seq <> entry.corrects_seq
    order by 1, 2 limit 1`.execute(db);
  const [first] = rows;
  return first ? { ...first, fault: 'correctionDiffers' } : null;
}
