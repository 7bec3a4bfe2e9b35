import { holderNames, householdsOf, personalDataOf } from '../../household';
import type { Call } from '../../kit/handler';
import type { UnitRow } from '../../organisation';
import { AMONG_MAX } from '../contract/register';
import type { Holder } from '../rules';
import { holdersAmong, householdsAmong, rewardsAmong, type Sought, sumsOf } from '../store/register';

/** The vouchers of a place: of a community, or of those households of it that live in a grid. */
export async function soughtIn(call: Call, unit: UnitRow, communityId: string): Promise<Sought> {
  if (unit.unitId === communityId) return { unitId: communityId };
  const households = await householdsOf(call.db, await householdsAmong(call.db, communityId));
  const within = [...households.values()].filter(({ unitPath }) => unitPath.startsWith(unit.path));
  return { unitId: communityId, householdIds: within.map(({ householdId }) => householdId) };
}

const asWritten = (name: string) => name.normalize('NFKC').replace(/\s/g, '');

/** Names are sealed: who of these holders is called so is found among their names, opened. */
export async function holdersCalled(call: Call, sought: Sought, who: string): Promise<string[]> {
  const holders = await holdersAmong(call.db, sought, call.nowMs);
  const nameOf = await holderNames(call, holders);
  return holders.filter((one) => asWritten(nameOf(one)).includes(asWritten(who))).map(({ id }) => id);
}

/** Counted over all that match, and what there is to sift a place by. */
export async function overall(call: Call, place: Sought, sought: Sought) {
  const { count, ...sums } = await sumsOf(call.db, sought, call.nowMs);
  return { count, sums, rewards: await rewardsAmong(call.db, place, call.nowMs, AMONG_MAX) };
}

interface Lived {
  readonly holder: Holder;
  readonly householdId: string | null;
}

/** Where the household of each lives; nothing for a society. */
export async function addressesOf(call: Call, vouchers: readonly Lived[]): Promise<(voucher: Lived) => string> {
  const ids = [...new Set(vouchers.flatMap(({ householdId }) => householdId ?? []))];
  const known = await personalDataOf(call.world, call.db, ids, 'address');
  return ({ holder, householdId }) => (holder.kind === 'society' ? '' : (known.get(householdId ?? '')?.address ?? ''));
}
