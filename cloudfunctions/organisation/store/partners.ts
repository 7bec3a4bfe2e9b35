import { type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import { isBehind } from '../../kit/cursor';
import type { Db } from '../../kit/transaction';
import { isWithin } from './units';

/** Who honours vouchers, in the unit at `unitPath` and below it. */
export interface ProviderRow {
  readonly providerId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly kind: Tables['provider']['kind'];
  readonly name: string;
  readonly place: string;
  readonly hours: string;
  readonly phone: string | null;
  readonly closedOn: string | null;
}

const providers = (db: Db) =>
  db
    .selectFrom('provider as p')
    .innerJoin('org_unit as u', 'u.id', 'p.unit_id')
    .select([
      'p.id as providerId',
      'p.unit_id as unitId',
      'u.path as unitPath',
      'p.kind',
      'p.name',
      'p.place',
      'p.hours',
      'p.phone',
      'p.closed_on as closedOn',
    ]);

export async function providersOf(db: Db, ids: readonly string[]): Promise<Map<string, ProviderRow>> {
  const rows = await providers(db).where('p.id', '=', sql<string>`any(${ids})`).execute();
  return new Map(rows.map((row) => [row.providerId, row]));
}

interface PartnerQuery {
  readonly unitPath: string;
  /** The one that the page before ended with. */
  readonly afterId: string | undefined;
  readonly limit: number;
}

const nearestFirst = sql`-length(u.path), p.name collate "zh-x-icu", p.id`;

/** Those that stand in a unit or above it and are open, the nearest first. */
export function providersAbove(
  db: Db,
  { unitPath, today, afterId, limit }: PartnerQuery & { readonly today: string },
): Promise<ProviderRow[]> {
  const open = providers(db)
    .where(sql<boolean>`starts_with(${unitPath}, u.path)`)
    .where((row) => row.or([row('p.closed_on', 'is', null), row('p.closed_on', '>', today)]))
    .where(isBehind(nearestFirst, sql`from provider p join org_unit u on u.id = p.unit_id where p.id =`, afterId));
  return open.orderBy(nearestFirst).limit(limit).execute();
}

export interface NewProvider {
  readonly providerId: string;
  readonly unitId: string;
  readonly kind: Tables['provider']['kind'];
  readonly name: string;
  readonly place: string;
  readonly hours: string;
  readonly phone: string | null;
  readonly createdAtMs: number;
}

/** The ids of those that went in; a name that the unit has already keeps its provider out. */
export async function addProviders(db: Db, rows: readonly NewProvider[]): Promise<string[]> {
  const inserted = await db
    .insertInto('provider')
    .values(
      rows.map((row) => ({
        id: row.providerId,
        unit_id: row.unitId,
        kind: row.kind,
        name: row.name,
        place: row.place,
        hours: row.hours,
        phone: row.phone,
        created_at: new Date(row.createdAtMs),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return inserted.map((row) => row.id);
}

/** A social organisation of a community. `leaderId` is whoever holds the leader's role today. */
export interface SocietyRow {
  readonly societyId: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly name: string;
  readonly stage: Selectable<Tables['society']>['stage'];
}

const societies = (db: Db) =>
  db
    .selectFrom('society as s')
    .innerJoin('org_unit as u', 'u.id', 's.unit_id')
    .select(['s.id as societyId', 's.unit_id as unitId', 'u.path as unitPath', 's.name', 's.stage']);

export async function societyOf(db: Db, societyId: string): Promise<SocietyRow | null> {
  return (await societies(db).where('s.id', '=', societyId).executeTakeFirst()) ?? null;
}

export async function societiesOf(db: Db, ids: readonly string[]): Promise<Map<string, SocietyRow>> {
  const rows = await societies(db).where('s.id', '=', sql<string>`any(${ids})`).execute();
  return new Map(rows.map((row) => [row.societyId, row]));
}

const inPinyin = sql`s.name collate "zh-x-icu", s.id`;

/** In the order of their names' pinyin. */
export function societiesBelow(db: Db, { unitPath, afterId, limit }: PartnerQuery): Promise<SocietyRow[]> {
  const below = societies(db)
    .where(isWithin(sql.ref('u.path'), unitPath))
    .where(isBehind(inPinyin, sql`from society s where s.id =`, afterId));
  return below.orderBy(inPinyin).limit(limit).execute();
}

export interface NewSociety {
  readonly societyId: string;
  readonly unitId: string;
  readonly name: string;
  readonly stage: SocietyRow['stage'];
  readonly createdAtMs: number;
}

/** The ids of those that went in; a name that the community has already keeps its society out. */
export async function addSocieties(db: Db, rows: readonly NewSociety[]): Promise<string[]> {
  const inserted = await db
    .insertInto('society')
    .values(
      rows.map((row) => ({
        id: row.societyId,
        unit_id: row.unitId,
        name: row.name,
        stage: row.stage,
        created_at: new Date(row.createdAtMs),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return inserted.map((row) => row.id);
}
