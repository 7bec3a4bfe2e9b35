import { cancelVoucher, issueVoucherFor, list, redeemVoucher } from '../../reward/contract';
import { at } from './acting';
import { clerkOf, staffOf } from './cast';
import type { Life } from './history';
import { found } from './seed-town';

/** At most so many vouchers a community, over the last weeks: some used, some in hand, one given back. */
const WANTED = 8;

/** Redeems at the desk for those who have enough, and lets the health centre's clerk verify most of them. */
export async function useSomePoints(life: Life, date: string): Promise<void> {
  const { stage, town, community, neighbours, random } = life;
  const spared = new Set([...town.cast.idOf.values()]);
  let issued = 0;
  for (const residentId of neighbours.keen) {
    if (issued >= WANTED) return;
    if (spared.has(residentId)) continue;
    stage.setTime(at(date, '21:00') + issued * 600_000);
    if (await redeemOne(life, residentId, issued)) issued += 1;
  }
  if (issued === 0) throw new Error(`The demo gave nobody a voucher in ${town.unitId(community)} (${random.next()})`);
}

async function redeemOne({ stage, town, community }: Life, residentId: string, place: number): Promise<boolean> {
  const staff = town.identityOf(staffOf(community));
  const holder = { kind: 'resident' as const, id: residentId };
  const { rewards } = await stage.act(staff, list, { unitId: town.unitId(community), holder });
  const reward = rewards.find(({ holderKind, mine }) => holderKind === 'resident' && mine.obstacles.length === 0);
  if (!reward) return false;
  const [choice] = reward.choices;
  const ask = { rewardId: reward.rewardId, holder, ...(choice && { choice }) };
  const { voucherId, qr } = await stage.act(staff, issueVoucherFor, ask);
  if (place === 1) await stage.act(staff, cancelVoucher, { voucherId });
  else if (place % 3 !== 2) {
    const isHealth = reward.providers.some(({ kind }) => kind === 'health');
    const clerk = isHealth ? clerkOf(community) : community === 'liuhe' ? 'bookClerk' : null;
    const code = found(qr ?? undefined, 'voucher');
    if (clerk) await stage.act(town.identityOf(clerk), redeemVoucher, { code });
  }
  return true;
}
