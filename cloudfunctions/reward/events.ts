import * as z from 'zod';
import { type Holder, HolderKind, Id, Points } from '../kit/fields';
import { defineEvent } from '../kit/outbox/event';
import { SLIP_KINDS } from '../values/goods';
import { KIND_NATURES, REWARD_CHANGES } from '../values/rewards';

const voucher = { voucherId: Id, rewardId: Id, unitId: Id, holderKind: HolderKind, holderId: Id, points: Points };

export const voucherIssued = defineEvent('voucherIssued', voucher);
export const voucherRedeemed = defineEvent('voucherRedeemed', { ...voucher, providerId: Id });
/** Without having been redeemed: the points are back. */
export const voucherEnded = defineEvent('voucherEnded', { ...voucher, state: z.enum(['lapsed', 'cancelled']) });

export const rewardOpened = defineEvent('rewardOpened', { rewardId: Id, unitId: Id, replacesId: Id.nullable() });
export const rewardRetired = defineEvent('rewardRetired', { rewardId: Id, unitId: Id });

/** By a city or a district, for the communities below it. */
export const rewardKindNamed = defineEvent('rewardKindNamed', {
  kindId: Id,
  unitId: Id,
  nature: z.enum(KIND_NATURES),
});

/** It is called otherwise, or has ended. */
export const rewardKindChanged = defineEvent('rewardKindChanged', {
  kindId: Id,
  unitId: Id,
  what: z.enum(REWARD_CHANGES),
});

/** When and how much can be redeemed in a community. */
export const redemptionChanged = defineEvent('redemptionChanged', { unitId: Id });

/** A thing that a community keeps; and what one counted, and another has seen, of it or of money given. */
export const goodsAdded = defineEvent('goodsAdded', { goodsId: Id, unitId: Id });
export const goodsChanged = defineEvent('goodsChanged', { goodsId: Id, unitId: Id, what: z.enum(REWARD_CHANGES) });
export const goodsCounted = defineEvent('goodsCounted', { slipId: Id, unitId: Id, kind: z.enum(SLIP_KINDS) });
export const slipWatched = defineEvent('slipWatched', {
  slipId: Id,
  unitId: Id,
  state: z.enum(['seen', 'turnedDown']),
});

/** A second person has looked at a new household. */
export const householdLooked = defineEvent('householdLooked', {
  householdId: Id,
  unitId: Id,
  state: z.enum(['seen', 'turnedDown']),
});

interface Voucher {
  readonly voucherId: string;
  readonly rewardId: string;
  readonly unitId: string;
  readonly holder: z.output<typeof Holder>;
  readonly points: number;
}
/** What every event of a voucher says of it. */
export const toldOf = ({ voucherId, rewardId, unitId, holder, points }: Voucher) => ({
  ...{ voucherId, rewardId, unitId, points },
  holderKind: holder.kind,
  holderId: holder.id,
});
