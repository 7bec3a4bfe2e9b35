import type { InputOf } from '../../kit/action';
import { write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import { isRefusal, refuse } from '../../kit/refusal';
import * as contract from '../contract/guardians';
import { refuseGuardian } from '../rules/guardians';
import { isMinor, type PersonRow } from '../rules/standing';
import { endGuardians, giveGuardian } from '../services/guardians';
import { lockPeople, type Mending, recordChanges, refuseMending } from '../services/mend';
import { residentByScan } from '../services/scan';
import { guardianship, guardianshipsOf } from '../store/guardians';

type Ask = InputOf<typeof contract.recordGuardian>;

async function recordGuardian(call: Mending, input: Ask) {
  const named = await namedGuardian(call, input);
  if (isRefusal(named)) return named;
  const both = await reachBoth(call, input.residentId, named);
  if (isRefusal(both)) return both;
  const { ward, guardian } = both;
  const { paper, paperOn, until = null, instead: isSole } = input;
  const unfit = refuseGuardian(ward, guardian, { paper, paperOn, until }, call.today);
  if (unfit) return unfit;
  const standing = (await guardianshipsOf(call.db, [ward.residentId])).filter((one) => one.wardId === ward.residentId);
  const asked = { guardianId: guardian.residentId, paper, paperOn, until, isSole };
  const same = standing.find((one) => one.guardianId === asked.guardianId && isSameAs(one, asked));
  if (same) return { guardianshipId: same.guardianshipId };
  const replaced = standing.filter((one) => isSole || one.guardianId === guardian.residentId);
  await endGuardians(call, ward, replaced, 'replaced');
  const { residentId: wardId, householdId } = ward;
  const guardianshipId = newId(call.world);
  const ofChild = isMinor(ward, call.today);
  await giveGuardian(call, ward, { guardianshipId, wardId, ofChild, ...asked });
  const told = { kind: 'guardianNamed' as const, residentId: wardId, householdId, guardianId: guardian.residentId };
  await recordChanges(call, [told], 'showedPaper');
  return { guardianshipId };
}

const isSameAs = <T extends object>(one: T, asked: Partial<T>): boolean =>
  (Object.keys(asked) as (keyof T)[]).every((key) => one[key] === asked[key]);

/** Who is said to be it: named by the caller, or standing there with their own code. */
async function namedGuardian(call: Mending, { guardianId, scanned }: Ask) {
  if (!scanned) return guardianId ? { guardianId, hasAgreed: false } : refuse('GUARDIAN_UNFIT');
  const found = await residentByScan(call, scanned);
  if (isRefusal(found)) return found;
  const [shownId] = found.residentIds;
  return found.how === 'personalCode' && shownId ? { guardianId: shownId, hasAgreed: true } : refuse('CARD_NOT_FOUND'); // a card is a household's, and says of nobody that they are there
}

async function reachBoth(
  call: Mending,
  residentId: string,
  { guardianId, hasAgreed }: { readonly guardianId: string; readonly hasAgreed: boolean },
) {
  const people = await lockPeople(call, [residentId, guardianId]);
  const ward = people.get(residentId);
  const guardian = people.get(guardianId);
  if (!ward || ward.diedOn !== null) return refuse('RESIDENT_NOT_FOUND');
  const denial = await refuseMending(call, ward);
  if (denial) return denial;
  const unknown = guardian ? await refuseUnknown(call, guardian, hasAgreed) : refuse('GUARDIAN_UNFIT');
  if (unknown || !guardian) return unknown ?? refuse('GUARDIAN_UNFIT');
  return { ward, guardian };
}

/** Somebody whom the caller keeps, or who has shown their code; never the caller or their family. */
async function refuseUnknown(call: Mending, guardian: PersonRow, hasAgreed: boolean) {
  if (!hasAgreed) return refuseMending(call, guardian);
  const { householdId, residentId } = call.caller;
  const isOwn = guardian.residentId === residentId || (householdId !== null && guardian.householdId === householdId);
  return isOwn ? refuse('OWN_HOUSEHOLD') : null;
}

async function endGuardian(call: Mending, { guardianshipId, reason }: InputOf<typeof contract.endGuardian>) {
  const found = await guardianship(call.db, guardianshipId);
  const ward = found && (await lockPeople(call, [found.wardId])).get(found.wardId);
  if (!found || !ward) return refuse('GUARDIAN_NOT_FOUND');
  const denial = await refuseEnding(call, ward);
  if (denial) return denial;
  await endGuardians(call, ward, [found], reason);
  return { ended: true as const };
}

async function refuseEnding(call: Mending, ward: PersonRow) {
  const denial = await refuseMending(call, ward);
  return denial?.code === 'RESIDENT_NOT_FOUND' ? refuse('GUARDIAN_NOT_FOUND') : denial;
}

export const guardianActions = [
  write(contract.recordGuardian, recordGuardian),
  write(contract.endGuardian, endGuardian),
];
