import type { HeldRole } from '../../kit/principal';
import type { SharedRead } from '../../kit/shared-read';
import type { Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';

export interface IdentityRow {
  readonly identityId: string;
  readonly residentId: string | null;
  readonly householdId: string | null;
  readonly communityId: string | null;
}

export async function identityById(db: Db, identityId: string): Promise<Pick<IdentityRow, 'residentId'> | null> {
  const row = db.selectFrom('identity').select('resident_id as residentId').where('id', '=', identityId);
  return (await row.executeTakeFirst()) ?? null;
}

export async function isDemoIdentity(db: Db, identityId: string): Promise<boolean> {
  const row = await db.selectFrom('identity').select('kind').where('id', '=', identityId).executeTakeFirst();
  return row?.kind === 'demo';
}

/** Of these identities of the demo's, those that there are. */
export async function demoIdentitiesOf(
  db: Db,
  subjectHashes: readonly Buffer[],
): Promise<{ identityId: string; residentId: string | null; subjectHash: Buffer }[]> {
  return db
    .selectFrom('identity')
    .select(['id as identityId', 'resident_id as residentId', 'subject_hash as subjectHash'])
    .where('kind', '=', 'demo')
    .where('subject_hash', 'in', [...subjectHashes])
    .execute();
}

/** Who calls by an identity: with where they are at home, and the roles that hold on the day (Asia/Shanghai). */
export interface CallerRow extends IdentityRow {
  readonly roles: readonly HeldRole[];
}

/** By organisation's view of the roles that have not been revoked. */
const ROLES = `(select json_agg(r.held order by r.id) from held_role r where r.resident_id = i.resident_id
           and r.valid_from <= asked.day and (r.valid_until is null or r.valid_until >= asked.day))`;
const CALLER = `asked.day::text as "askedDay", i.id as "identityId", i.subject_hash as "subjectHash", i.resident_id as "residentId",
           h.id as "householdId", h.community_id as "communityId", ${ROLES} as roles`;
const HOME = `left join membership m on m.resident_id = i.resident_id and m.left_on is null
         left join household h on h.id = m.household_id`;
const CALLERS_BY_ID: Statement = {
  name: 'household-callers-by-id',
  text: `select ${CALLER} from unnest($1::uuid[], $2::date[]) as asked (id, day) join identity i on i.id = asked.id ${HOME}`,
};
const CALLERS_BY_OPENID: Statement = {
  name: 'household-callers-by-openid',
  text: `select ${CALLER} from unnest($1::bytea[], $2::date[]) as asked (subject_hash, day)
         join identity i on i.kind = 'wechat' and i.subject_hash = asked.subject_hash ${HOME}`,
};

interface RawCaller extends IdentityRow {
  readonly askedDay: string;
  readonly subjectHash: Buffer;
  readonly roles: readonly HeldRole[] | null;
}
const toCaller = ({ askedDay: _day, subjectHash: _hash, roles, ...row }: RawCaller): CallerRow => ({
  ...row,
  roles: roles ?? [],
});

interface IdentityOnDay {
  readonly identityId: string;
  readonly day: string;
}
const idKey = ({ identityId, day }: IdentityOnDay) => `${identityId} ${day}`;
export const CALLER_BY_ID: SharedRead<IdentityOnDay, CallerRow> = {
  keyOf: idKey,
  read: async (run, keys) => {
    const columns = [keys.map((key) => key.identityId), keys.map((key) => key.day)];
    const rows = await run<RawCaller>(CALLERS_BY_ID, columns);
    return new Map(rows.map((row) => [idKey({ identityId: row.identityId, day: row.askedDay }), toCaller(row)]));
  },
};

interface OpenidOnDay {
  readonly subjectHash: Buffer;
  readonly day: string;
}
const openidKey = ({ subjectHash, day }: OpenidOnDay) => `${subjectHash.toString('hex')} ${day}`;
export const CALLER_BY_OPENID: SharedRead<OpenidOnDay, CallerRow> = {
  keyOf: openidKey,
  read: async (run, keys) => {
    const columns = [keys.map((key) => key.subjectHash), keys.map((key) => key.day)];
    const rows = await run<RawCaller>(CALLERS_BY_OPENID, columns);
    return new Map(rows.map((row) => [openidKey({ subjectHash: row.subjectHash, day: row.askedDay }), toCaller(row)]));
  },
};

export interface NewIdentity {
  readonly identityId: string;
  readonly kind: 'wechat' | 'demo';
  readonly subjectHash: Buffer;
  readonly residentId: string | null;
}

/** Whoever is there already stays as they are. */
export async function insertIdentities(db: Db, rows: readonly NewIdentity[], nowMs: number): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('identity')
    .values(
      rows.map((row) => ({
        id: row.identityId,
        kind: row.kind,
        subject_hash: row.subjectHash,
        resident_id: row.residentId,
        created_at: new Date(nowMs),
      })),
    )
    .onConflict((conflict) => conflict.columns(['kind', 'subject_hash']).doNothing())
    .execute();
}
