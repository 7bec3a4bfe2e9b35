import type { InputOf, OutputOf } from '../../kit/action';
import { cutPage, readCursor, sortedBy } from '../../kit/cursor';
import type { Call } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { reachUnit, type UnitRow, unitsOf } from '../../organisation';
import { PEOPLE_SORTS } from '../../values/people';
import { STAFF, SUPERVISORS } from '../../values/roles';
import type * as contract from '../contract/find';
import { denied, refuseWithout, tiesFor } from '../rules/access';
import { lendsToFamily } from '../rules/consent';
import { inOrderOf, inPeopleOrder, type Listed, sift } from '../rules/listing';
import { maskName, type Named, piecesOfQuery, plainName } from '../rules/name';
import { type Query, readQuery } from '../rules/query';
import { ageOf } from '../rules/standing';
import { householdsOf } from '../store/households';
import { personsOf } from '../store/people';
import { listedWithin, type Wanted, type Within } from '../store/search';
import { addressesOf } from './describe';
import { namesOf } from './personal/read';
import { tokenOf, unsealSubject } from './personal/seal';
import { residentByScan } from './scan';

type Found = OutputOf<typeof contract.find>['people'][number];

/** What a room above knows of people: by what it sorts them, and whom alone it asks for. */
export interface Beyond {
  readonly valuesOf?: ((residentIds: readonly string[]) => Promise<ReadonlyMap<string, Value>>) | undefined;
  readonly among?: ((residentIds: readonly string[]) => Promise<ReadonlySet<string>>) | undefined;
}
type Value = number | string;

type Asked = Omit<InputOf<typeof contract.find>, 'sort'> & {
  readonly sort: { readonly by: string; readonly falling: boolean };
};

/** Residents for staff, as `household.find` says; rooms above may sort and sift them by what they know. */
export async function findPeople(call: Call<RoleHolder>, input: Asked, beyond: Beyond = {}) {
  const unit = await reachUnit(call, input.unitId, [...STAFF, ...SUPERVISORS]);
  if (isRefusal(unit)) return unit;
  if (input.scanned) return findScanned(call, input.scanned);
  const denial = refuseWithout('searchRoster', call, { unitPath: unit.path });
  if (denial) return denial;
  return input.residentIds ? findHeld(call, unit, input.residentIds) : findListed(call, unit, input, beyond);
}

/** The list, or what a query finds of it: sifted, counted and sorted as a whole, whatever the page. */
async function findListed(call: Call, unit: UnitRow, input: Asked, beyond: Beyond) {
  const { sort, only, limit } = input;
  const query = readQuery(input.query);
  const keys = sortedBy(sort, 'residentId'); // the order is by words that are sealed: a cursor holds none of them
  const last = readCursor(keys, input.cursor);
  if (isRefusal(last)) return last;
  const within = { unitPath: unit.path, placePaths: await placesOf(call, only.placeIds) };
  const all = await findNamed(call, within, query, sort.by === 'address' || only.address !== undefined);
  const meant = await amongThem(sift(all, only, call.today), beyond);
  const order = await orderOf(meant, sort, beyond, last?.residentId);
  const found = meant.sort(order);
  const from = last ? await placeAfter(call, found, last.residentId, order) : 0;
  const rows = found.slice(from, from + limit + 1).map((one) => ({ ...one, ...sort }));
  const { page, nextCursor } = cutPage(keys, rows, limit);
  const detail = { by: query.kind, shown: page.length };
  call.note({ targetKind: 'unit', targetId: unit.unitId, unitId: unit.unitId, detail });
  return { people: await describe(call, page), count: found.length, nextCursor };
}

async function amongThem(people: readonly Listed[], { among }: Beyond): Promise<Listed[]> {
  if (!among) return [...people];
  const ids = await among(people.map(({ residentId }) => residentId));
  return people.filter(({ residentId }) => ids.has(residentId));
}

type Order = (a: Listed, b: Listed) => number;
const isOurs = (by: string): by is (typeof PEOPLE_SORTS)[number] => (PEOPLE_SORTS as readonly string[]).includes(by);

/** Also of the person who ended the page before, who may be gone from the list. */
async function orderOf(
  people: readonly Listed[],
  { by, falling }: Asked['sort'],
  { valuesOf }: Beyond,
  lastId: string | undefined,
): Promise<Order> {
  if (!valuesOf) return inPeopleOrder(isOurs(by) ? by : 'name', falling);
  const ids = people.map(({ residentId }) => residentId);
  return inOrderOf(await valuesOf(lastId === undefined ? ids : [...ids, lastId]), falling);
}

/**
 * Who shows a code or card is known to everyone who works in the community, whichever grid that is. A supervisor, who has to
 * appoint a community's admin, needs no more of the roster than this: the person stands there and shows the code, so the name
 * stays masked and the address out. A phone number would not do: it can be asked about without the person.
 */
async function findScanned(call: Call<RoleHolder>, text: string) {
  const scan = await residentByScan(call, text);
  if (isRefusal(scan)) return scan;
  const persons = await personsOf(call.db, scan.residentIds);
  if (persons.size === 0) return refuse('CARD_NOT_FOUND');
  const tiesTo = (id: string) => tiesFor(call, 'identify', { unitPath: persons.get(id)?.communityPath ?? null });
  const ids = scan.residentIds.filter((id) => tiesTo(id).length > 0);
  if (ids.length === 0) return denied('identify');
  for (const targetId of ids) call.note({ targetKind: 'resident', targetId, detail: { by: scan.how } });
  const names = await namesOf(call.world, call.db, ids);
  const found = await describe(
    call,
    ids.map((residentId) => ({ residentId, name: names.get(residentId) ?? '' })),
  );
  const people = found.map((one) =>
    tiesTo(one.residentId).includes('worker') ? one : { ...one, name: maskName(one.name), address: '', headName: '' },
  );
  return { people, count: people.length, nextCursor: null };
}

