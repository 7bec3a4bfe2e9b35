import type { WriteCall } from '../../../kit/handler';
import { newId } from '../../../kit/ids';
import type { RoleHolder } from '../../../kit/principal';
import type { RosterHousehold } from '../../rules/roster/household';
import { hasPersonalDataChanged, learn, learnedFieldsOf, movedFieldsOf } from '../../rules/roster/learn';
import type { Plan } from '../../rules/roster/plan';
import { changeResidents, moveHouseholds } from '../../store/roster';
import { type Change, keepChanges } from '../mend';
import { reseal } from '../personal/reseal';
import { addHouseholds, addMembers, type NewMember } from '../register';

type Importing = WriteCall<RoleHolder>;
interface Into {
  readonly communityId: string;
  readonly importId: string;
}

/** Writes a plan down, and what it changed of people who are there: a handful of statements for any number of rows, in the caller's transaction. */
export async function saveRoster(call: Importing, { communityId, importId }: Into, plan: Plan): Promise<void> {
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
  const newMembers = plan.newMembers.map(({ householdId, person }) => ({ ...toMember(call, person), householdId }));
  await addMembers(call.world, call.db, newMembers);
  await saveChanges(call, plan);
  await saveMoves(call, plan);
  await keepChanges(call, changesBy(plan, newMembers), { reason: 'roster', importId });
}

/** As if each had been put right by hand: read and told as that is. */
function changesBy(
  { changes, moves }: Plan,
  newMembers: readonly { readonly residentId: string; readonly householdId: string }[],
): Change[] {
  return [
    ...newMembers.map(({ residentId, householdId }) => ({ kind: 'added' as const, residentId, householdId })),
    ...changes.map(({ known, person }) => {
      const { residentId, householdId } = known;
      const fields = learnedFieldsOf(known, person);
      const born = fields.includes('bornOn') && { bornBefore: known.bornOn, bornAfter: learn(known, person).bornOn };
      return { kind: 'corrected' as const, residentId, householdId, fields, ...born };
    }),
    ...moves.map(({ known, household }) => {
      const fields = movedFieldsOf(known, household);
      return { kind: 'houseMoved' as const, residentId: null, householdId: known.householdId, fields };
    }),
  ];
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
