import { readFile } from '../../../files';
import type { Call } from '../../../kit/handler';
import type { Principal } from '../../../kit/principal';
import { readWorkbook } from '../../../kit/read-workbook';
import { isRefusal, type Refusal, refuse } from '../../../kit/refusal';
import { type UnitRow, unitsBelow } from '../../../organisation';
import { groupedBy } from '../../../values/grouped-by';
import { ROSTER_FIELDS } from '../../../values/roster';
import { SHEETS_MAX } from '../../contract/roster';
import { plainName } from '../../rules/name';
import type { Field } from '../../rules/roster/finding';
import { type Assigned, plainTitle } from '../../rules/roster/header';
import { identityKey, type KnownHousehold, type RegisteredPeople } from '../../rules/roster/match';
import type { Grid } from '../../rules/roster/places';
import { findSheets, numbersIn, type Understood, understandRoster } from '../../rules/roster/understand';
import {
  namesakes,
  type RegisteredHousehold,
  registeredHouseholds,
  registeredPeople,
  saidTitles,
} from '../../store/roster';
import { personalDataOf } from '../personal/read';
import { tokenOf } from '../personal/seal';

type FileRefusal = Refusal<
  'FILE_NOT_FOUND' | 'FILE_INCOMPLETE' | 'FILE_NOT_EXCEL' | 'FILE_TOO_LARGE' | 'FILE_EMPTY' | 'FILE_WITHOUT_HEADER'
>;
export interface RosterFile {
  readonly hash: Buffer;
  readonly understood: Understood;
  readonly registered: readonly RegisteredHousehold[];
}

/** Reads the file and says of each row what it was understood as. */
export async function readRoster(
  call: Call<Principal>,
  community: UnitRow,
  fileHash: string,
  { today, lock, columns }: { readonly today: string; readonly lock: boolean; readonly columns: readonly SaidColumn[] },
): Promise<RosterFile | FileRefusal> {
  const file = await readFile(call, fileHash);
  if (isRefusal(file)) return file;
  const workbook = await readWorkbook(file);
  if (isRefusal(workbook)) return workbook;
  const sheets = findSheets(workbook.slice(0, SHEETS_MAX), await assignedBy(call, community.unitId, columns));
  if (sheets.every(({ header }) => !header)) return refuse('FILE_WITHOUT_HEADER');
  const registered = await registeredHouseholds(call.db, community.unitId, numbersIn(sheets), lock);
  const knownNumbers = new Set(registered.map((household) => household.number));
  const understood = understandRoster(sheets, { today, knownNumbers, grids: await gridsOf(call, community) });
  if (understood.rows === 0 && understood.sheets.every(({ state }) => state !== 'lacksColumns'))
    return refuse('FILE_EMPTY');
  return { hash: Buffer.from(fileHash, 'hex'), understood, registered };
}

export interface SaidColumn {
  readonly title: string;
  readonly field: Field | null;
}

/** What was said of titles before, and what is said now. */
async function assignedBy(call: Call, communityId: string, columns: readonly SaidColumn[]): Promise<Assigned> {
  const before = await saidTitles(call.db, communityId);
  const said = [...before, ...columns].map(
    ({ title, field }) => [plainTitle(title), isField(field) ? field : null] as const,
  );
  return new Map(said);
}

const isField = (field: string | null): field is Field => ROSTER_FIELDS.some((one) => one === field);

async function gridsOf(call: Call, community: UnitRow): Promise<Grid[]> {
  const units = await unitsBelow(call.db, community.path, 'grid', 'group');
  return units
    .filter((unit) => unit.level === 'grid')
    .map((grid) => ({ ...grid, groups: units.filter((unit) => unit.parentId === grid.unitId) }));
}

/** What is registered of the households in the file and of people with the names in it. */
export async function loadKnown(
  call: Call,
  communityId: string,
  { understood, registered }: RosterFile,
): Promise<RegisteredPeople> {
  const householdIds = registered.map((household) => household.householdId);
  const people = await registeredPeople(call.db, householdIds);
  const personal = await personalDataOf(call.world, call.db, [
    ...householdIds,
    ...people.map((person) => person.residentId),
  ]);
  const households = new Map<string, KnownHousehold>();
  const byId = new Map<string, KnownHousehold & { people: KnownHousehold['people'][number][] }>();
  for (const { number, ...household } of registered) {
    const known = { ...household, address: personal.get(household.householdId)?.address ?? null, people: [] };
    households.set(number, known);
    byId.set(household.householdId, known);
  }
  for (const person of people)
    byId.get(person.householdId)?.people.push({ ...person, personal: personal.get(person.residentId) ?? {} });
  return { households, byIdentity: await loadIdentities(call, communityId, understood) };
}

async function loadIdentities(
  call: Call,
  communityId: string,
  understood: Understood,
): Promise<Map<string, readonly string[]>> {
  const names = new Map<string, string>();
  for (const { people } of understood.households)
    for (const { name } of people) {
      const plain = plainName(name);
      if (!names.has(plain)) names.set(plain, tokenOf(call.world, 'name', plain).toString('hex'));
    }
  const nameOf = new Map([...names].map(([name, token]) => [token, name]));
  const tokens = [...names.values()].map((token) => Buffer.from(token, 'hex'));
  return groupedBy(
    await namesakes(call.db, communityId, tokens),
    ({ token, bornOn }) => identityKey(nameOf.get(token.toString('hex')) ?? '', bornOn, 'day') ?? '',
    ({ residentId }) => residentId,
  );
}
