import { type SqlBool, sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import { KIND_NAMES, LOW_STOCK_PART, type REWARD_SORTS } from '../../values/rewards';
import type { RedemptionWindow } from '../../values/windows';
import type { RewardRow } from './rewards';

type Windows = readonly RedemptionWindow[];

export interface OfferedRow
  extends Pick<
    RewardRow,
    'rewardId' | 'title' | 'kind' | 'kindId' | 'holderKind' | 'cost' | 'period' | 'stockPerPeriod' | 'validDays'
  > {
  readonly policyDocumentId: string;
  readonly kindName: string;
  readonly stockLeft: number;
  readonly windows: Windows;
  readonly isOpenNow: boolean;
  readonly openedAtMs: number;
  readonly endedAtMs: number | null;
}

/** Whose rewards, and the moment at which they are looked at. */
export interface Place {
  readonly unitPath: string;
  readonly nowMs: number;
  /** The spans of today in which stock counts. */
  readonly periodKeys: Readonly<Record<RewardRow['period'], string>>;
  /** The community's windows, for rewards without their own. */
  readonly rule: Windows;
  readonly isRuleOpen: boolean;
  /** Of the rewards' own windows, those that are open at the moment. */
  readonly openWindows: readonly Windows[];
}

/** What is asked for; what is left out asks for nothing. */
export interface OfferedAsk {
  readonly query?: string | undefined;
  readonly kind?: RewardRow['kind'] | undefined;
  readonly kindId?: string | undefined;
  readonly holderKind?: RewardRow['holderKind'] | undefined;
  readonly ended?: boolean | undefined;
  readonly openNow?: boolean | undefined;
  readonly lowStock?: boolean | undefined;
}

/** Of a community that was merged, its successor. */
const PLACE_NOW = sql`join unit opened on opened.id = r.unit_id
  join unit on unit.id = coalesce(opened.successor_id, opened.id)`;
const ofPlace = (unitPath: string) => sql<SqlBool>`starts_with(${unitPath}, unit.path)
  and not exists (select from reward later where later.replaces_id = r.id)`;

/** Each with what it is called, what is left of it and whether this is its time: as `leftOf` and the shelf count for one. */
const offeredBy = ({ unitPath, nowMs, periodKeys, rule, isRuleOpen, openWindows }: Place) => sql`
  select r.*, coalesce(named.name, ${JSON.stringify(KIND_NAMES)}::jsonb ->> r.kind) as kind_name,
    coalesce(r.windows, ${JSON.stringify(rule)}::jsonb) as shown_windows,
    r.retired_at is null and case when r.windows is null then ${isRuleOpen}
      else r.windows = any(${openWindows.map((windows) => JSON.stringify(windows))}::jsonb[]) end as is_open,
    greatest(0, least(
      least(coalesce(stock.total, r.stock_per_period), r.stock_per_period) - coalesce(stock.taken, 0),
      case when r.goods_id is not null then coalesce(shelf.on_shelf, 0) - coalesce(promised.pieces, 0) end)) as stock_left
  from reward r
  ${PLACE_NOW}
  left join reward_kind named on named.id = r.kind_id
  left join reward_stock stock on stock.reward_id = coalesce(r.first_id, r.id)
    and stock.period_key = ${JSON.stringify(periodKeys)}::jsonb ->> r.period
  left join lateral (select on_shelf from goods_movement where goods_id = r.goods_id order by seq desc limit 1) shelf on true
  left join lateral (
    select sum(voucher.quantity)::int as pieces from voucher join reward other on other.id = voucher.reward_id
    where other.goods_id = r.goods_id and voucher.state = 'issued' and voucher.expires_at >= ${new Date(nowMs)}
  ) promised on true
  where ${ofPlace(unitPath)}`;

function isMeant({ query, kind, kindId, holderKind, ended, openNow, lowStock }: OfferedAsk) {
  const conditions = [
    sql<SqlBool>`true`,
    ...(query ? [sql<SqlBool>`strpos(lower(title), lower(${query})) > 0`] : []),
    ...(kind ? [sql<SqlBool>`kind = ${kind}`] : []),
    ...(kindId ? [sql<SqlBool>`kind_id = ${kindId}`] : []),
    ...(holderKind ? [sql<SqlBool>`holder_kind = ${holderKind}`] : []),
    ...(ended === undefined ? [] : [sql<SqlBool>`(retired_at is not null) = ${ended}`]),
    ...(openNow === undefined ? [] : [sql<SqlBool>`is_open = ${openNow}`]),
    ...(lowStock === undefined
      ? []
      : [sql<SqlBool>`(stock_left * ${LOW_STOCK_PART}::int <= stock_per_period) = ${lowStock}`]),
  ];
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

const SORTED = {
  cost: sql`cost`,
  title: sql`title collate "zh-x-icu"`,
  kind: sql`kind_name collate "zh-x-icu"`,
  stock: sql`stock_left`,
  opened: sql`created_at`,
} satisfies Record<(typeof REWARD_SORTS)[number], unknown>;

export interface OfferedPage {
  readonly sort: { readonly by: keyof typeof SORTED; readonly falling: boolean };
  /** The one that the page before ended with. */
  readonly behindId: string | undefined;
  readonly limit: number;
}

type Row = Omit<OfferedRow, 'openedAtMs' | 'endedAtMs'> & { openedAt: Date; endedAt: Date | null };

/** Sorted and sifted; those that agree by their id, so that it is the same on every page. */
export async function offeredIn(db: Db, place: Place, asked: OfferedAsk, page: OfferedPage): Promise<OfferedRow[]> {
  const { sort, behindId, limit } = page;
  const order = sql`${SORTED[sort.by]}, id`;
  const [behind, way] = sort.falling ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  const rest =
    behindId === undefined
      ? sql``
      : sql`and (${order}) ${behind} (select ${order} from offered where id = ${behindId})`;
  const { rows } = await sql<Row>`
    with offered as (${offeredBy(place)})
    select id as "rewardId", title, kind, kind_id as "kindId", kind_name as "kindName", holder_kind as "holderKind", cost,
      period, stock_per_period as "stockPerPeriod", stock_left as "stockLeft", valid_days as "validDays",
      shown_windows as windows, is_open as "isOpenNow", policy_document_id as "policyDocumentId",
      created_at as "openedAt", retired_at as "endedAt"
    from offered where ${isMeant(asked)} ${rest}
    order by ${SORTED[sort.by]} ${way}, id ${way} limit ${limit}`.execute(db);
  return rows.map(({ openedAt, endedAt, ...row }) => ({
    ...{ ...row, openedAtMs: openedAt.getTime(), endedAtMs: endedAt?.getTime() ?? null },
  }));
}

/** How many there are in all. */
export async function countOffered(db: Db, place: Place, asked: OfferedAsk): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with offered as (${offeredBy(place)}) select count(*)::int as count from offered where ${isMeant(asked)}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** The rewards' own windows, each once. */
export async function windowsAmong(db: Db, unitPath: string): Promise<Windows[]> {
  const { rows } = await sql<{ windows: Windows }>`
    select distinct r.windows from reward r ${PLACE_NOW}
    where ${ofPlace(unitPath)} and r.windows is not null`.execute(db);
  return rows.map(({ windows }) => windows);
}

export interface KindAmong {
  readonly kind: RewardRow['kind'];
  readonly kindId: string | null;
  readonly name: string;
}

/** The kinds of which there are some, those with the most first. */
export async function kindsAmong(db: Db, place: Place, most: number): Promise<KindAmong[]> {
  const { rows } = await sql<KindAmong>`
    with offered as (${offeredBy(place)})
    select kind, kind_id as "kindId", kind_name as name from offered
    group by 1, 2, 3 order by count(*) desc, 3 limit ${most}`.execute(db);
  return rows;
}
