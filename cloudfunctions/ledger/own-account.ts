import { personsOf } from '../household';
import { leadsSociety, type Principal } from '../kit/principal';
import type { Db } from '../kit/transaction';
import { holderKindOf } from './store/accounts';

/** Whether the points are the caller's own: theirs, their household's or one of its members', or a society's that they lead. */
export async function isOwnAccount(db: Db, caller: Principal, accountId: string): Promise<boolean> {
  const { residentId, householdId } = caller;
  if (accountId === residentId || accountId === householdId) return true;
  const kind = await holderKindOf(db, accountId);
  if (kind === 'society') return leadsSociety(caller, accountId);
  if (kind !== 'resident' || householdId === null) return false;
  return (await personsOf(db, [accountId])).get(accountId)?.householdId === householdId;
}
