import { accountsOf, findPeople, hasRight, personalDataOf, personsOf } from '../../household';
import type { InputOf } from '../../kit/action';
import { type Call, read } from '../../kit/handler';
import { isRefusal } from '../../kit/refusal';
import { addDays } from '../../values/dates';
import * as contract from '../contract/people';
import { NO_POINTS } from '../rules';
import { wholeBalances } from '../services/whole';
import { type NewestDeed, newestDeeds } from '../store/newest';

type Asked = InputOf<typeof contract.people>;

/** The last deed of each, whichever of their records it stands on. */
async function newestOf({ db }: Call, ids: readonly string[]): Promise<ReadonlyMap<string, NewestDeed>> {
  const accounts = await accountsOf(db, ids);
  const deeds = await newestDeeds(db, [...accounts.values()].flat());
  const newest = new Map<string, NewestDeed>();
  for (const [id, all] of accounts)
    for (const deed of all.flatMap((account) => deeds.get(account) ?? []))
      if (deed.deedDate > (newest.get(id)?.deedDate ?? '')) newest.set(id, deed);
  return newest;
}

/** What the whole list is sorted by, where it is not the register's own. */
function valuesFor(call: Call, by: Asked['sort']['by']) {
  if (by === 'newest')
    return async (ids: readonly string[]) =>
      new Map([...(await newestOf(call, ids))].map(([id, { deedDate }]) => [id, deedDate]));
  if (by !== 'available' && by !== 'lifetime') return undefined;
  return async (ids: readonly string[]) =>
    new Map([...(await wholeBalances(call, ids))].map(([id, balance]) => [id, balance[by]]));
}

function quietSince(call: Call, days: number | undefined) {
  if (days === undefined) return undefined;
  const since = addDays(call.today, 1 - days);
  return async (ids: readonly string[]) => {
    const deeds = await newestOf(call, ids);
    return new Set(ids.filter((id) => (deeds.get(id)?.deedDate ?? '') < since));
  };
}

/** Somebody whose card was scanned may live in a colleague's grid: their points are not the caller's to see. */
async function mayBeSeen(call: Call & Parameters<typeof hasRight>[0], ids: readonly string[]) {
  const persons = await personsOf(call.db, ids);
  return ids.filter((id) => {
    const person = persons.get(id);
    return person && hasRight(call, 'seePoints', { unitPath: person.unitPath, person });
  });
}

export const people = read(contract.people, async (call, { only: { quietDays, ...only }, ...asked }) => {
  const beyond = { valuesOf: valuesFor(call, asked.sort.by), among: quietSince(call, quietDays) };
  const found = await findPeople(call, { ...asked, only }, beyond);
  if (isRefusal(found)) return found;
  const seen = await mayBeSeen(
    call,
    found.people.map(({ residentId }) => residentId),
  );
  const [balances, deeds, phones] = await Promise.all([
    wholeBalances(call, seen),
    newestOf(call, seen),
    personalDataOf(call.world, call.db, seen, 'phone'),
  ]);
  const isSeen = new Set(seen);
  return {
    ...found,
    people: found.people.map((person) => {
      const { residentId } = person;
      const { lifetime, available } = balances.get(residentId) ?? NO_POINTS;
      const deed = deeds.get(residentId);
      return {
        ...person,
        points: isSeen.has(residentId) ? { lifetime, available } : null,
        newest: deed ? { deedDate: deed.deedDate, title: deed.title } : null,
        phoneTail: phones.get(residentId)?.phone?.slice(-4) ?? '',
      };
    }),
  };
});
