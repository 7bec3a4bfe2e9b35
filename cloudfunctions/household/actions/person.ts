import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read } from '../../kit/handler';
import type { Principal, ResidentCaller, RoleHolder } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import * as contract from '../contract/person';
import { refuseWithout } from '../rules/access';
import { guardiansOf, lastDayOf } from '../rules/guardians';
import type { PersonRow } from '../rules/standing';
import { describeChanges } from '../services/changes';
import { placeOf } from '../services/mend';
import { survivorsOf } from '../services/merged';
import { namesOf, personalDataOf } from '../services/personal/read';
import { changesOf } from '../store/changes';
import { guardianshipsOf } from '../store/guardians';
import { householdOf } from '../store/households';
import { linksOf } from '../store/merging';
import { personOf } from '../store/people';

async function person(call: Call<RoleHolder>, { residentId: asked }: InputOf<typeof contract.person>) {
  const residentId = (await survivorsOf(call.db, [asked])).get(asked) ?? asked;
  const found = await personOf(call.db, residentId);
  if (!found || found.isErased) return refuse('RESIDENT_NOT_FOUND');
  const denial = refuseWithout('mendPeople', call, { unitPath: await placeOf(call, found), person: found });
  if (denial) return denial;
  call.note({ targetKind: 'resident', targetId: residentId, ...(found.unitId && { unitId: found.unitId }) });
  const { name, phone } =
    (await personalDataOf(call.world, call.db, [residentId], 'name', 'phone')).get(residentId) ?? {};
  const { sex, bornOn, bornPrecision, diedOn, householdId, relation, headId, isBound } = found;
  return {
    ...{ residentId, name: name ?? '', sex, bornOn, bornPrecision, phone: phone ?? null },
    ...{ diedOn, householdId, relation: relation ?? '', isHead: headId === residentId, isBound },
    merged: await mergedInto(call, residentId),
    guardians: await describeGuardians(call, found),
  };
}

async function mergedInto(call: Call, residentId: string) {
  const links = (await linksOf(call.db, [residentId])).slice(0, contract.MERGED_TOLD);
  const ids = links.map(({ mergedId }) => mergedId);
  const names = await namesOf(call.world, call.db, ids);
  return links.map(({ mergedId, isDrawnOn }) => ({
    ...{ residentId: mergedId, name: names.get(mergedId) ?? '', isDrawnOn },
  }));
}

async function describeGuardians(call: Call, ward: PersonRow) {
  const all = await guardianshipsOf(call.db, [ward.residentId]);
  const standing = new Set(guardiansOf(ward, call.today).map(({ guardianId }) => guardianId));
  const told = all
    .filter(({ wardId, guardianId }) => wardId === ward.residentId && standing.has(guardianId))
    .slice(0, contract.GUARDIANS_TOLD);
  const names = await namesOf(
    call.world,
    call.db,
    told.flatMap(({ guardianId, recordedBy }) => [guardianId, recordedBy]),
  );
  return told.map(({ guardianshipId, guardianId, paper, paperOn, isSole, recordedBy, recordedAtMs, ...row }) => ({
    ...{ guardianshipId, guardianId, paper, paperOn, isSole, recordedAtMs },
    until: lastDayOf(row, ward),
    name: names.get(guardianId) ?? '',
    recordedByName: names.get(recordedBy) ?? '',
  }));
}

const BY_TIME = { atMs: Millis, changeId: Id };

async function history(call: Call<ResidentCaller>, input: InputOf<typeof contract.history>) {
  const denial = await refuseHistory(call, input);
  if (denial) return denial;
  const after = readCursor(BY_TIME, input.cursor);
  if (isRefusal(after)) return after;
  const found = await changesOf(call.db, input, after, input.limit + 1);
  const { page, nextCursor } = cutPage(BY_TIME, found, input.limit);
  return { changes: await describeChanges(call, page), nextCursor };
}

async function refuseHistory(
  call: Call<Principal>,
  { residentId, householdId }: InputOf<typeof contract.history>,
): Promise<Refusal<'RESIDENT_NOT_FOUND' | 'HOUSEHOLD_NOT_FOUND' | 'NOT_ALLOWED'> | null> {
  if (residentId) {
    const found = await personOf(call.db, residentId);
    if (!found) return refuse('RESIDENT_NOT_FOUND');
    return refuseWithout('seeHistory', call, { unitPath: await placeOf(call, found), person: found });
  }
  const household = householdId ? await householdOf(call.db, householdId) : null;
  if (!household) return refuse('HOUSEHOLD_NOT_FOUND');
  return refuseWithout('seeHistory', call, { unitPath: household.unitPath, household });
}

export const personActions = [read(contract.person, person), read(contract.history, history)];
