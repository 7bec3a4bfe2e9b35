import type { InputOf } from '../../kit/action';
import { lockMutex } from '../../kit/attempt';
import { type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { reachUnit } from '../../organisation';
import { SUPERVISORS } from '../../values/roles';
import * as contract from '../contract/changes';
import { goodsChanged, rewardKindChanged } from '../events';
import { isTaken } from '../rules';
import { namesOfGoods, namesOfKinds } from '../services/changes';
import { reachShelf } from '../services/reach-shelf';
import { changeNamed, type Named } from '../store/changes';
import { goodsNamed, goodsOf, lockShelf, promisedOf } from '../store/goods';
import { openKindsAbove, openKindsOf } from '../store/kinds';
import { isWaitingFor } from '../store/slips';

type Change = InputOf<typeof contract.changeKind>['change'];

interface Changing {
  readonly of: Named;
  readonly id: string;
  readonly before: string;
  readonly change: Change;
  readonly because: string;
}
const keep = (call: WriteCall<RoleHolder>, { of, id, before, change, because }: Changing) =>
  changeNamed(call.db, {
    ...{ changeId: newId(call.world), of, id, before, because, what: change.what },
    name: change.what === 'renamed' ? change.name : null,
    ...{ changedBy: call.caller.residentId, atMs: call.nowMs },
  });

async function changeKind(
  call: WriteCall<RoleHolder>,
  { kindId, change, because }: InputOf<typeof contract.changeKind>,
) {
  const known = (await openKindsOf(call.db, [kindId])).get(kindId);
  if (!known) return refuse('KIND_NOT_FOUND');
  const unit = await reachUnit(call, known.unitId, SUPERVISORS);
  if (isRefusal(unit))
    return unit.code === 'NOT_ALLOWED' ? refuse('NOT_ALLOWED', unit.detail) : refuse('KIND_NOT_FOUND');
  call.note({ targetKind: 'rewardKind', targetId: kindId, unitId: unit.unitId, detail: { what: change.what } });
  await lockMutex(call.db, namesOfKinds(unit.unitId));
  const all = await openKindsAbove(call.db, unit.path);
  const kind = all.find((one) => one.kindId === kindId);
  if (!kind || kind.isEnded) return refuse('KIND_ENDED');
  if (change.what === 'renamed' && isTaken(change.name, all)) return refuse('KIND_EXISTS');
  await keep(call, { of: 'reward_kind', id: kindId, before: kind.name, change, because });
  call.publish(rewardKindChanged({ kindId, unitId: unit.unitId, what: change.what }));
  return { kindId };
}

async function changeGoods(
  call: WriteCall<RoleHolder>,
  { goodsId, change, because }: InputOf<typeof contract.changeGoods>,
) {
  const known = (await goodsOf(call.db, [goodsId])).get(goodsId);
  if (!known) return refuse('GOODS_NOT_FOUND');
  const unit = await reachShelf(call, known.unitId, 'keepGoods');
  if (isRefusal(unit))
    return unit.code === 'NOT_ALLOWED' ? refuse('NOT_ALLOWED', unit.detail) : refuse('GOODS_NOT_FOUND');
  call.note({ targetKind: 'goods', targetId: goodsId, unitId: unit.unitId, detail: { what: change.what } });
  await lockMutex(call.db, namesOfGoods(unit.unitId));
  const denial = await refuseChange(call, goodsId, unit.unitId, change);
  if (denial) return denial;
  const thing = (await goodsOf(call.db, [goodsId])).get(goodsId) ?? known; // its name under the lock
  await keep(call, { of: 'goods', id: goodsId, before: thing.name, change, because });
  call.publish(goodsChanged({ goodsId, unitId: unit.unitId, what: change.what }));
  return { goodsId };
}

/** Under the lock of the shelf, so that nothing comes or is promised while it ends. */
async function refuseChange(
  call: WriteCall<RoleHolder>,
  goodsId: string,
  unitId: string,
  change: Change,
): Promise<Refusal<'GOODS_ENDED' | 'GOODS_EXIST' | 'GOODS_LEFT'> | null> {
  const { onShelf } = await lockShelf(call.db, goodsId);
  if ((await goodsOf(call.db, [goodsId])).get(goodsId)?.isEnded) return refuse('GOODS_ENDED');
  if (change.what === 'renamed') return (await goodsNamed(call.db, unitId, change.name)) ? refuse('GOODS_EXIST') : null;
  const promised = (await promisedOf(call.db, [goodsId], call.nowMs)).get(goodsId) ?? 0;
  const isFree = onShelf === 0 && promised === 0 && !(await isWaitingFor(call.db, goodsId));
  return isFree ? null : refuse('GOODS_LEFT', { left: onShelf });
}

export const changeActions = [write(contract.changeKind, changeKind), write(contract.changeGoods, changeGoods)];
