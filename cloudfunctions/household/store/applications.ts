import { type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import type { Db } from '../../kit/transaction';
import { type WaitingTimes, waitingTimes } from '../../kit/waiting';

type Application = Selectable<Tables['bind_application']>;

export interface ApplicationRow {
  readonly applicationId: string;
  readonly identityId: string;
  readonly communityId: string;
  readonly communityName: string;
  readonly communityPath: string;
  readonly bornOn: string | null;
  readonly sex: Application['sex'];
  readonly state: Application['state'];
  readonly refusedBecause: Application['refused_because'];
  readonly createdAtMs: number;
}

const columns = [
  'a.id as applicationId',
  'a.identity_id as identityId',
  'a.community_id as communityId',
  'c.name as communityName',
  'c.path as communityPath',
  'a.born_on as bornOn',
  'a.sex',
  'a.state',
  'a.refused_because as refusedBecause',
  sql<number>`(extract(epoch from a.created_at) * 1000)::bigint`.as('createdAtMs'),
] as const;

const applications = (db: Db) =>
  db.selectFrom('bind_application as a').innerJoin('unit as c', 'c.id', 'a.community_id').select(columns);

/** The newest application of somebody who signed in. */
export async function lastApplicationOf(db: Db, identityId: string): Promise<ApplicationRow | null> {
  const rows = applications(db).where('a.identity_id', '=', identityId).orderBy('a.created_at', 'desc');
  return (await rows.orderBy('a.id', 'desc').limit(1).executeTakeFirst()) ?? null;
}

/** Under its lock: of two who decide at once, the second sees what the first has decided. */
export async function lockApplication(db: Db, applicationId: string): Promise<ApplicationRow | null> {
  return (await applications(db).where('a.id', '=', applicationId).forUpdate('a').executeTakeFirst()) ?? null;
}

/** Waiting ones of a community, oldest first, after the one that ended the page before. */
export async function waitingApplications(
  db: Db,
  communityId: string,
  after: { readonly createdAtMs: number; readonly applicationId: string } | null,
  limit: number,
): Promise<ApplicationRow[]> {
  let rows = applications(db).where('a.community_id', '=', communityId).where('a.state', '=', 'waiting');
  if (after)
    rows = rows.where(
      sql<boolean>`(a.created_at, a.id) > (${new Date(after.createdAtMs)}, ${after.applicationId}::uuid)`,
    );
  return rows.orderBy('a.created_at').orderBy('a.id').limit(limit).execute();
}

/** Since when each of the first ones waits. */
export async function applicationTimes(db: Db, communityId: string, most: number): Promise<WaitingTimes> {
  return db
    .selectFrom('bind_application')
    .select(waitingTimes('created_at', most))
    .where('community_id', '=', communityId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
}

export interface NewApplication {
  readonly applicationId: string;
  readonly identityId: string;
  readonly communityId: string;
  readonly bornOn: string | null;
  readonly sex: Application['sex'];
}

/** False while another one of the same person waits. */
export async function insertApplication(db: Db, application: NewApplication, nowMs: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into bind_application (id, identity_id, community_id, born_on, sex, state, created_at)
    values (${application.applicationId}, ${application.identityId}, ${application.communityId}, ${application.bornOn},
      ${application.sex}, 'waiting', ${new Date(nowMs)})
    on conflict (identity_id) where state = 'waiting' do nothing`.execute(db);
  return numAffectedRows === 1n;
}

export interface ApplicationEnd {
  readonly state: 'approved' | 'refused' | 'withdrawn';
  readonly refusedBecause?: Application['refused_because'];
  readonly decidedBy?: string;
  readonly residentId?: string;
}

/** Ends a waiting application, whoever ends it. */
export async function closeApplication(
  db: Db,
  applicationId: string,
  end: ApplicationEnd,
  nowMs: number,
): Promise<void> {
  await db
    .updateTable('bind_application')
    .set({
      state: end.state,
      refused_because: end.refusedBecause ?? null,
      decided_by: end.decidedBy ?? null,
      decided_at: new Date(nowMs),
      resident_id: end.residentId ?? null,
    })
    .where('id', '=', applicationId)
    .execute();
}

/** Under its lock, the application of this person that nobody has decided yet. */
export async function lockWaitingOf(db: Db, identityId: string): Promise<ApplicationRow | null> {
  const rows = applications(db).where('a.identity_id', '=', identityId).where('a.state', '=', 'waiting');
  return (await rows.forUpdate('a').executeTakeFirst()) ?? null;
}
