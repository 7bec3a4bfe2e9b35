import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { BasisFault } from '../../ledger';

/**
 * The first entry that no voucher bears out, or voucher whose entry is not there: what it draws on an account is held, and
 * then redeemed or given back, as its state says.
 */
export async function firstWithoutVoucher(db: Db): Promise<BasisFault | null> {
  const { rows } = await sql<Omit<BasisFault, 'fault'>>`
    select coalesce(entry.account_id, move.account_id) as "accountId", entry.seq
    from (select * from posted_entry where source = 'voucher') as entry
    full join (
      select draw.account_id, draw.voucher_id::text as voucher_id, draw.points, step.kind
      from voucher_draw as draw join voucher on voucher.id = draw.voucher_id
      cross join lateral (values
        ('hold'), (case voucher.state when 'redeemed' then 'redeem' when 'issued' then null else 'release' end)
      ) as step (kind)
      where step.kind is not null
    ) as move on move.account_id = entry.account_id and move.voucher_id = entry.source_id and move.kind = entry.kind
    where entry.account_id is null or move.account_id is null or entry.points <> move.points
    order by 1, 2 limit 1`.execute(db);
  const [first] = rows;
  return first ? { ...first, fault: 'voucherDiffers' } : null;
}
