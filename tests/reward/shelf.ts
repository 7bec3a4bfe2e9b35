import { insertPolicyDocument } from '../support/rows';
import { resident, type Scene } from './scene';

/** A community with a shelf: who counts, who watches, a kind of goods, and rewards of them. */
export async function setShelf(scene: Scene) {
  const { communityId: unitId, cityId } = scene.units;
  const counting = await scene.addStaff({ role: 'communityStaff', unitId });
  const watching = await scene.addStaff({ role: 'gridWorker', unitId: scene.units.gridId });
  const admin = await scene.addStaff({ role: 'communityAdmin', unitId });
  const city = await scene.addStaff({ role: 'citySupervisor', unitId: cityId });
  const policyDocumentId = await insertPolicyDocument(scene.database.db, cityId);
  const named = { unitId: cityId, name: '积分超市', nature: 'goods', policyDocumentId };
  const { kindId } = await scene.must<{ kindId: string }>(city, 'nameKind', named);
  const providerId = await scene.addProvider('居委会一楼');
  const count = (slip: object, who = counting) => scene.ask(who, 'countGoods', { unitId, slip });
  const watch = (slipId: unknown, who = watching, changed: object = {}) =>
    scene.ask(who, 'watchSlip', { slipId, isRight: true, ...changed });
  const addThing = async (name: string, quantity = 0) => {
    const { goodsId } = await scene.must<{ goodsId: string }>(admin, 'addGoods', { unitId, name, measure: '袋' });
    if (quantity > 0) {
      const told = await count({
        kind: 'bought',
        goodsId,
        quantity,
        unitPriceCents: 3_500,
        source: '粮油店',
        paper: 'A1',
      });
      await watch(told.data?.slipId);
    }
    return goodsId;
  };
  const open = async (goodsId: string, changed: object = {}) => {
    const terms = { cost: 10, period: 'month', stockPerPeriod: 1_000, limitHolder: 99, validDays: 10 };
    const basis = { policyDocumentId, fundedBy: '社区经费', unitCostCents: 3_500, providerIds: [providerId] };
    const asked = {
      unitId,
      kind: 'open',
      kindId,
      goodsId,
      title: `大米 ${goodsId}`,
      summary: '一袋',
      ...terms,
      ...basis,
    };
    return (await scene.must<{ rewardId: string }>(admin, 'create', { ...asked, ...changed })).rewardId;
  };
  const onShelf = async (goodsId: string) => {
    const { goods } = await scene.must<{ goods: { goodsId: string; onShelf: number; promised: number }[] }>(
      counting,
      'goods',
      { unitId },
    );
    const { onShelf: there, promised } = goods.find((one) => one.goodsId === goodsId) ?? { onShelf: 0, promised: 0 };
    return [there, promised];
  };
  const handOver = (who: string, lines: readonly object[], by = counting) =>
    scene.ask(by, 'handOver', { holder: resident(who), lines });
  return {
    unitId,
    counting,
    watching,
    admin,
    city,
    kindId,
    providerId,
    count,
    watch,
    addThing,
    open,
    onShelf,
    handOver,
  };
}
export type ShelfScene = Awaited<ReturnType<typeof setShelf>>;
