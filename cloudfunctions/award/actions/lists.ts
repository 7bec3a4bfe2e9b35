import { isNamedInPublic, maskName, namesOf, personsOf, refuseWithout } from '../../household';
import { read } from '../../kit/handler';
import { refuse } from '../../kit/refusal';
import { societiesOf, unitOf } from '../../organisation';
import { addDays, startOfDayMs } from '../../values/dates';
import * as contract from '../contract/lists';
import { givenSince, newestPosted, recentlyGiven, regulars } from '../store/awards';

const RECENT_AWARDS = 200;
const RECENT_SHOWN = 12;
const REGULAR_DAYS = 90;

const firstDistinct = (ids: readonly string[]) => [...new Set(ids)].slice(0, RECENT_SHOWN);

export const recent = read(contract.recent, async (call, { unitId }) => {
  const unit = await unitOf(call.db, unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  const denial = refuseWithout('awardHere', call, { unitPath: unit.path });
  if (denial) return denial;
  const given = await recentlyGiven(call.db, unitId, call.caller.residentId, RECENT_AWARDS);
  const since = new Date(startOfDayMs(addDays(call.today, -REGULAR_DAYS)));
  return {
    itemIds: firstDistinct(given.map(({ itemId }) => itemId)),
    residentIds: firstDistinct(
      given.filter(({ holderKind }) => holderKind === 'resident').map(({ accountId }) => accountId),
    ),
    regularIds: await regulars(call.db, unitId, since, RECENT_SHOWN),
    today: await givenSince(call.db, unitId, new Date(startOfDayMs(call.today))),
  };
});

export const neighbours = read(contract.neighbours, async (call, { unitId, limit }) => {
  if (!(await unitOf(call.db, unitId))) return refuse('UNIT_NOT_FOUND');
  const awards = await newestPosted(call.db, unitId, limit);
  const ids = [...new Set(awards.map(({ accountId }) => accountId))];
  const persons = await personsOf(call.db, ids);
  const names = await namesOf(call.world, call.db, ids);
  const societies = await societiesOf(call.db, ids);
  // Rule 5: masked in public unless the person agreed to be named.
  const isNamed = (id: string) => {
    const person = persons.get(id);
    return person !== undefined && isNamedInPublic(person, call.today);
  };
  const shownName = (id: string) =>
    societies.get(id)?.name ?? (isNamed(id) ? names.get(id) : maskName(names.get(id) ?? '')) ?? '';
  return {
    thanks: awards.map(({ accountId, holderKind, deed, category, deedDate, postedAt }) => ({
      holderKind,
      name: shownName(accountId),
      deed,
      category,
      deedDate,
      postedAtMs: postedAt?.getTime() ?? 0,
    })),
  };
});
