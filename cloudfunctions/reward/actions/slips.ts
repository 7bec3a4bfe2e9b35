import { denied, hasRight, keepWords, namesOf, wordsOf } from '../../household';
import type { InputOf, OutputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { unitOf } from '../../organisation';
import * as contract from '../contract/slips';
import { goodsCounted, slipWatched } from '../events';
import { differenceOf } from '../rules';
import { reachShelf } from '../services/reach-shelf';
import { goodsOf, insertMovement, lockShelf, shelfAfter, shelvesOf } from '../store/goods';
import { endSlip, insertSlip, lockSlip, type SlipRow, slipsIn } from '../store/slips';

async function countGoods(call: WriteCall<RoleHolder>, { unitId, slip }: InputOf<typeof contract.countGoods>) {
  const unit = await reachShelf(call, unitId, 'keepGoods');
  if (isRefusal(unit)) return unit;
  const goodsId = slip.kind === 'money' ? null : slip.goodsId;
  const shelf = goodsId ? await lockShelf(call.db, goodsId) : null; // it does not end while it is counted
  const thing = goodsId ? (await goodsOf(call.db, [goodsId])).get(goodsId) : null;
  if (goodsId && thing?.unitId !== unitId) return refuse('GOODS_NOT_FOUND');
  if (thing?.isEnded) return refuse('GOODS_ENDED');
  const afterSeq = shelf && slip.kind === 'counted' ? shelf.seq : null;
  const slipId = newId(call.world);
  const counted = { countedBy: call.caller.residentId, countedAtMs: call.nowMs };
  const { source, ...columns } = columnsOf(slip);
  const told = source === null ? null : { words: source, aboutIds: [], atMs: call.nowMs };
  const sourceId = told && (await keepWords(call.world, runOn(call.db), told));
  await insertSlip(call.db, { ...counted, ...columns, sourceId, slipId, unitId, goodsId, afterSeq });
  call.note({ targetKind: 'goodsSlip', targetId: slipId, unitId, detail: { kind: slip.kind } });
  call.publish(goodsCounted({ slipId, unitId, kind: slip.kind }));
  return { slipId };
}

/** What each kind of slip says; the rest of them is empty. */
function columnsOf(slip: InputOf<typeof contract.countGoods>['slip']) {
  const { kind } = slip;
  const empty = { kind, quantity: null, unitPriceCents: null, cents: null, source: null, paper: null };
  if (kind === 'counted') return { ...empty, quantity: slip.quantity };
  const from = { ...empty, source: slip.source, paper: slip.paper ?? null };
  if (kind === 'money') return { ...from, cents: slip.cents };
  return { ...from, quantity: slip.quantity, unitPriceCents: slip.unitPriceCents ?? null };
}

const BY_COUNT = { countedAtMs: Millis, slipId: Id };
type Shown = OutputOf<typeof contract.slips>['slips'][number];

async function slips(call: Call<RoleHolder>, { cursor, limit, ...asked }: InputOf<typeof contract.slips>) {
  const before = readCursor(BY_COUNT, cursor);
  if (isRefusal(before)) return before;
  const unit = await reachShelf(call, asked.unitId, 'watchGoods');
  if (isRefusal(unit)) return unit;
  const { page, nextCursor } = cutPage(BY_COUNT, await slipsIn(call.db, asked, before, limit + 1), limit);
  call.note({ targetKind: 'goodsSlips', targetId: unit.unitId, unitId: unit.unitId });
  return { slips: await shown(call, page), nextCursor };
}

async function shown(call: Call<RoleHolder>, page: readonly SlipRow[]): Promise<Shown[]> {
  const ids = [...new Set(page.flatMap(({ goodsId }) => goodsId ?? []))];
  const things = await goodsOf(call.db, ids);
  const shelfOf = await shelvesOf(call.db, ids);
  const people = page.flatMap(({ countedBy, watchedBy }) => [countedBy, ...(watchedBy ? [watchedBy] : [])]);
  const names = await namesOf(call.world, call.db, [...new Set(people)]);
  const textOf = await wordsOf(
    call.world,
    call.db,
    page.flatMap(({ sourceId, becauseId }) => [sourceId, becauseId]),
  );
  return page.map(({ unitId: _unit, afterSeq: _seq, sourceId, becauseId, countedBy, watchedBy, ...slip }) => {
    const thing = things.get(slip.goodsId ?? '');
    return {
      ...{ ...slip, source: textOf(sourceId), because: textOf(becauseId) },
      ...{ name: thing?.name ?? null, measure: thing?.measure ?? null },
      onShelf: thing ? shelfOf(thing.goodsId).onShelf : null,
      countedByName: names.get(countedBy) ?? '',
      watchedByName: watchedBy && (names.get(watchedBy) ?? ''),
      mayWatch: slip.state === 'waiting' && countedBy !== call.caller.residentId,
    };
  });
}

async function watchSlip(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.watchSlip>) {
  const { slipId, isRight, because } = input;
  if (!isRight && !because)
    return refuse('INVALID_INPUT', { fields: ['input.because'], why: ['needed to turn it down'] });
  const slip = await lockSlip(call.db, slipId);
  if (slip?.state !== 'waiting') return refuse('SLIP_NOT_FOUND');
  const unit = await unitOf(call.db, slip.unitId);
  if (!hasRight(call, 'watchGoods', { unitPath: unit?.path ?? null })) return denied('watchGoods');
  const by = call.caller.residentId;
  if (by === slip.countedBy) return refuse('NEEDS_OTHER_PERSON');
  const state = isRight ? ('seen' as const) : ('turnedDown' as const);
  const onShelf = isRight ? await bookSlip(call, slip) : null;
  if (isRefusal(onShelf)) return onShelf;
  const told = because === undefined ? null : { words: because, aboutIds: [slip.countedBy], atMs: call.nowMs };
  const becauseId = told && (await keepWords(call.world, runOn(call.db), told));
  await endSlip(call.db, slipId, { state, by, becauseId, atMs: call.nowMs });
  call.note({ targetKind: 'goodsSlip', targetId: slipId, unitId: slip.unitId, detail: { state } });
  call.publish(slipWatched({ slipId, unitId: slip.unitId, state }));
  return { state, onShelf };
}

/** What both have seen moves the shelf. A stock take that finds nothing amiss moves nothing, and neither does money. */
async function bookSlip(call: WriteCall<RoleHolder>, slip: SlipRow): Promise<number | null | Refusal<'COUNT_AGAIN'>> {
  const { slipId, goodsId, kind, afterSeq } = slip;
  if (!goodsId || kind === 'money') return null;
  const shelf = await lockShelf(call.db, goodsId);
  const counted = slip.quantity ?? 0;
  const then = afterSeq === null ? 0 : await shelfAfter(call.db, goodsId, afterSeq);
  const quantity = afterSeq === null ? counted : differenceOf(counted, then);
  if (quantity === 0) return null;
  if (shelf.onShelf + quantity < 0) return refuse('COUNT_AGAIN');
  const { residentId } = call.caller;
  return insertMovement(call.db, shelf, {
    ...{ goodsId, kind, quantity, slipId, voucherId: null },
    ...{ handledBy: slip.countedBy, watchedBy: residentId, nowMs: call.nowMs },
  });
}

export const slipActions = [
  write(contract.countGoods, countGoods),
  read(contract.slips, slips),
  write(contract.watchSlip, watchSlip),
];
