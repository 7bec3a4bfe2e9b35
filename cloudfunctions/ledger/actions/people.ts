import { findPeople, hasRight, personalDataOf, personsOf } from '../../household';
import type { InputOf } from '../../kit/action';
import { type Call, read } from '../../kit/handler';
import { isRefusal } from '../../kit/refusal';
import { addDays } from '../../values/dates';
import * as contract from '../contract/people';
import { NO_POINTS } from '../rules';
import { balancesOf } from '../store/accounts';
import { newestDeeds } from '../store/newest';

type Asked = InputOf<typeof contract.people>;

/** What the whole list is sorted by, where it is not the register's own. */
function valuesFor({ db }: Call, by: Asked['sort']['by']) {
  if (by === 'newest')
    return async (ids: readonly string[]) =>
      new Map([...(await newestDeeds(db, ids))].map(([id, { deedDate }]) => [id, deedDate]));
  if (by !== 'available' && by !== 'lifetime') return undefined;
  return async (ids: readonly string[]) =>
    new Map([...(await balancesOf(db, ids))].map(([id, balance]) => [id, balance[by]]));
}

function quietSince({ db, today }: Call, days: number | undefined) {
  if (days === undefined) return undefined;
  const since = addDays(today, 1 - days);
  return async (ids: readonly string[]) => {
    const deeds = await newestDeeds(db, ids);
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
    balancesOf(call.db, seen),
    newestDeeds(call.db, seen),
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
