import type { WriteCall } from '../../../kit/handler';
import { newId } from '../../../kit/ids';
import type { RosterHousehold } from '../../rules/roster/household';
import { hasPersonalDataChanged, learn } from '../../rules/roster/learn';
import type { Plan } from '../../rules/roster/plan';
import { changeResidents, moveHouseholds } from '../../store/roster';
import { reseal } from '../personal/reseal';
import { addHouseholds, addMembers, type NewMember } from '../register';

/** Writes a plan down: a handful of statements for any number of rows, in the caller's transaction. */
export async function saveRoster(call: WriteCall, communityId: string, plan: Plan): Promise<void> {
  await addHouseholds(
    call.world,
    call.db,
    plan.newHouseholds.map(({ number, address, unitId, people }) => ({
      householdId: newId(call.world),
      communityId,
      unitId: unitId ?? communityId,
      number,
      address,
      members: people.map((person) => toMember(call, person)),
    })),
  );
  await addMembers(
    call.world,
    call.db,
    plan.newMembers.map(({ householdId, person }) => ({ ...toMember(call, person), householdId })),
  );
  await saveChanges(call, plan);
  await saveMoves(call, plan);
}

function toMember(call: WriteCall, person: RosterHousehold['people'][number]): NewMember {
  const { name, relation, sex, bornOn, phone, idTail, note } = person;
  const bornPrecision = person.bornPrecision ?? undefined;
  return { residentId: newId(call.world), name, relation, sex, bornOn, bornPrecision, phone, idTail, note };
}

async function saveChanges(call: WriteCall, { changes }: Plan): Promise<void> {
  const learned = changes.map(({ known, person }) => ({ known, ...learn(known, person) }));
  await changeResidents(
    call.db,
    learned.map(({ known, personal: _personal, ...fields }) => ({ ...fields, residentId: known.residentId })),
  );
  const reworded = learned.filter(({ known, personal }) => hasPersonalDataChanged(known.personal, personal));
  await reseal(
    call,
    reworded.map(({ known, personal }) => ({ subjectId: known.residentId, kind: 'resident', personal })),
  );
}

async function saveMoves(call: WriteCall, { moves }: Plan): Promise<void> {
  await moveHouseholds(
    call.db,
    moves.map(({ known, household }) => ({ householdId: known.householdId, unitId: household.unitId ?? known.unitId })),
  );
  await reseal(
    call,
    moves.map(({ known, household }) => ({
      subjectId: known.householdId,
      kind: 'household',
      personal: { address: household.address ?? known.address },
    })),
  );
}
