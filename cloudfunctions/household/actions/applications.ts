import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { communityOf, reachUnit } from '../../organisation';
import { STAFF } from '../../values/roles';
import * as contract from '../contract/applications';
import { agreements, type Described } from '../rules/matches';
import { plainName } from '../rules/name';
import { type PersonalData, plainAddress } from '../rules/personal-data';
import { ageOf } from '../rules/standing';
import { addressesOf } from '../services/describe';
import { namesOf, personalDataOf } from '../services/personal/read';
import { tokenOf } from '../services/personal/seal';
import { type ApplicationRow, waitingApplications } from '../store/applications';
import { personsOf } from '../store/people';
import { subjectsByTokens } from '../store/search';

/** More than these a person does not compare. */
const MATCHES_SHOWN = 5;

/** The community of a unit where the caller works: its staff see all that wait there. */
async function reachCommunity(call: Call<RoleHolder>, unitId: string) {
  const unit = await reachUnit(call, unitId, STAFF);
  if (isRefusal(unit)) return unit;
  return (await communityOf(call.db, unit.unitId)) ?? refuse('UNIT_NOT_FOUND');
}

const BY_WAITING = { createdAtMs: Millis, applicationId: Id };

async function applications(call: Call<RoleHolder>, input: InputOf<typeof contract.applications>) {
  const community = await reachCommunity(call, input.unitId);
  if (isRefusal(community)) return community;
  const after = readCursor(BY_WAITING, input.cursor);
  if (isRefusal(after)) return after;
  const waiting = await waitingApplications(call.db, community.unitId, after, input.limit + 1);
  const { page, nextCursor } = cutPage(BY_WAITING, waiting, input.limit);
  const personal = await personalDataOf(
    call.world,
    call.db,
    page.map((one) => one.applicationId),
  );
  const matched = await matchesFor(call, community.unitId, page, personal);
  for (const one of page)
    call.note({ targetKind: 'application', targetId: one.applicationId, unitId: community.unitId });
  return {
    applications: page.map((one) => ({
      applicationId: one.applicationId,
      name: personal.get(one.applicationId)?.name ?? '',
      phone: personal.get(one.applicationId)?.phone ?? '',
      address: personal.get(one.applicationId)?.address ?? '',
      age: ageOf(one, call.today),
      createdAtMs: one.createdAtMs,
      matches: matched.get(one.applicationId) ?? [],
    })),
    nextCursor,
  };
}

/** Residents who could be meant, by name, by phone, or as heads of the address; those who agree in most things first. */
async function matchesFor(
  call: Call,
  communityId: string,
  page: readonly ApplicationRow[],
  personal: ReadonlyMap<string, PersonalData>,
) {
  const asked = page.map((one) => ({ ...one, ...describe(personal.get(one.applicationId), one.bornOn) }));
  const tokens = asked.flatMap((one) => tokensOf(call, one));
  const found = await subjectsByTokens(call.db, communityId, tokens);
  const known = await describeResidents(call, [...new Set(found.map((one) => one.residentId))]);
  return new Map(
    asked.map((one) => {
      const matches = known
        .map(({ said, ...match }) => ({ ...match, agrees: agreements(one, said) }))
        .filter((match) => match.agrees.some((what) => what !== 'bornOn'))
        .sort((a, b) => b.agrees.length - a.agrees.length);
      return [one.applicationId, matches.slice(0, MATCHES_SHOWN)];
    }),
  );
}

const describe = (personal: PersonalData | undefined, bornOn: string | null): Described => ({
  name: personal?.name ?? '',
  phone: personal?.phone ?? null,
  address: personal?.address ?? '',
  bornOn,
});

function tokensOf({ world }: Call, said: Described): Buffer[] {
  return [
    tokenOf(world, 'name', plainName(said.name)),
    tokenOf(world, 'phone', said.phone ?? ''),
    tokenOf(world, 'address', plainAddress(said.address)),
  ];
}

async function describeResidents(call: Call, residentIds: readonly string[]) {
  const persons = await personsOf(call.db, residentIds);
  const [names, phones, addresses] = await Promise.all([
    namesOf(call.world, call.db, residentIds),
    personalDataOf(call.world, call.db, residentIds, 'phone'),
    addressesOf(
      call,
      [...persons.values()].flatMap((person) => person.householdId ?? []),
    ),
  ]);
  return [...persons.values()].flatMap((person) => {
    const { residentId, householdId, householdNumber } = person;
    if (!householdId) return [];
    const name = names.get(residentId) ?? '';
    const address = addresses.get(householdId) ?? '';
    const phone = phones.get(residentId)?.phone ?? null;
    const age = ageOf(person, call.today);
    const said = { name, phone, address, bornOn: person.bornOn };
    return { residentId, name, householdId, householdNumber: householdNumber ?? '', address, age, said };
  });
}

export const applicationsActions = [read(contract.applications, applications)];
