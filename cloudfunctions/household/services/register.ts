import { newId } from '../../kit/ids';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { businessDate } from '../../values/dates';
import { type BornPrecision, HEAD } from '../../values/people';
import { allWords } from '../rules/consent';
import { insertPersonal } from '../store/personal';
import {
  insertHouseholds,
  insertMemberships,
  insertResidents,
  type MembershipRow,
  type NewResidentRow,
} from '../store/registration';
import { changeResidents, renumberHousehold } from '../store/roster';
import { reseal } from './personal/reseal';
import { type Subject, sealSubject } from './personal/seal';

/** A person as they enter the roster. What is left out is not known. */
export interface NewResident {
  readonly residentId: string;
  readonly name: string;
  readonly sex?: 'female' | 'male' | null | undefined;
  readonly bornOn?: string | null | undefined;
  /** 'month', 'year': `bornOn` is the last day of the only thing known. */
  readonly bornPrecision?: BornPrecision | undefined;
  readonly phone?: string | null | undefined;
  readonly idTail?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly isAssisted?: boolean | undefined;
  readonly helperId?: string | null | undefined;
  /** Agreed to be named in full in public; of a child, with the guardian. */
  readonly namesShown?: boolean | undefined;
}
export interface NewMember extends NewResident {
  /** To the head: 户主 for the head. */
  readonly relation: string;
  /** Lets the household redeem with their points; of a child, with the guardian. */
  readonly poolAgreed?: boolean | undefined;
}
export interface NewHousehold {
  readonly householdId: string;
  readonly communityId: string;
  readonly unitId: string;
  readonly number: string;
  readonly address: string | null;
  readonly members: readonly NewMember[];
  /** Today where left out. */
  readonly joinedOn?: string;
  /** The head agrees to spending the household's own account. */
  readonly poolAgreed?: boolean;
  /** Who registers it by hand. */
  readonly registeredBy?: string;
}

/** Registers households with their members, personal data included: a handful of statements for any number of them. */
export async function addHouseholds(world: World, db: Db, households: readonly NewHousehold[]): Promise<void> {
  const nowMs = world.clock();
  await insertPeople(
    world,
    db,
    households.flatMap((household) => household.members),
    nowMs,
  );
  await insertHouseholds(
    db,
    households.map((household) => ({
      ...household,
      headId: household.members.find((member) => member.relation === HEAD)?.residentId ?? null,
      poolAgreedAtMs: household.poolAgreed ? nowMs : null,
      registeredBy: household.registeredBy ?? null,
    })),
    nowMs,
  );
  await insertPersonalData(
    world,
    db,
    households.map(({ householdId, address }) => ({
      subjectId: householdId,
      kind: 'household',
      personal: { address },
    })),
    nowMs,
  );
  await insertMemberships(
    db,
    households.flatMap((household) => membershipsOf(world, household)),
  );
}

/** Registers members of households that are there. */
export async function addMembers(
  world: World,
  db: Db,
  members: readonly (NewMember & { readonly householdId: string })[],
): Promise<void> {
  await insertPeople(world, db, members, world.clock());
  await insertMemberships(
    db,
    members.flatMap((member) => membershipsOf(world, { householdId: member.householdId, members: [member] })),
  );
}

/** People who are registered already become members of a household; what they agreed to elsewhere does not come along. */
export async function joinHousehold(
  world: World,
  db: Db,
  householdId: string,
  people: readonly { readonly residentId: string; readonly relation: string }[],
): Promise<void> {
  const joinedOn = businessDate(world.clock());
  await insertMemberships(
    db,
    people.map(({ residentId, relation }) => ({
      ...{ membershipId: newId(world), residentId, householdId, relation, joinedOn },
      ...{ poolAgreedAtMs: null, poolGuardianAtMs: null },
    })),
  );
}

