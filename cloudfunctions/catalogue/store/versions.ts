import { type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import type { SharedRead } from '../../kit/shared-read';
import { runOn, type Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import { type Ceilings, type Grade, HOLDER_KINDS } from '../../values/awards';
import { addDays, businessDate, startOfDayMs } from '../../values/dates';
import type { Draft } from '../rules/draft';
import type { Caps, HolderKind, ItemState } from '../rules/item';

/** An item as it stands in one version. An award and its entry keep the version that they were made under. */
export interface ItemVersion extends Draft {
  readonly itemId: string;
  readonly version: number;
  readonly unitId: string;
  readonly unitPath: string;
  /** The item under which its times are counted: its own id, or that of one that it was opened again for. */
  readonly lineageId: string;
  /** Who changed it last, as a draft. */
  readonly draftedBy: string;
  readonly draftedAtMs: number;
  /** Asia/Shanghai: since when this version counts. Null: a draft. */
  readonly publishedOn: string | null;
  /** Of the item, not of this version. */
  readonly state: ItemState;
  /** Asia/Shanghai: the last day whose deeds it earns points for. Null: in force, never published, or not known. */
  readonly retiredOn: string | null;
  readonly programmeName: string | null;
  readonly policyDocumentNumber: string | null;
}

type VersionTable = Pick<Selectable<Tables['point_item_version']>, (typeof VERSION_COLUMNS)[number]>;
export type VersionJoined = VersionTable & {
  unit_id: string;
  lineage_id: string;
  path: string;
  state: ItemState;
  retired_on: string | null;
  programme_name: string | null;
  document_number: string | null;
};

const toCaps = (row: VersionTable): Caps => ({
  personDay: row.cap_person_day,
  personMonth: row.cap_person_month,
  personYear: row.cap_person_year,
  householdDay: row.cap_household_day,
  householdMonth: row.cap_household_month,
  householdYear: row.cap_household_year,
});

const toCeilings = (row: VersionTable): Ceilings => ({
  personActivity: row.ceiling_person_activity,
  personDay: row.ceiling_person_day,
  personMonth: row.ceiling_person_month,
  personYear: row.ceiling_person_year,
  householdActivity: row.ceiling_household_activity,
  householdDay: row.ceiling_household_day,
  householdMonth: row.ceiling_household_month,
  householdYear: row.ceiling_household_year,
});

export const toVersion = (row: VersionJoined): ItemVersion => ({
  itemId: row.item_id,
  version: row.version,
  unitId: row.unit_id,
  lineageId: row.lineage_id,
  draftedBy: row.drafted_by,
  draftedAtMs: row.drafted_at.getTime(),
  publishedOn: row.published_at && businessDate(row.published_at.getTime()),
  unitPath: row.path,
  state: row.state,
  retiredOn: row.retired_on,
  name: row.name,
  category: row.category,
  points: row.points,
  grades: row.grades as readonly Grade[],
  perHalfHours: row.per_half_hours,
  condition: row.condition,
  countedPer: row.counted_per,
  evidence: row.evidence,
  holderKind: row.holder_kind,
  caps: toCaps(row),
  ceilings: toCeilings(row),
  guidelineItemId: row.guideline_item_id,
  programmeId: row.programme_id,
  programmeName: row.programme_name,
  policyDocumentId: row.policy_document_id,
  policyDocumentNumber: row.document_number,
  legalDuty: row.is_legal_duty === null ? null : { isDuty: row.is_legal_duty, reason: row.legal_duty_reason ?? '' },
  needsReview: row.needs_review,
  noticeDays: row.notice_days,
});

const VERSION_COLUMNS = [
  'item_id',
  'version',
  'name',
  'category',
  'points',
  'grades',
  'per_half_hours',
  'condition',
  'counted_per',
  'evidence',
  'guideline_item_id',
  'programme_id',
  'policy_document_id',
  'holder_kind',
  'cap_person_day',
  'cap_person_month',
  'cap_person_year',
  'cap_household_day',
  'cap_household_month',
  'cap_household_year',
  'ceiling_person_activity',
  'ceiling_person_day',
  'ceiling_person_month',
  'ceiling_person_year',
  'ceiling_household_activity',
  'ceiling_household_day',
  'ceiling_household_month',
  'ceiling_household_year',
  'needs_review',
  'notice_days',
  'is_legal_duty',
  'legal_duty_reason',
  'published_at',
  'drafted_by',
  'drafted_at',
] as const;

/** With the community that published it an item is retired too: its last day is the day before. */
const STATE = `case when u.ended_on is null then i.state else 'retired' end`;
const RETIRED_ON = 'least(i.retired_on, u.ended_on - 1)';

/** Versions with what a reader wants to know of their item and basis. */
export const versions = (db: Db) =>
  db
    .selectFrom('point_item_version as v')
    .innerJoin('point_item as i', 'i.id', 'v.item_id')
    .innerJoin('unit as u', 'u.id', 'i.unit_id')
    .leftJoin('programme as p', 'p.id', 'v.programme_id')
    .leftJoin('policy_document as d', 'd.id', 'v.policy_document_id')
    .select(VERSION_COLUMNS.map((column) => `v.${column}` as const))
    .select(sql<string>`coalesce(i.lineage_id, i.id)`.as('lineage_id'))
    .select([
      'i.unit_id',
      'u.path',
      sql<ItemState>`${sql.raw(STATE)}`.as('state'),
      sql<string | null>`${sql.raw(RETIRED_ON)}`.as('retired_on'),
      'p.name as programme_name',
      'd.number as document_number',
    ]);

/** The version by which an item counts; of one that was never published its draft, so that its state can be told. */
export const isInForce = sql<boolean>`v.version = coalesce(i.current_version,
  (select max(version) from point_item_version where item_id = i.id))`;

/** An item by its version in force. Unknown: null; draft and retired ones are told by their state. */
export async function publishedItem(db: Db, itemId: string): Promise<ItemVersion | null> {
  const row = await versions(db).where('i.id', '=', itemId).where(isInForce).executeTakeFirst();
  return row ? toVersion(row) : null;
}

/** The same for many, by item id. */
export async function publishedItemsOf(db: Db, itemIds: readonly string[]): Promise<Map<string, ItemVersion>> {
  const rows = await versions(db).where('i.id', '=', sql<string>`any(${itemIds})`).where(isInForce).execute();
  return new Map(rows.map((row) => [row.item_id, toVersion(row)]));
}

export interface ItemDay {
  readonly itemId: string;
  /** Asia/Shanghai. */
  readonly day: string;
}
export const itemDayKey = ({ itemId, day }: ItemDay) => `${itemId}/${day}`;

/** One value and no time: having come is all that it asks. */
const SUITS = `(not $5::boolean or grades = '[]' and per_half_hours is null)`;

const ITEMS_ON: Statement = {
  name: 'catalogue-items-on',
  text: `select asked.day, ${VERSION_COLUMNS.map((column) => `v.${column}`).join(', ')},
           i.unit_id, coalesce(i.lineage_id, i.id) as lineage_id, u.path, ${STATE} as state, ${RETIRED_ON} as retired_on, p.name as programme_name, d.number as document_number
         from unnest($1::uuid[], $2::text[], $3::timestamptz[]) as asked (item_id, day, ends_at)
         join point_item i on i.id = asked.item_id
         join unit u on u.id = i.unit_id
         join point_item_version v on v.item_id = i.id and v.version = coalesce(
           (select max(version) from point_item_version where item_id = i.id and holder_kind = any ($4::text[]) and ${SUITS} and published_at < asked.ends_at),
           (select min(version) from point_item_version where item_id = i.id and holder_kind = any ($4::text[]) and ${SUITS} and published_at is not null),
           (select max(version) from point_item_version where item_id = i.id and holder_kind = any ($4::text[]) and ${SUITS}))
         left join programme p on p.id = v.programme_id
         left join policy_document d on d.id = v.policy_document_id`,
};

/**
 * Items as they counted on a day, by `itemDayKey`: the newest version published by its end; for a day before all of them
 * the first one. Only versions for such holders are looked at, and where asked for only those of one value. The state is today's.
 */
const itemsFor = (holderKinds: readonly HolderKind[], ofOneValue: boolean): SharedRead<ItemDay, ItemVersion> => ({
  keyOf: itemDayKey,
  read: async (run, wanted) => {
    const rows = await run<VersionJoined & { day: string }>(ITEMS_ON, [
      wanted.map(({ itemId }) => itemId),
      wanted.map(({ day }) => day),
      wanted.map(({ day }) => new Date(startOfDayMs(addDays(day, 1)))),
      holderKinds,
      ofOneValue,
    ]);
    return new Map(rows.map((row) => [itemDayKey({ itemId: row.item_id, day: row.day }), toVersion(row)]));
  },
});
/** What having come earns a resident: nobody chooses a grade there, and nobody counts the hours. */
export const ITEM_FOR_RESIDENTS = itemsFor(['resident'], true);
const ITEM_FOR_ANYBODY = itemsFor(HOLDER_KINDS, false);

export async function itemsOn(
  db: Db,
  wanted: readonly ItemDay[],
  items: SharedRead<ItemDay, ItemVersion> = ITEM_FOR_ANYBODY,
): Promise<ReadonlyMap<string, ItemVersion>> {
  return items.read(runOn(db), wanted);
}

/** The same for one; null when it is unknown. */
export async function itemOn(db: Db, itemId: string, day: string): Promise<ItemVersion | null> {
  const found = await itemsOn(db, [{ itemId, day }]);
  return found.get(itemDayKey({ itemId, day })) ?? null;
}

export interface VersionKey {
  readonly itemId: string;
  readonly version: number;
}
export const versionKey = ({ itemId, version }: VersionKey) => `${itemId}/${version}`;

/** Versions that awards and entries were made under, by `versionKey`. */
export async function itemVersionsOf(db: Db, keys: readonly VersionKey[]): Promise<Map<string, ItemVersion>> {
  const wanted = sql`(v.item_id, v.version) in (select * from unnest(${keys.map((key) => key.itemId)}::uuid[], ${keys.map((key) => key.version)}::int[]))`;
  const rows = await versions(db).where(sql<boolean>`${wanted}`).execute();
  return new Map(rows.map((row) => [versionKey({ itemId: row.item_id, version: row.version }), toVersion(row)]));
}
