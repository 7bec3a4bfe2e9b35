import { denied, holderNames, namesOf, refuseWithout, unitsOfClerk } from '../../household';
import type { InputOf } from '../../kit/action';
import { cutPage, readCursor, sortedBy } from '../../kit/cursor';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal } from '../../kit/refusal';
import { communityOf, providersOf, reachUnit, type UnitRow } from '../../organisation';
import { grouped } from '../../values/codes';
import { STAFF } from '../../values/roles';
import * as contract from '../contract/register';
import { AMONG_MAX } from '../contract/register';
import { stateAt, voucherCodes } from '../rules';
import { addressesOf, holdersCalled, overall, soughtIn } from '../services/register';
import { spanOf } from '../services/span';
import { shownNames } from '../services/views';
import { availableAfter, providersAmong, type Registered, registeredIn, type Sought } from '../store/register';

type OfStaff = InputOf<typeof contract.voucherRegister>;
type OfClerk = InputOf<typeof contract.redeemedVouchers>;

const codeOf = ({ world }: Call, { voucherId, version }: Registered) =>
  grouped(voucherCodes(world.keys, voucherId, version).code);
const what = ({ voucherId, rewardId, title, choice, quantity, points }: Registered) => ({
  ...{ voucherId, rewardId, title, choice, quantity, points },
});
const peopleOf = (rows: readonly Registered[]) => [
  ...new Set(rows.flatMap(({ issuedBy, redeemedBy, endedBy }) => [issuedBy, redeemedBy ?? [], endedBy ?? []].flat())),
];

/** A page of what is sought, in the order asked for. */
async function pageOf(call: Call, sought: Sought, { sort, cursor, limit }: Pick<OfStaff, 'sort' | 'cursor' | 'limit'>) {
  const keys = sortedBy(sort, 'voucherId');
  const last = readCursor(keys, cursor);
  if (isRefusal(last)) return last;
  const wanted = { sort, afterId: last?.voucherId, limit: limit + 1, nowMs: call.nowMs };
  const found = await registeredIn(call.db, sought, wanted);
  return cutPage(
    keys,
    found.map((row) => ({ ...row, ...sort })),
    limit,
  );
}

async function voucherRegister(call: Call<RoleHolder>, input: OfStaff) {
  const unit = await reachUnit(call, input.unitId, STAFF);
  if (isRefusal(unit)) return unit;
  const denial = refuseWithout('seeVouchers', call, { unitPath: unit.path });
  if (denial) return denial;
  const community = await communityOf(call.db, unit.unitId);
  const place = await soughtIn(call, unit, community?.unitId ?? unit.unitId);
  const sought = await askedFor(call, place, input.only);
  const found = await pageOf(call, sought, input);
  if (isRefusal(found)) return found;
  const vouchers = await shown(call, found.page);
  note(call, unit, vouchers.length);
  const { rewards, ...all } = await overall(call, place, sought);
  const providers = await providersOf(call.db, await providersAmong(call.db, place, call.nowMs, AMONG_MAX));
  const places = [...providers.values()].map(({ providerId, name }) => ({ providerId, name }));
  return { vouchers, ...all, among: { rewards, providers: places }, nextCursor: found.nextCursor };
}

const note = (call: Call, { unitId }: UnitRow, rows: number) =>
  call.note({ targetKind: 'unit', targetId: unitId, unitId, detail: { shown: rows } });

async function askedFor(call: Call<RoleHolder>, place: Sought, only: OfStaff['only']): Promise<Sought> {
  const { who, mine, state, rewardId, providerId, ...days } = only;
  const sought = { ...place, ...spanOf(days), state, rewardId, providerId };
  return {
    ...sought,
    byId: mine ? call.caller.residentId : undefined,
    called: who === undefined ? undefined : { who, holderIds: await holdersCalled(call, sought, who) },
  };
}

async function shown(call: Call, page: readonly Registered[]) {
  const ids = page.map(({ voucherId }) => voucherId);
  const left = await availableAfter(call.db, ids);
  const addressOf = await addressesOf(call, page);
  const providers = await providersOf(call.db, [...new Set(page.flatMap((one) => one.redeemedProviderId ?? []))]);
  const names = await namesOf(call.world, call.db, peopleOf(page));
  const nameOf = await holderNames(
    call,
    page.map(({ holder }) => holder),
  );
  return page.map((voucher) => {
    const state = stateAt(voucher, call.nowMs);
    return {
      ...what(voucher),
      holder: { ...voucher.holder },
      holderName: nameOf(voucher.holder),
      address: addressOf(voucher),
      availableAfter: left.get(voucher.voucherId) ?? null,
      state,
      code: state === 'issued' ? null : codeOf(call, voucher),
      expiresAtMs: voucher.expiresAtMs,
      providerName: providers.get(voucher.redeemedProviderId ?? '')?.name ?? null,
      history: historyOf(voucher, state, (id) => names.get(id) ?? ''),
    };
  });
}

/** Issued, and how it ended. */
function historyOf(voucher: Registered, state: Registered['state'], nameOf: (residentId: string) => string) {
  const { issuedAtMs, issuedBy, redeemedAtMs, redeemedBy, endedAtMs, endedBy, expiresAtMs } = voucher;
  const begun = { what: 'issued' as const, atMs: issuedAtMs, byName: nameOf(issuedBy) };
  if (state === 'issued') return [begun];
  const by = redeemedBy ?? endedBy;
  return [begun, { what: state, atMs: redeemedAtMs ?? endedAtMs ?? expiresAtMs, byName: by && nameOf(by) }];
}

async function redeemedVouchers(call: Call<RoleHolder>, input: OfClerk) {
  const { providerId, only } = input;
  const unitPaths = unitsOfClerk(call.caller, providerId);
  if (unitPaths.length === 0) return denied('redeemVouchers');
  const { mine, rewardId, ...days } = only;
  const place: Sought = { providerId, unitPaths, state: 'redeemed' };
  const redeemedById = mine ? call.caller.residentId : undefined;
  const sought: Sought = { ...place, ...spanOf(days), rewardId, redeemedById };
  const found = await pageOf(call, sought, input);
  if (isRefusal(found)) return found;
  const names = await namesOf(call.world, call.db, peopleOf(found.page));
  const nameOf = await shownNames(
    call,
    found.page.map(({ holder }) => holder),
  );
  const vouchers = found.page.map((voucher) => ({
    ...what(voucher),
    holderName: nameOf(voucher.holder),
    code: codeOf(call, voucher),
    issuedAtMs: voucher.issuedAtMs,
    redeemedAtMs: voucher.redeemedAtMs ?? voucher.issuedAtMs,
    redeemedByName: names.get(voucher.redeemedBy ?? '') ?? '',
  }));
  const { rewards, ...all } = await overall(call, place, sought);
  return { vouchers, ...all, among: { rewards }, nextCursor: found.nextCursor };
}

export const registerActions = [
  read(contract.voucherRegister, voucherRegister),
  read(contract.redeemedVouchers, redeemedVouchers),
];
