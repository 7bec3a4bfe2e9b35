import type { InputOf } from '../../kit/action';
import { cutPage, readCursor, sortedBy } from '../../kit/cursor';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal } from '../../kit/refusal';
import { reachUnit } from '../../organisation';
import { STAFF } from '../../values/roles';
import * as contract from '../contract/list';
import { refuseWithout } from '../rules/access';
import { type Home, inHomesOrder, siftHomes } from '../rules/homes';
import { addressesOf } from '../services/describe';
import { namesOf } from '../services/personal/read';
import { homesWithin } from '../store/listing';

/** Sorted, sifted and counted as a whole, since addresses and names are sealed where the database could do it. */
async function list(call: Call<RoleHolder>, input: InputOf<typeof contract.list>) {
  const { sort, only, limit } = input;
  const keys = sortedBy(sort, 'householdId');
  const last = readCursor(keys, input.cursor);
  if (isRefusal(last)) return last;
  const unit = await reachUnit(call, input.unitId, STAFF);
  if (isRefusal(unit)) return unit;
  const denial = refuseWithout('searchRoster', call, { unitPath: unit.path });
  if (denial) return denial;
  const all = await opened(call, await homesWithin(call.db, unit.path));
  const order = inHomesOrder(sort.by, sort.falling);
  const found = siftHomes(all, only).sort(order);
  const rows = found.slice(placeBehind(found, all, last?.householdId, order)).slice(0, limit + 1);
  const { page, nextCursor } = cutPage(
    keys,
    rows.map((home) => ({ ...home, ...sort })),
    limit,
  );
  call.note({ targetKind: 'unit', targetId: unit.unitId, unitId: unit.unitId, detail: { shown: page.length } });
  return {
    households: page.map(({ headId: _, by: __, falling: ___, ...home }) => home),
    count: found.length,
    nextCursor,
  };
}

async function opened(call: Call, homes: Awaited<ReturnType<typeof homesWithin>>): Promise<Home[]> {
  const [addresses, heads] = await Promise.all([
    addressesOf(
      call,
      homes.map(({ householdId }) => householdId),
    ),
    namesOf(
      call.world,
      call.db,
      homes.flatMap(({ headId }) => headId ?? []),
    ),
  ]);
  return homes.map((home) => ({
    ...home,
    address: addresses.get(home.householdId) ?? '',
    headName: heads.get(home.headId ?? '') ?? '',
  }));
}

/** Behind the household that ended the page before, also where it is no longer among those that are meant. */
function placeBehind(
  found: readonly Home[],
  all: readonly Home[],
  householdId: string | undefined,
  order: (a: Home, b: Home) => number,
): number {
  const last = all.find((home) => home.householdId === householdId);
  if (!last) return householdId === undefined ? 0 : found.length;
  const at = found.findIndex((home) => home === last || order(home, last) > 0);
  return at < 0 ? found.length : found[at] === last ? at + 1 : at;
}

export const listActions = [read(contract.list, list)];
