import type { Call } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { Principal } from '../../kit/principal';
import type { ChangeReason } from '../../values/people';
import { mayActFor } from '../rules/access';
import type { PersonRow } from '../rules/standing';
import { type Purpose, withdrawGivenByOthers } from '../store/bindings';
import {
  type EndedBecause,
  endGuardianship,
  type GuardianshipRow,
  guardianshipsOf,
  insertGuardianship,
  wardIdsOf,
} from '../store/guardians';
import { membersOf, personsOf } from '../store/people';
import { endWordsOfOthers } from '../store/preferences';
import { keepChanges, type Mending, recordChanges } from './mend';

/** One in the place of head and helper takes away what these agreed to: whoever is it now is asked anew. */
export async function giveGuardian(
  call: Mending,
  ward: PersonRow,
  row: Omit<GuardianshipRow, 'recordedBy' | 'recordedAtMs'>,
): Promise<void> {
  const { db, nowMs } = call;
  await insertGuardianship(db, { ...row, recordedBy: call.caller.residentId, recordedAtMs: nowMs });
  if (!row.isSole) return;
  const ended = await withdrawGivenByOthers(db, row.wardId, nowMs);
  await endWordsOfOthers(db, row.wardId, ['pooling', 'shownByName']);
  await tellOfEnded(call, ward, ended, 'showedPaper');
}

/** With each goes what they agreed to for the other. */
export async function endGuardians(
  call: Mending,
  ward: PersonRow,
  rows: readonly GuardianshipRow[],
  because: EndedBecause,
): Promise<void> {
  const { db, nowMs } = call;
  const { residentId, householdId } = ward;
  for (const { guardianshipId, guardianId } of rows) {
    const by = { because, residentId: call.caller.residentId, nowMs };
    if (!(await endGuardianship(db, guardianshipId, by))) continue;
    const ended = await withdrawGivenByOthers(db, residentId, nowMs, guardianId);
    await endWordsOfOthers(db, residentId, ended);
    const told = { kind: 'guardianEnded' as const, residentId, householdId, guardianId };
    const reason = because === 'replaced' ? 'showedPaper' : because;
    await tellOfEnded(call, ward, ended, reason);
    await recordChanges(call, [told], reason);
  }
}

async function tellOfEnded(
  call: Mending,
  { residentId, householdId }: PersonRow,
  purposes: readonly Purpose[],
  reason: ChangeReason,
): Promise<void> {
  const kinds = [...new Set(purposes.map((purpose) => (purpose === 'pooling' ? 'poolingEnded' : 'namingEnded')))];
  await keepChanges(
    call,
    kinds.map((kind) => ({ kind, residentId, householdId })),
    { reason },
  );
}

/** Of a record that was merged, the one that stays is ward or guardian from now on. */
export async function handOnGuardians(call: Mending, merged: PersonRow, survivor: PersonRow): Promise<void> {
  const by = { because: 'replaced' as const, residentId: call.caller.residentId, nowMs: call.nowMs };
  const isNow = (id: string) => (id === merged.residentId ? survivor.residentId : id);
  for (const row of await guardianshipsOf(call.db, [merged.residentId])) {
    await endGuardianship(call.db, row.guardianshipId, by);
    const [wardId, guardianId] = [isNow(row.wardId), isNow(row.guardianId)];
    const guardianshipId = newId(call.world);
    if (wardId !== guardianId) await insertGuardianship(call.db, { ...row, guardianshipId, wardId, guardianId });
  }
}

/** Those whose guardian the caller is by a paper, and who live elsewhere. */
export async function wardsOf(call: Call<Principal>): Promise<PersonRow[]> {
  const { residentId, householdId } = call.caller;
  if (residentId === null) return [];
  const persons = await personsOf(call.db, await wardIdsOf(call.db, residentId));
  const isElsewhere = (person: PersonRow) => person.householdId === null || person.householdId !== householdId;
  return [...persons.values()].filter((person) => isElsewhere(person) && mayActFor(call, person));
}

/** Everybody for whom the caller may act: at home, and elsewhere as a guardian. */
export async function servedBy(call: Call<Principal>): Promise<PersonRow[]> {
  const { householdId } = call.caller;
  const members = householdId ? await membersOf(call.db, householdId) : [];
  return [...members.filter((member) => mayActFor(call, member)), ...(await wardsOf(call))];
}
