import { personsOf } from '../household';
import type { Principal } from '../kit/principal';
import type { Db } from '../kit/transaction';
import { holderKindOf } from './store/accounts';

/** Whether the points are the caller's own: theirs, their household's or one of its members', or a society's that they lead. */
export async function isOwnAccount(db: Db, { residentId, householdId, roles }: Principal, accountId: string) {
  if (accountId === residentId || accountId === householdId) return true;
  const kind = await holderKindOf(db, accountId);
  if (kind === 'society') return roles.some(({ societyId }) => societyId === accountId);
  if (kind !== 'resident' || householdId === null) return false;
  return (await personsOf(db, [accountId])).get(accountId)?.householdId === householdId;
}
