import type { AwardOutcome } from '../../award';
import { mayActFor, membersOf, type PersonRow, personsOf } from '../../household';
import type { Call } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import { type Balance, balancesOf } from '../../ledger';

/** The caller first, then those who came along. */
export type Family = readonly [PersonRow, ...PersonRow[]];

/** Each of them the caller's to act for today, or nobody is gathered. */
export async function gatherFamily(
  call: Call<ResidentCaller>,
  alongIds: readonly string[],
): Promise<Family | Refusal<'NO_HOUSEHOLD' | 'MAY_NOT_ACT_FOR'>> {
  const { caller } = call;
  const others = [...new Set(alongIds)].filter((id) => id !== caller.residentId);
  const persons = await personsOf(call.db, [caller.residentId, ...others]);
  const self = persons.get(caller.residentId);
  if (!self?.householdId) return refuse('NO_HOUSEHOLD');
  const along: PersonRow[] = [];
  for (const residentId of others) {
    const person = persons.get(residentId);
    if (!person || !mayActFor(call, person)) return refuse('MAY_NOT_ACT_FOR', { residentId });
    along.push(person);
  }
  return [self, ...along];
}

/** Balances of everybody in a household, and of the household itself. */
export type Lifetimes = ReadonlyMap<string, Balance>;

/** Read before posting, so that the answer can be kept with it. */
export async function readLifetimes(call: Call, { householdId }: PersonRow): Promise<Lifetimes> {
  const members = await membersOf(call.db, householdId as string);
  return balancesOf(call.db, [householdId as string, ...members.map((member) => member.residentId)]);
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
