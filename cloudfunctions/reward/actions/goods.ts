import { namesOf, wordsOf } from '../../household';
import type { InputOf } from '../../kit/action';
import { lockMutex } from '../../kit/attempt';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis, Total } from '../../kit/fields';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { grouped } from '../../values/codes';
import * as contract from '../contract/goods';
import { goodsAdded } from '../events';
import { nameAt, voucherCodes } from '../rules';
import { changesTold, namesOfGoods } from '../services/changes';
import { reachShelf } from '../services/reach-shelf';
import { spanOf } from '../services/span';
import { changesOf } from '../store/changes';
import {
  goodsIn,
  goodsNamed,
  goodsOf,
  insertGoods,
  movementsIn,
  promisedOf,
  shelvesOf,
  turnoversOf,
} from '../store/goods';
import { slipsOf } from '../store/slips';

const BY_GOODS = { goodsId: Id };

async function goods(call: Call<RoleHolder>, { unitId, days, ended, cursor, limit }: InputOf<typeof contract.goods>) {
  const after = readCursor(BY_GOODS, cursor);
  if (isRefusal(after)) return after;
  const unit = await reachShelf(call, unitId, 'watchGoods');
  if (isRefusal(unit)) return unit;
  const { page, nextCursor } = cutPage(BY_GOODS, await goodsIn(call.db, { unitId, ended }, after, limit + 1), limit);
  const ids = page.map(({ goodsId }) => goodsId);
  const shelfOf = await shelvesOf(call.db, ids);
  const promised = await promisedOf(call.db, ids, call.nowMs);
  const toldOf = await changesTold(call, 'goods', ids);
  const turnoverOf = days ? await turnoversOf(call.db, ids, spanOf(days)) : () => null;
  const shown = page.map(({ goodsId, name, measure, isEnded }) => ({
    ...{ goodsId, name, measure, onShelf: shelfOf(goodsId).onShelf, promised: promised.get(goodsId) ?? 0 },
    ...{ isEnded, changes: toldOf(goodsId), inDays: turnoverOf(goodsId) },
  }));
  return { goods: shown, nextCursor };
}

async function addGoods(call: WriteCall<RoleHolder>, { unitId, name, measure }: InputOf<typeof contract.addGoods>) {
  const unit = await reachShelf(call, unitId, 'keepGoods');
  if (isRefusal(unit)) return unit;
  await lockMutex(call.db, namesOfGoods(unitId));
  if (await goodsNamed(call.db, unitId, name)) return refuse('GOODS_EXIST');
  const goodsId = newId(call.world);
  const by = { residentId: call.caller.residentId, nowMs: call.nowMs };
  if (!(await insertGoods(call.db, { goodsId, unitId, name, measure }, by))) return refuse('GOODS_EXIST');
  call.note({ targetKind: 'goods', targetId: goodsId, unitId });
  call.publish(goodsAdded({ goodsId, unitId }));
  return { goodsId };
}

const codeOf = ({ world }: Call, { voucherId, version }: { readonly voucherId: string; readonly version: number }) =>
  grouped(voucherCodes(world.keys, voucherId, version).code);

const BY_MOMENT = { movedAtMs: Millis, goodsId: Id, seq: Total };

async function goodsMovements(
  call: Call<RoleHolder>,
  { unitId, goodsId, cursor, limit, ...days }: InputOf<typeof contract.goodsMovements>,
) {
  const before = readCursor(BY_MOMENT, cursor);
  if (isRefusal(before)) return before;
  const unit = await reachShelf(call, unitId, 'watchGoods');
  if (isRefusal(unit)) return unit;
  const found = await movementsIn(call.db, { unitId, goodsId, ...spanOf(days) }, before, limit + 1);
  const { page, nextCursor } = cutPage(BY_MOMENT, found, limit);
  const ids = [...new Set(page.map((moved) => moved.goodsId))];
  const things = await goodsOf(call.db, ids);
  const renamed = await changesOf(call.db, 'goods', ids);
  const slips = await slipsOf(
    call.db,
    page.flatMap(({ slipId }) => slipId ?? []),
  );
  const sourceOf = await wordsOf(
    call.world,
    call.db,
    [...slips.values()].map(({ sourceId }) => sourceId),
  );
  const people = page.flatMap(({ handledBy, watchedBy }) => [handledBy, ...(watchedBy ? [watchedBy] : [])]);
  const names = await namesOf(call.world, call.db, [...new Set(people)]);
  call.note({ targetKind: 'goods', targetId: unitId, unitId });
  const movements = page.map(({ slipId, voucher, handledBy, watchedBy, ...moved }) => {
    const slip = slips.get(slipId ?? '');
    return {
      ...moved,
      name: nameAt(things.get(moved.goodsId)?.name ?? '', renamed(moved.goodsId), moved.movedAtMs),
      measure: things.get(moved.goodsId)?.measure ?? '',
      unitPriceCents: slip?.unitPriceCents ?? null,
      ...{ source: sourceOf(slip?.sourceId ?? null), paper: slip?.paper ?? (voucher && codeOf(call, voucher)) },
      handledByName: names.get(handledBy) ?? '',
      watchedByName: watchedBy && (names.get(watchedBy) ?? ''),
    };
  });
  return { movements, nextCursor };
}

export const goodsActions = [
  read(contract.goods, goods),
  write(contract.addGoods, addGoods),
  read(contract.goodsMovements, goodsMovements),
];