/** A new household of people who are registered already. */
export async function foundHousehold(
  world: World,
  db: Db,
  { address, ...household }: Omit<NewHousehold, 'members'> & { readonly headId: string | null },
  people: readonly { readonly residentId: string; readonly relation: string }[],
): Promise<void> {
  const nowMs = world.clock();
  await insertHouseholds(
    db,
    [{ ...household, poolAgreedAtMs: null, registeredBy: household.registeredBy ?? null }],
    nowMs,
  );
  const { householdId } = household;
  await insertPersonalData(world, db, [{ subjectId: householdId, kind: 'household', personal: { address } }], nowMs);
  await joinHousehold(world, db, householdId, people);
}

/** Corrects what was registered of a household of one, before anybody has used it. */
export async function correctHousehold(
  world: World,
  db: Db,
  { householdId, number, address }: Pick<NewHousehold, 'householdId' | 'number' | 'address'>,
  head: Pick<NewResident, 'residentId' | 'name' | 'phone' | 'bornOn'>,
): Promise<void> {
  const { residentId, name, phone = null, bornOn = null } = head;
  const bornPrecision = bornOn ? ('day' as const) : null;
  await changeResidents(db, [{ residentId, sex: null, bornOn, bornPrecision, relation: HEAD }]);
  await renumberHousehold(db, householdId, number);
  await reseal({ world, db, nowMs: world.clock() }, [
    { subjectId: residentId, kind: 'resident', personal: { name, phone } },
    { subjectId: householdId, kind: 'household', personal: { address } },
  ]);
}

/** Registers people without a household: those of city and district, who live elsewhere. */
export async function addResidents(world: World, db: Db, residents: readonly NewResident[]): Promise<void> {
  await insertPeople(world, db, residents, world.clock());
}

function membershipsOf(
  world: World,
  household: Pick<NewHousehold, 'householdId' | 'members' | 'joinedOn'>,
): MembershipRow[] {
  const nowMs = world.clock();
  return household.members.map((member) => ({
    membershipId: newId(world),
    residentId: member.residentId,
    householdId: household.householdId,
    relation: member.relation,
    joinedOn: household.joinedOn ?? businessDate(nowMs),
    ...poolWords(member, nowMs),
  }));
}

function poolWords(member: NewMember, nowMs: number) {
  const words = allWords(member.poolAgreed ?? false, asAged(member), businessDate(nowMs));
  return { poolAgreedAtMs: words.own ? nowMs : null, poolGuardianAtMs: words.guardian ? nowMs : null };
}

const asAged = ({ bornOn = null, isAssisted = false }: NewResident) => ({ bornOn, isAssisted });

async function insertPeople(world: World, db: Db, people: readonly NewResident[], nowMs: number): Promise<void> {
  await insertResidents(
    db,
    people.map((person) => toRow(person, businessDate(nowMs))),
    nowMs,
  );
  await insertPersonalData(
    world,
    db,
    people.map((person) => ({
      subjectId: person.residentId,
      kind: 'resident',
      personal: {
        name: person.name,
        phone: person.phone,
        idTail: person.idTail,
        note: person.note,
      } as Subject['personal'],
    })),
    nowMs,
  );
}

function toRow(person: NewResident, today: string): NewResidentRow {
  const words = allWords(person.namesShown ?? false, asAged(person), today);
  return {
    residentId: person.residentId,
    sex: person.sex ?? null,
    bornOn: person.bornOn ?? null,
    bornPrecision: person.bornOn ? (person.bornPrecision ?? 'day') : null,
    isAssisted: person.isAssisted ?? false,
    helperId: person.helperId ?? null,
    namesOwn: words.own,
    namesGuardian: words.guardian,
  };
}

async function insertPersonalData(world: World, db: Db, subjects: readonly Subject[], nowMs: number): Promise<void> {
  await insertPersonal(
    db,
    subjects.map((subject) => sealSubject(world, subject)),
    nowMs,
  );
}