/** Those of the unit among residents whose ids the caller holds; others are left out as if unknown. */
async function findHeld(call: Call, unit: UnitRow, residentIds: readonly string[]) {
  const persons = await personsOf(call.db, [...residentIds]);
  const within = (id: string) => persons.get(id)?.diedOn === null && persons.get(id)?.unitPath?.startsWith(unit.path);
  const ids = [...new Set(residentIds)].filter(within);
  const detail = { by: 'ids', shown: ids.length };
  call.note({ targetKind: 'unit', targetId: unit.unitId, unitId: unit.unitId, detail });
  const names = await namesOf(call.world, call.db, ids);
  const held = ids.map((residentId) => ({ residentId, name: names.get(residentId) ?? '' }));
  const people = await describe(call, held);
  return { people, count: people.length, nextCursor: null };
}

/** Where they stand in the tree; one that is unknown is nobody's home. */
async function placesOf(call: Call, placeIds: readonly string[] | undefined): Promise<readonly string[] | null> {
  return placeIds ? [...(await unitsOf(call.db, placeIds)).values()].map(({ path }) => path) : null;
}

/** All who are meant. Names are read and sorted here, since the database cannot see them. */
async function findNamed(call: Call, within: Within, query: Query, byAddress: boolean): Promise<Listed[]> {
  const wanted = toWanted(call, query);
  if (!wanted) return [];
  const rows = await listedWithin(call.db, within, wanted);
  const addresses = byAddress
    ? await addressesOf(call, [...new Set(rows.map(({ householdId }) => householdId))])
    : new Map<string, string>();
  const named = rows.map(({ sealed, ...facts }) => ({
    ...facts,
    name: unsealSubject(call.world, sealed).name ?? '',
    address: addresses.get(facts.householdId) ?? '',
  }));
  return query.kind === 'name' ? named.filter((one) => plainName(one.name).includes(plainName(query.text))) : named;
}

function toWanted({ world }: Call, query: Query): Wanted | null {
  if (query.kind === 'all') return query;
  if (query.kind === 'phone') return { kind: 'tokens', tokens: [tokenOf(world, 'phone', query.phone)] };
  if (query.kind === 'number') {
    const phoneTail = query.phoneTail ? tokenOf(world, 'phoneTail', query.phoneTail) : null;
    return { kind: 'number', text: query.text, phoneTail };
  }
  const tokens = piecesOfQuery(query.text).map((piece) => tokenOf(world, 'name', piece));
  return tokens.length > 0 ? { kind: 'tokens', tokens } : null;
}

/** The place after the person who ended the page before, even when they are no longer among those who are meant. */
async function placeAfter(call: Call, found: readonly Listed[], residentId: string, order: Order): Promise<number> {
  const at = found.findIndex((one) => one.residentId === residentId);
  if (at >= 0) return at + 1;
  const last = await asListed(call, residentId);
  const after = last ? found.findIndex((one) => order(one, last) > 0) : -1;
  return after >= 0 ? after : found.length;
}

/** Somebody as they would stand in the list, had they not moved away or been put right meanwhile. */
async function asListed(call: Call, residentId: string): Promise<Listed | null> {
  const person = (await personsOf(call.db, [residentId])).get(residentId);
  if (!person) return null;
  const { householdId } = person;
  const [names, addresses] = await Promise.all([
    namesOf(call.world, call.db, [residentId]),
    addressesOf(call, householdId ? [householdId] : []),
  ]);
  return {
    ...person,
    householdId: householdId ?? '',
    householdNumber: person.householdNumber ?? '',
    unitName: '',
    name: names.get(residentId) ?? '',
    address: addresses.get(householdId ?? '') ?? '',
  };
}

async function describe(call: Call, page: readonly Named[]): Promise<Found[]> {
  const persons = await personsOf(
    call.db,
    page.map((one) => one.residentId),
  );
  const householdIds = [...new Set([...persons.values()].flatMap((person) => person.householdId ?? []))];
  const headIds = [...new Set([...persons.values()].flatMap((person) => person.headId ?? []))];
  const [households, addresses, heads] = await Promise.all([
    householdsOf(call.db, householdIds),
    addressesOf(call, householdIds),
    namesOf(call.world, call.db, headIds),
  ]);
  return page.flatMap(({ residentId, name }) => {
    const person = persons.get(residentId);
    const household = households.get(person?.householdId ?? '');
    if (!person || !household) return []; // moved away between two statements
    return {
      residentId,
      name,
      age: ageOf(person, call.today),
      sex: person.sex,
      householdId: household.householdId,
      householdNumber: household.number,
      address: addresses.get(household.householdId) ?? '',
      unitName: household.unitName,
      relation: person.relation ?? '',
      isHead: household.headId === residentId,
      headName: heads.get(household.headId ?? '') ?? '',
      isAssisted: person.isAssisted,
      isBound: person.isBound,
      lends: lendsToFamily(person, call.today),
    };
  });
}
