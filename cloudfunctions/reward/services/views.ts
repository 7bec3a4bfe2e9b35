import type * as z from 'zod';
import { holderNames, maskName } from '../../household';
import type { Call } from '../../kit/handler';
import { type ProviderRow, presentUnits, providersOf } from '../../organisation';
import { grouped } from '../../values/codes';
import type { ProviderBrief, Voucher } from '../contract';
import { type Holder, honouredAt, qrText, stateAt, voucherCodes } from '../rules';
import { honouringOf, rewardsOf } from '../store/rewards';
import type { VoucherRow } from '../store/vouchers';
import type { Subject } from './subject';

export type VoucherView = z.output<typeof Voucher>;

export function providerBriefs(
  providers: ReadonlyMap<string, ProviderRow>,
  ids: readonly string[],
): z.output<typeof ProviderBrief>[] {
  return ids
    .flatMap((id) => providers.get(id) ?? [])
    .map(({ providerId, kind, name, place, hours, phone }) => ({ providerId, kind, name, place, hours, phone }));
}

export const unitNote = ({ communityId }: Subject) => (communityId ? { unitId: communityId } : {});

/** As clerks and papers show them: people masked, a household by its head, a society by its name. */
export async function shownNames(call: Call, holders: readonly Holder[]): Promise<(holder: Holder) => string> {
  const nameOf = await holderNames(call, holders);
  return (holder) => (holder.kind === 'society' ? nameOf(holder) : maskName(nameOf(holder)));
}

/** What a voucher shows. Its codes are derived anew each time, and only while it can be used. */
export async function voucherViews(call: Call, vouchers: readonly VoucherRow[], atMs: number): Promise<VoucherView[]> {
  const rewardIds = [...new Set(vouchers.map((voucher) => voucher.rewardId))];
  const rewards = await rewardsOf(call.db, rewardIds);
  const honouring = await honouringOf(call.db, rewardIds);
  const used = vouchers.flatMap((voucher) => voucher.redeemedProviderId ?? []);
  const providers = await providersOf(call.db, [
    ...new Set([...used, ...[...honouring.values()].flat().map(({ providerId }) => providerId)]),
  ]);
  const units = await presentUnits(call.db, [...new Set(vouchers.map((voucher) => voucher.unitId))]);
  const nameOf = await shownNames(
    call,
    vouchers.map((voucher) => voucher.holder),
  );
  return vouchers.map((voucher) => {
    const reward = rewards.get(voucher.rewardId);
    const unit = units.get(voucher.unitId);
    if (!reward || !unit) throw new Error(`voucher ${voucher.voucherId} has lost its reward or its community`);
    const provider = voucher.redeemedProviderId ? providers.get(voucher.redeemedProviderId) : undefined;
    return {
      ...timesAndCodes(call, voucher, atMs),
      rewardId: voucher.rewardId,
      kind: reward.kind,
      title: reward.title,
      choice: voucher.choice,
      holder: { ...voucher.holder },
      holderName: nameOf(voucher.holder),
      quantity: voucher.quantity,
      points: voucher.points,
      redeemedAtProvider: provider?.name ?? null,
      providers: providerBriefs(providers, honouredAt(honouring.get(voucher.rewardId) ?? [], voucher.choice)),
      steps: [...reward.steps],
      communityName: unit.name,
      communityPhone: unit.phone,
    };
  });
}

function timesAndCodes({ world }: Call, voucher: VoucherRow, atMs: number) {
  const { voucherId, issuedAtMs, expiresAtMs, redeemedAtMs } = voucher;
  const state = stateAt(voucher, atMs);
  const { token, code } = voucherCodes(world.keys, voucherId, voucher.version);
  const isUsable = state === 'issued';
  return {
    voucherId,
    state,
    code: isUsable ? grouped(code) : null,
    qr: isUsable ? qrText(world.origin, token) : null,
    issuedAtMs,
    expiresAtMs,
    redeemedAtMs,
    endedAtMs: voucher.endedAtMs ?? (state === 'lapsed' ? expiresAtMs : null),
  };
}
