import { type ItemVersion, itemOn } from '../../catalogue';
import { hasRight, householdsOf, ownInterest, personsOf, refuseWithout } from '../../household';
import type { Call } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import type { Holder } from '../../ledger';
import { limitsOf, societiesOf, unitsOf } from '../../organisation';
import { OLDEST_DEED_DAYS, pointsForTime } from '../../values/awards';
import { addDays } from '../../values/dates';
import { POINTS_MAX } from '../../values/limits';
import type { UnitLimits } from '../../values/unit-limits';
import type { Proposal } from '../post';
import { titleOf, type Worth } from '../rules';

/** A deed is entered while people remember it; older ones come by import with a document. */

type ItemRefusal = Refusal<
  'ITEM_NOT_FOUND' | 'ITEM_NOT_PUBLISHED' | 'ITEM_BEGAN_LATER' | 'DEED_DATE_NOT_ALLOWED' | 'NOT_ALLOWED'
>;

/**
 * The item as it counted on the deed's date, when the caller works in its community and the deed's date may be entered. A
 * retired one still counts for what was done until its last day.
 */
export async function reachItem(
  call: Call<RoleHolder>,
  itemId: string,
  deedDate: string,
): Promise<ItemVersion | ItemRefusal> {
  const item = await itemOn(call.db, itemId, deedDate);
  if (!item) return refuse('ITEM_NOT_FOUND');
  const denial = refuseWithout('awardHere', call, { unitPath: item.unitPath });
  if (denial) return denial;
  const { state, retiredOn } = item;
  if (state !== 'published' && !(retiredOn && deedDate <= retiredOn))
    return refuse('ITEM_NOT_PUBLISHED', { state, ...(retiredOn && { retiredOn }) });
  const oldest = addDays(call.today, -OLDEST_DEED_DAYS);
  if (deedDate > call.today || deedDate < oldest)
    return refuse('DEED_DATE_NOT_ALLOWED', { oldest, newest: call.today });
  if (item.publishedOn && deedDate < item.publishedOn) return refuse('ITEM_BEGAN_LATER', { since: item.publishedOn });
  return item;
}

type WorthRefusal = Refusal<'GRADE_DIFFERS' | 'TIME_DIFFERS'>;
interface Said {
  readonly grade?: string | undefined;
  readonly halfHours?: number | undefined;
}

/** The item's value, that of the grade named, or the points for the time told. Nothing is guessed, and nothing said is passed over. */
export function worthOf(item: ItemVersion, said: Said): Worth | WorthRefusal {
  const grade = item.grades.find((one) => one.name === said.grade);
  if (!grade && (said.grade !== undefined || item.grades.length > 0))
    return refuse('GRADE_DIFFERS', { grades: item.grades.map((one) => one.name) });
  if (item.perHalfHours !== null) return worthOfTime(item, item.perHalfHours, said.halfHours ?? 0);
  if (said.halfHours !== undefined) return refuse('TIME_DIFFERS');
  const { points, name } = grade ?? { points: item.points, name: null };
  const found = { grade: name, halfHours: null };
  return { title: titleOf({ itemName: item.name, ...found }), points, ...found, isByTime: false };
}

function worthOfTime(item: ItemVersion, perHalfHours: number, halfHours: number): Worth | WorthRefusal {
  const points = pointsForTime(item.points, perHalfHours, halfHours);
  if (points < 1 || points > POINTS_MAX) return refuse('TIME_DIFFERS', { perHalfHours });
  const found = { grade: null, halfHours };
  return { title: titleOf({ itemName: item.name, ...found }), points, ...found, isByTime: true };
}

/** Before a grade is chosen or a time told: the least that it can be. */
export const leastSaid = (item: ItemVersion, said: Said): Said => ({
  grade: said.grade ?? item.grades.find(({ points }) => points === item.points)?.name,
  halfHours: said.halfHours ?? item.perHalfHours ?? undefined,
});
/** What the item's community lets one person give. */
export const limitsFor = ({ db }: Call, { unitId, unitPath }: ItemVersion): Promise<UnitLimits> =>
  limitsOf(db, { unitId, path: unitPath });

