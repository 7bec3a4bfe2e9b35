import type { Role } from '../../../cloudfunctions/values/roles';
import type { Somebody } from '../../household/neighbourhood';
import type { Desk } from './desk';
import type { PlaceUnits } from './place';

interface Around {
  readonly units: PlaceUnits;
  readonly people: Record<Role, Somebody>;
  readonly districtDocumentId: string;
  readonly providerId: string;
}

/** A thing on the shelf of the place, seen by two, a reward of it and a voucher; and slips that wait to be seen. */
export async function setGoods(desk: Desk, { units, people, districtDocumentId, providerId }: Around, head: Somebody) {
  const { communityId: unitId, districtId } = units;
  const [staff, admin, district] = [people.communityStaff, people.communityAdmin, people.districtSupervisor].map(
    ({ identity }) => identity,
  ) as [Somebody['identity'], Somebody['identity'], Somebody['identity']];
  const named = { unitId: districtId, name: `积分超市${unitId.slice(0, 8)}`, nature: 'goods' };
  const { kindId } = await desk.must<{ kindId: string }>(district, 'reward.nameKind', {
    ...named,
    policyDocumentId: districtDocumentId,
  });
  const { goodsId } = await desk.must<{ goodsId: string }>(staff, 'reward.addGoods', {
    ...{ unitId, name: '大米', measure: '袋' },
  });
  const came = { kind: 'bought', goodsId, quantity: 50, unitPriceCents: 100, source: '粮油店', paper: 'A1' };
  const count = () => desk.must<{ slipId: string }>(staff, 'reward.countGoods', { unitId, slip: came });
  for (let i = 0; i < 2; i++) {
    const { slipId } = await count();
    await desk.must(admin, 'reward.watchSlip', { slipId, isRight: true });
  }
  const terms = { cost: 1, period: 'year', stockPerPeriod: 90, limitHolder: 90, validDays: 90, unitCostCents: 100 };
  const basis = { providerIds: [providerId], policyDocumentId: districtDocumentId, fundedBy: '经费' };
  const asked = { unitId, kind: 'open', kindId, goodsId, title: '大米', summary: '一袋', ...terms, ...basis };
  const { rewardId: goodsRewardId } = await desk.must<{ rewardId: string }>(admin, 'reward.create', asked);
  const { voucherId: goodsVoucherId } = await desk.must<{ voucherId: string }>(head.identity, 'reward.issueVoucher', {
    rewardId: goodsRewardId,
  });
  const slipIds = [(await count()).slipId, (await count()).slipId];
  const { goodsId: endingGoodsId } = await desk.must<{ goodsId: string }>(staff, 'reward.addGoods', {
    ...{ unitId, name: '停用的', measure: '袋' },
  });
  return { kindId, endingGoodsId, goodsRewardId, goodsVoucherId, slipIds };
}
