import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { ResidentRow } from '../rules/standing';

export interface NewResidentRow extends ResidentRow {
  readonly namesOwn: boolean;
  readonly namesGuardian: boolean;
}

export interface NewHouseholdRow {
  readonly householdId: string;
  readonly communityId: string;
  readonly unitId: string;
  readonly number: string;
  readonly headId: string | null;
  /** The head's consent to spending the household's own account; null without it. */
  readonly poolAgreedAtMs: number | null;
  readonly registeredBy: string | null;
}
export interface MembershipRow {
  readonly membershipId: string;
  readonly residentId: string;
  readonly householdId: string;
  readonly relation: string;
  readonly joinedOn: string;
  readonly poolAgreedAtMs: number | null;
  readonly poolGuardianAtMs: number | null;
}

const moment = (ms: number | null) => (ms === null ? null : new Date(ms));

export async function insertResidents(db: Db, rows: readonly NewResidentRow[], nowMs: number): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into resident (id, sex, born_on, born_precision, is_assisted, helper_id, names_shown,
      names_guardian, created_at)
    select *, ${new Date(nowMs)}::timestamptz from unnest(${rows.map((row) => row.residentId)}::uuid[],
      ${rows.map((row) => row.sex)}::text[], ${rows.map((row) => row.bornOn)}::date[],
      ${rows.map((row) => row.bornPrecision)}::text[], ${rows.map((row) => row.isAssisted)}::boolean[],
      ${rows.map((row) => row.helperId)}::uuid[], ${rows.map((row) => row.namesOwn)}::boolean[],
      ${rows.map((row) => row.namesGuardian)}::boolean[])`.execute(db);
}

export async function insertHouseholds(db: Db, rows: readonly NewHouseholdRow[], nowMs: number): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into household (id, community_id, unit_id, number, head_id, pool_agreed_by, pool_agreed_at, registered_by, created_at)
    select id, community, unit, number, head, case when pool is not null then head end, pool, registrar, ${new Date(nowMs)}
    from unnest(${rows.map((row) => row.householdId)}::uuid[], ${rows.map((row) => row.communityId)}::uuid[],
      ${rows.map((row) => row.unitId)}::uuid[], ${rows.map((row) => row.number)}::text[],
      ${rows.map((row) => row.headId)}::uuid[], ${rows.map((row) => moment(row.poolAgreedAtMs))}::timestamptz[],
      ${rows.map((row) => row.registeredBy)}::uuid[])
      as n (id, community, unit, number, head, pool, registrar)`.execute(db);
}

export async function insertMemberships(db: Db, rows: readonly MembershipRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into membership (id, resident_id, household_id, relation, joined_on, pool_agreed_at, pool_guardian_at)
    select * from unnest(${rows.map((row) => row.membershipId)}::uuid[], ${rows.map((row) => row.residentId)}::uuid[],
      ${rows.map((row) => row.householdId)}::uuid[], ${rows.map((row) => row.relation)}::text[],
      ${rows.map((row) => row.joinedOn)}::date[], ${rows.map((row) => moment(row.poolAgreedAtMs))}::timestamptz[],
      ${rows.map((row) => moment(row.poolGuardianAtMs))}::timestamptz[])`.execute(db);
}
