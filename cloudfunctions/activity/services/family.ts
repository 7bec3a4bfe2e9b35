import type { AwardOutcome } from '../../award';
import { MEMBERS_OF, mayActFor, PERSON, type PersonRow } from '../../household';
import type { Call } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import { readShared, readTogether } from '../../kit/shared-read';
import { ACCOUNT, type Balance, NO_POINTS } from '../../ledger';

/** The caller first, then those who came along. */
export type Family = readonly [PersonRow, ...PersonRow[]];

type ByResident = Call<ResidentCaller>;

/** The caller and those they name, known or not. */
export const readPeople = ({ world, caller }: ByResident, alongIds: readonly string[]): Promise<People> =>
  readTogether(world.database, PERSON, [caller.residentId, ...alongIds]);
type People = ReadonlyMap<string, PersonRow>;

/** Each of them the caller's to act for today, or nobody is gathered. */
export function familyOf(
  call: ByResident,
  people: People,
  alongIds: readonly string[],
): Family | Refusal<'NO_HOUSEHOLD' | 'MAY_NOT_ACT_FOR'> {
  const { caller } = call;
  const others = [...new Set(alongIds)].filter((id) => id !== caller.residentId);
  const self = people.get(caller.residentId);
  if (!self?.householdId) return refuse('NO_HOUSEHOLD');
  const along: PersonRow[] = [];
  for (const residentId of others) {
    const person = people.get(residentId);
    if (!person || !mayActFor(call, person)) return refuse('MAY_NOT_ACT_FOR', { residentId });
    along.push(person);
  }
  return [self, ...along];
}

/** The caller's household and everybody in it: whose points make up its book. */
export async function membersAtHome({ world, caller }: ByResident): Promise<readonly string[]> {
  const { householdId } = caller;
  if (householdId === null) return [];
  return [householdId, ...((await readShared(world.database, MEMBERS_OF, householdId)) ?? [])];
}

/** Balances of everybody in a household, and of the household itself. */
export type Lifetimes = ReadonlyMap<string, Balance>;

/** Read before posting, so that the answer can be kept with it. */
export async function readLifetimes({ world }: ByResident, atHome: readonly string[]): Promise<Lifetimes> {
  const accounts = await readTogether(world.database, ACCOUNT, atHome);
  return new Map(atHome.map((id) => [id, accounts.get(id)?.balance ?? NO_POINTS]));
}

/** The household's lifetime points once these outcomes of its people stand. */
export function lifetimeAfter(
  before: Lifetimes,
  people: readonly PersonRow[],
  outcomes: readonly AwardOutcome[],
): number {
  const after = new Map(before);
  outcomes.forEach((outcome, i) => {
    const { residentId } = people[i] as PersonRow;
    if (outcome.state === 'posted' && after.has(residentId)) after.set(residentId, outcome.after);
  });
  return [...after.values()].reduce((sum, balance) => sum + balance.lifetime, 0);
}
