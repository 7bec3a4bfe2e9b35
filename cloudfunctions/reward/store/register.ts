import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import { standsIn } from '../../kit/stands-in';
import type { Db } from '../../kit/transaction';
import type { VOUCHER_SORTS } from '../../values/rewards';
import type { VoucherState } from '../rules';
import { toVoucher, type VoucherRow } from './vouchers';

/** Which vouchers: of a place, and of them those that all of it says; what is left out asks for nothing. */
export interface Sought {
  /** The community whose ledger they belong to. */
  readonly unitId?: string | undefined;
  /** Of communities below these. */
  readonly unitPaths?: readonly string[] | undefined;
  readonly householdIds?: readonly string[] | undefined;
  /** Of these holders, or for a reward that has the words in its title. */
  readonly called?: { readonly who: string; readonly holderIds: readonly string[] } | undefined;
  /** Redeemed there. */
  readonly providerId?: string | undefined;
  readonly rewardId?: string | undefined;
  readonly state?: VoucherState | undefined;
  /** Issued or redeemed by. */
  readonly byId?: string | undefined;
  readonly redeemedById?: string | undefined;
  readonly fromMs?: number | undefined;
  /** Not in it itself. */
  readonly untilMs?: number | undefined;
}
export interface Registered extends VoucherRow {
  readonly title: string;
  readonly issuedBy: string;
  readonly redeemedBy: string | null;
  readonly endedBy: string | null;
}

const LINE = sql<string>`coalesce(reward.first_id, reward.id)`;
const hasLapsed = (now: Date) => sql`voucher.state = 'issued' and voucher.expires_at < ${now}`;
/** As people are shown it: what has expired has lapsed, whether or not the night has come by. */
const stateAt = (now: Date) => sql<VoucherState>`case when ${hasLapsed(now)} then 'lapsed' else voucher.state end`;
const lastAt = (now: Date) =>
  sql<Date>`case when ${hasLapsed(now)} then voucher.expires_at
    else coalesce(voucher.redeemed_at, voucher.ended_at, voucher.issued_at) end`;

type Conditions = {
  readonly [Key in keyof Sought]-?: (value: NonNullable<Sought[Key]>, now: Date) => RawBuilder<boolean>;
};
const CONDITIONS: Conditions = {
  unitId: (id) => standsIn(sql.ref('voucher.unit_id'), id),
  unitPaths: (paths) => sql`exists (select from unnest(${paths}::text[]) above where starts_with(unit.path, above))`,
  householdIds: (ids) => sql`voucher.household_id = any(${ids}::uuid[])`,
  called: ({ who, holderIds }) =>
    sql`(voucher.holder_id = any(${holderIds}::uuid[]) or strpos(lower(reward.title), lower(${who})) > 0)`,
  providerId: (id) => sql`voucher.redeemed_provider_id = ${id}`,
  rewardId: (id) => sql`${LINE} = (select coalesce(first_id, id) from reward where id = ${id})`,
  state: (state, now) => sql`${stateAt(now)} = ${state}`,
  byId: (id) => sql`${id}::uuid in (voucher.issued_by, voucher.redeemed_by)`,
  redeemedById: (id) => sql`voucher.redeemed_by = ${id}`,
  fromMs: (ms, now) => sql`${lastAt(now)} >= ${new Date(ms)}`,
  untilMs: (ms, now) => sql`${lastAt(now)} < ${new Date(ms)}`,
};

function whichOf(sought: Sought, now: Date): RawBuilder<boolean> {
  const keys = Object.keys(CONDITIONS) as (keyof Sought)[];
  const asked = keys.flatMap((key) => {
    const value = sought[key];
    return value === undefined ? [] : [CONDITIONS[key](value as never, now)];
  });
  return sql.join(asked, sql` and `);
}

const among = (sought: Sought, now: Date) => sql`
  from voucher join reward on reward.id = voucher.reward_id join unit on unit.id = voucher.unit_id
  where ${whichOf(sought, now)}`;

type SortKey = (typeof VOUCHER_SORTS)[number];
const KEYS: Readonly<Record<SortKey, (now: Date) => RawBuilder<unknown>>> = {
  time: lastAt,
  issued: () => sql`voucher.issued_at`,
  reward: () => sql`reward.title collate "zh-x-icu"`,
  points: () => sql`voucher.points`,
};

