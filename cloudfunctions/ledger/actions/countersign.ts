import { refuseWithout } from '../../household';
import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { DateText, Id } from '../../kit/fields';
import { read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { reachCommunity, unitOf } from '../../organisation';
import { COUNTERSIGNERS_MAX } from '../../values/receipt';
import { APPOINTERS } from '../../values/roles';
import * as contract from '../contract/countersign';
import { countersignerState, isCountersigned, signsNow } from '../rules';
import { checkpointHashesOf } from '../store/checkpoints';
import { insertCountersignatures, pageOfCountersignatures } from '../store/countersignatures';
import * as store from '../store/countersigners';

/** Those that are not ended; nobody is shown an ended one, and it signs nothing. */
const standing = (signers: readonly store.CountersignerRow[]) =>
  signers.flatMap((one) => {
    const state = countersignerState(one);
    return state === 'ended' ? [] : [{ ...one, state }];
  });

export const nameCountersigner = write(contract.nameCountersigner, async (call, { unitId, name, publicKey }) => {
  const unit = await reachCommunity(call, unitId, APPOINTERS);
  if (isRefusal(unit)) return unit;
  if (standing(await store.countersignersOf(call.db, unitId)).length >= COUNTERSIGNERS_MAX)
    return refuse('COUNTERSIGNERS_FULL', { max: COUNTERSIGNERS_MAX });
  const countersignerId = newId(call.world);
  if (!(await store.insertCountersigner(call.db, { countersignerId, unitId, name, publicKey })))
    return refuse('KEY_KNOWN');
  await store.insertWord(call.db, { countersignerId, what: 'begin', by: call.caller.residentId, atMs: call.nowMs });
  call.note({ targetKind: 'countersigner', targetId: countersignerId, unitId, detail: { said: 'begin' } });
  return { countersignerId, state: 'waiting' as const };
});

/** Keeps the caller's word, and gives what has become of the key by it. */
async function say(call: WriteCall<RoleHolder>, countersignerId: string, what: 'begin' | 'end') {
  const one = await store.countersignerOf(call.db, countersignerId);
  const unit = one && (await unitOf(call.db, one.unitId));
  if (!one || !unit) return refuse('COUNTERSIGNER_NOT_FOUND');
  const denial = refuseWithout('keepCountersigners', call, { unitPath: unit.path });
  if (denial) return denial;
  const state = countersignerState(one);
  if (state === 'ended') return refuse('COUNTERSIGNER_NOT_FOUND');
  const by = call.caller.residentId;
  const [said, waits] = what === 'begin' ? [one.beginners, state === 'waiting'] : [one.enders, true];
  if (!waits) return state;
  if (said.includes(by)) return refuse('COUNTERSIGNER_SAID');
  await store.insertWord(call.db, { countersignerId, what, by, atMs: call.nowMs });
  call.note({ targetKind: 'countersigner', targetId: countersignerId, unitId: unit.unitId, detail: { said: what } });
  const now = await store.countersignerOf(call.db, countersignerId);
  return now ? countersignerState(now) : state;
}

export const confirmCountersigner = write(contract.confirmCountersigner, async (call, { countersignerId }) => {
  const state = await say(call, countersignerId, 'begin');
  if (isRefusal(state)) return state;
  return state === 'ended' ? refuse('COUNTERSIGNER_NOT_FOUND') : { countersignerId, state };
});

export const endCountersigner = write(contract.endCountersigner, async (call, { countersignerId }) => {
  const state = await say(call, countersignerId, 'end');
  return isRefusal(state) ? state : { countersignerId, isEnded: state === 'ended' };
});

type Days = InputOf<typeof contract.countersign>['days'];

/** The first of them that the key did not sign, or that is not what stands there. */
function firstWrong(signer: store.Countersigner, days: Days, standing: ReadonlyMap<string, string>) {
  const { unitId, publicKey } = signer;
  for (const one of days) {
    const { day, hash } = one;
    if (!isCountersigned({ ...one, unitId, publicKey })) return refuse('COUNTERSIGNATURE_WRONG', { day });
    if (!standing.has(day)) return refuse('DAY_NOT_SIGNED', { day });
    if (standing.get(day) !== hash) return refuse('DAY_DIFFERS', { day });
  }
  return null;
}

export const countersign = write(contract.countersign, async (call, { publicKey, days }) => {
  const signer = await store.countersignerWithKey(call.db, publicKey);
  if (!signer || !signsNow(signer)) return refuse('COUNTERSIGNER_NOT_FOUND');
  const { countersignerId, unitId } = signer;
  const wanted = days.map(({ day }) => day);
  const wrong = firstWrong(signer, days, await checkpointHashesOf(call.db, unitId, wanted));
  if (wrong) return wrong;
  const taken = await insertCountersignatures(call.db, countersignerId, days);
  call.note({ targetKind: 'countersigner', targetId: countersignerId, unitId, detail: { taken } });
  return { taken };
});

const BY_DAY = { day: DateText, countersignerId: Id, hash: contract.Countersignature.shape.hash };

export const countersignatures = read(contract.countersignatures, async (call, { unitId, day, cursor, limit }) => {
  if (!(await unitOf(call.db, unitId))) return refuse('UNIT_NOT_FOUND');
  const after = readCursor(BY_DAY, cursor);
  if (isRefusal(after)) return after;
  const found = await pageOfCountersignatures(call.db, { unitId, day, after, limit: limit + 1 });
  const { page, nextCursor } = cutPage(BY_DAY, found, limit);
  const signers = standing(await store.countersignersOf(call.db, unitId)).slice(0, COUNTERSIGNERS_MAX);
  const own = call.caller?.residentId ?? '';
  return {
    countersignatures: page.map(({ countersignerId: _id, ...shown }) => shown),
    countersigners: signers.map(({ countersignerId, name, publicKey, state, lastSaidAtMs, beginners, enders }) => ({
      ...{ countersignerId, name, publicKey, state, sinceMs: lastSaidAtMs },
      saidByMe: state === 'inForce' ? false : (state === 'waiting' ? beginners : enders).includes(own),
    })),
    nextCursor,
  };
});