/** A holder as the caller may award to them, or why not. */
export type Candidate = {
  readonly holder: Holder;
  readonly claim: Proposal | null;
  readonly refusal: 'HOLDER_NOT_FOUND' | 'HOLDER_KIND_DIFFERS' | 'OWN_SOCIETY' | null;
};

export interface Deed {
  readonly item: ItemVersion;
  readonly worth: Worth;
  readonly deedDate: string;
  readonly sourceId: string;
  readonly limits: UnitLimits;
}

interface Found<Person, Household> {
  readonly persons: ReadonlyMap<string, Person>;
  readonly households: ReadonlyMap<string, Household>;
  readonly societies: ReadonlyMap<string, string | null>;
}
type Placed = { readonly unitPath: string | null };

/** Each by its own kind: one id may stand in the list under two. */
export function targetOf<Person extends Placed, Household extends Placed>(
  { kind, id }: Holder,
  { persons, households, societies }: Found<Person, Household>,
) {
  if (kind === 'society') return { unitPath: societies.get(id) ?? null, person: null, household: null, societyId: id };
  const person = kind === 'resident' ? persons.get(id) : null;
  const household = kind === 'household' ? households.get(id) : null;
  // by their grid: its worker awards there, the community's staff everywhere in it
  return { unitPath: (person ?? household)?.unitPath ?? null, person, household, societyId: null };
}

/** Puts together each holder's claim; somebody outside the caller's reach is as good as unknown. */
export async function toCandidates(
  call: Call<RoleHolder>,
  deed: Deed,
  holders: readonly Holder[],
): Promise<Candidate[]> {
  const idsOf = (kind: Holder['kind']) => holders.filter((holder) => holder.kind === kind).map((holder) => holder.id);
  const persons = await personsOf(call.db, idsOf('resident'));
  const households = await householdsOf(call.db, idsOf('household'));
  const societies = await societyPaths(call, idsOf('society'));
  return holders.map((holder) => {
    const target = targetOf(holder, { persons, households, societies });
    const { person, household } = target;
    if (!hasRight(call, 'awardTo', target)) return { holder, claim: null, refusal: 'HOLDER_NOT_FOUND' };
    if (holder.kind !== deed.item.holderKind) return { holder, claim: null, refusal: 'HOLDER_KIND_DIFFERS' };
    const own = ownInterest(call, target);
    if (own === 'OWN_SOCIETY') return { holder, claim: null, refusal: own };
    const householdId = (person ?? household)?.householdId ?? null;
    const by = { givenBy: call.caller.residentId, givingLimits: deed.limits };
    const whose = { householdId, isOwnHousehold: own !== null, ...by };
    return { holder, claim: toProposal(deed, holder, whose), refusal: null };
  });
}

/** Where each society stands in the tree. */
export async function societyPaths({ db }: Call, ids: readonly string[]): Promise<Map<string, string | null>> {
  const societies = await societiesOf(db, ids);
  const units = await unitsOf(
    db,
    [...societies.values()].map(({ unitId }) => unitId),
  );
  return new Map([...societies].map(([id, { unitId }]) => [id, units.get(unitId)?.path ?? null]));
}

export function toProposal(
  { item, worth, deedDate, sourceId }: Omit<Deed, 'limits'>,
  holder: Holder,
  whose: Pick<Proposal, 'householdId' | 'isOwnHousehold' | 'givenBy' | 'givingLimits'>,
): Proposal {
  const { itemId, lineageId, version: itemVersion, caps, ceilings, needsReview, noticeDays, unitId } = item;
  const about = { itemId, lineageId, itemVersion, ...worth, caps, ceilings, needsReview, noticeDays };
  return { ...about, ...whose, unitId, deedDate, sourceId, holder, accountId: holder.id, source: 'give' };
}