export interface Wanted {
  readonly sort: { readonly by: SortKey; readonly falling: boolean };
  /** The voucher that the page before ended with. */
  readonly afterId: string | undefined;
  readonly limit: number;
  readonly nowMs: number;
}

/** One page of those that match. */
export async function registeredIn(
  db: Db,
  sought: Sought,
  { sort, afterId, limit, nowMs }: Wanted,
): Promise<Registered[]> {
  const now = new Date(nowMs);
  const key = KEYS[sort.by](now);
  const [behind, way] = sort.falling ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  const place = sql`select ${key}, voucher.id from voucher join reward on reward.id = voucher.reward_id where voucher.id`;
  const rest = afterId === undefined ? sql`` : sql`and (${key}, voucher.id) ${behind} (${place} = ${afterId}::uuid)`;
  const { rows } = await sql<Selectable<Tables['voucher']> & { title: string }>`
    select voucher.*, reward.title ${among(sought, now)} ${rest}
    order by ${key} ${way}, voucher.id ${way} limit ${limit}`.execute(db);
  return rows.map((row) => ({
    ...toVoucher(row),
    ...{ title: row.title, issuedBy: row.issued_by, redeemedBy: row.redeemed_by, endedBy: row.ended_by },
  }));
}

export interface Sums {
  readonly count: number;
  readonly quantity: number;
  readonly points: number;
}

/** Of all that match. */
export async function sumsOf(db: Db, sought: Sought, nowMs: number): Promise<Sums> {
  const { rows } = await sql<Sums>`
    select count(*)::float8 as count, coalesce(sum(quantity), 0)::float8 as quantity,
      coalesce(sum(points), 0)::float8 as points
    ${among(sought, new Date(nowMs))}`.execute(db);
  return rows[0] ?? { count: 0, quantity: 0, points: 0 };
}

/** The lines of rewards of which there are some, each as it is called last; the most used first. */
export async function rewardsAmong(
  db: Db,
  sought: Sought,
  nowMs: number,
  most: number,
): Promise<{ rewardId: string; title: string }[]> {
  const { rows } = await sql<{ rewardId: string; title: string }>`
    select ${LINE} as "rewardId", (array_agg(reward.title order by reward.created_at desc))[1] as title
    ${among(sought, new Date(nowMs))}
    group by 1 order by count(*) desc, 1 limit ${most}`.execute(db);
  return rows;
}

/** Where they were redeemed, the place with the most first. */
export async function providersAmong(db: Db, sought: Sought, nowMs: number, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select redeemed_provider_id as id ${among(sought, new Date(nowMs))} and redeemed_provider_id is not null
    group by 1 order by count(*) desc, 1 limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

export interface Whose {
  readonly kind: VoucherRow['holder']['kind'];
  readonly id: string;
}

export async function holdersAmong(db: Db, sought: Sought, nowMs: number): Promise<Whose[]> {
  const { rows } = await sql<Whose>`
    select distinct voucher.holder_kind as kind, voucher.holder_id as id ${among(sought, new Date(nowMs))}`.execute(db);
  return rows;
}

/** Households that had vouchers of a community issued. */
export async function householdsAmong(db: Db, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct household_id as id from voucher
    where ${standsIn(sql.ref('unit_id'), unitId)} and household_id is not null`.execute(db);
  return rows.map(({ id }) => id);
}

/** What stood on the holder's account after each was issued; of one for which the holder paid nothing there is none. */
export async function availableAfter(db: Db, voucherIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; left: number }>`
    select voucher.id, (
      select sum(case kind when 'credit' then points when 'release' then points when 'redeem' then 0 else -points end)
      from posted_entry before where before.account_id = hold.account_id and before.seq <= hold.seq
    )::float8 as left
    from voucher join posted_entry hold
      on hold.account_id = voucher.holder_id and hold.kind = 'hold' and hold.source = 'voucher' and hold.source_id = voucher.id::text
    where voucher.id = any(${voucherIds}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, left }) => [id, left]));
}
