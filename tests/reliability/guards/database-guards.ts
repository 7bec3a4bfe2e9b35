import { randomBytes, randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import type { Schema } from '../../../cloudfunctions/database/owners';
import type { TestDatabase } from '../../support/database';
import {
  awardOf,
  entryOf,
  insertAccount,
  insertItem,
  insertResident,
  insertReward,
  insertUnits,
  MADE_AT,
} from '../../support/rows';

/** What a guard is tried on: an account with one credit, in a database of its own. */
export interface Ground {
  readonly database: TestDatabase;
  /** As the owner, whom the app's rights do not hold back. */
  readonly db: Kysely<Schema>;
  readonly communityId: string;
  readonly accountId: string;
  readonly itemId: string;
  readonly rewardId: string;
  enter(values: Parameters<typeof entryOf>[2]): Promise<unknown>;
}

export async function breakGround(database: TestDatabase): Promise<Ground> {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: database.ownerPool }) });
  const units = await insertUnits(db);
  const accountId = await insertResident(db);
  await insertAccount(db, accountId);
  const itemId = await insertItem(db, { units, draftedBy: accountId });
  const rewardId = await insertReward(db, { units, createdBy: accountId });
  const { communityId } = units;
  const enter = (values: Parameters<typeof entryOf>[2]) =>
    db
      .insertInto('ledger_entry')
      .values(entryOf(accountId, communityId, values))
      .execute();
  await enter({});
  await db
    .insertInto('checkpoint')
    .values({
      ...{ unit_id: communityId, day: '2026-10-31', leaf_count: 1, key_id: 'k', signed_at: MADE_AT },
      ...HASHES,
    })
    .execute();
  await db
    .insertInto('night_head')
    .values({ day: '2026-10-01', count: 0, key_id: 'k', signed_at: MADE_AT, ...HASHES })
    .execute();
  await db.insertInto('audit_log').values({ at: MADE_AT, action: 'a.b', outcome: 'ok', trace_id: 't' }).execute();
  return { database, db, communityId, accountId, itemId, rewardId, enter };
}
const HASHES = {
  root: Buffer.alloc(32),
  prev_hash: Buffer.alloc(32),
  hash: Buffer.alloc(32),
  signature: Buffer.alloc(64),
};

export interface DatabaseGuard {
  readonly name: string;
  /** Takes the guard away. */
  readonly drop: string;
  /** Must be refused while the guard stands, and go through when it alone is gone. */
  readonly harm: (ground: Ground) => Promise<unknown>;
}

const asOwner = (text: string) => (ground: Ground) => ground.database.ownerPool.query(text);
const asApp = (text: string) => (ground: Ground) => ground.database.pool.query(text);
const constraint = (table: string, name: string, harm: DatabaseGuard['harm']): DatabaseGuard => ({
  name,
  drop: `alter table ${table} drop constraint ${name} cascade`,
  harm,
});
const index = (name: string, harm: DatabaseGuard['harm']): DatabaseGuard => ({
  name,
  drop: `drop index ${name}`,
  harm,
});
/** A cascade would be refused by the table behind it too. */
const without = (table: string, name: string) => `alter table ${table} disable trigger ${name};`;
const trigger = (table: string, name: string, text: string): DatabaseGuard => ({
  name,
  drop: `drop trigger ${name} on ${table}`,
  harm: asOwner(text),
});
/** What only the missing right keeps the app from: the row is none that a trigger defends. */
const right = (table: string, what: string, text: string): DatabaseGuard => ({
  name: `the app has no right to ${what} ${table}`,
  drop: `grant ${what} on ${table} to behaviour_app`,
  harm: asApp(text),
});

const voucherEntry = (kind: 'hold' | 'redeem' | 'release', seq: number, source_id: string) =>
  ({ kind, seq, source: 'voucher', source_id }) as const;

async function insertVoucher(
  { db, rewardId, communityId, accountId }: Ground,
  hashes: { code: Buffer; token: Buffer },
) {
  const who = { holder_kind: 'resident', holder_id: accountId, issued_by: accountId, unit_id: communityId } as const;
  const when = { period_key: '2026', issued_at: MADE_AT, expires_at: MADE_AT, points: 1, state: 'issued' } as const;
  const row = { id: randomUUID(), reward_id: rewardId, code_hash: hashes.code, token_hash: hashes.token };
  await db
    .insertInto('voucher')
    .values({ ...row, ...who, ...when })
    .execute();
}
async function insertAward({ db, accountId, communityId: unitId, itemId }: Ground, source_id: string) {
  await db
    .insertInto('award')
    .values(awardOf(accountId, { unitId, itemId }, { source_id }))
    .execute();
}

async function insertArrival({ db, accountId, communityId: unitId, itemId }: Ground) {
  const [activityId, award] = [randomUUID(), awardOf(accountId, { unitId, itemId })];
  await db.insertInto('award').values(award).execute();
  const when = { starts_at: MADE_AT, ends_at: new Date(MADE_AT.getTime() + 1), created_at: MADE_AT };
  const what = {
    short_id: 'aBcDeFgH',
    title: '清洁家园',
    place: '三号院',
    sign_up: 'none',
    created_by: accountId,
  } as const;
  await db
    .insertInto('activity')
    .values({ id: activityId, unit_id: unitId, item_id: itemId, ...what, ...when })
    .execute();
  const arrival = { activity_id: activityId, resident_id: accountId, award_id: award.id };
  await db
    .insertInto('attendance')
    .values({ ...arrival, how: 'scan', recorded_by: accountId, at: MADE_AT })
    .execute();
}

async function insertCountersigner({ db, communityId: unit_id }: Ground, public_key: Buffer): Promise<string> {
  const id = randomUUID();
  await db.insertInto('countersigner').values({ id, unit_id, name: '村务监督委员会', public_key }).execute();
  return id;
}
/** One of each row, in a statement of their own. */
const COUNTERSIGNED = `
  with signer as (insert into countersigner select gen_random_uuid(), unit_id, '村务监督委员会', root from checkpoint returning id),
    word as (insert into countersigner_word select signer.id, 'begin', resident.id, now() from signer, resident)
  insert into countersignature select signer.id, day, hash, now(), signature from signer, checkpoint`;

/** The guards in the database of the ledger, award, reward and an activity's list; a lifetime below 0 is refused by the others together already. */
export const DATABASE_GUARDS: readonly DatabaseGuard[] = [
  constraint('ledger_entry', 'ledger_entry_pkey', ({ enter }) => enter({ seq: 1 })),
  constraint('ledger_entry', 'ledger_entry_no_gap', ({ enter }) => enter({ seq: 3 })),
  constraint('ledger_entry', 'ledger_entry_account_id_fkey', ({ db, communityId }) =>
    db.insertInto('ledger_entry').values(entryOf(randomUUID(), communityId)).execute(),
  ),
  constraint('ledger_entry', 'ledger_entry_points_check', ({ enter }) => enter({ seq: 2, points: -5 })),
  constraint('ledger_entry', 'ledger_entry_of_voucher', ({ enter }) =>
    enter({ seq: 2, kind: 'redeem', source: 'give' }),
  ),
  index('ledger_entry_corrected_once', async ({ enter }) => {
    for (const seq of [2, 3]) await enter({ seq, kind: 'correction', source: 'correction', corrects_seq: 1 });
  }),
  index('ledger_entry_held_once', async ({ enter }) => {
    const id = randomUUID();
    for (const seq of [2, 3]) await enter(voucherEntry('hold', seq, id));
  }),
  index('ledger_entry_settled_once', async ({ enter }) => {
    const id = randomUUID();
    await enter(voucherEntry('hold', 2, id));
    await enter(voucherEntry('redeem', 3, id));
    await enter(voucherEntry('release', 4, id));
  }),
  constraint('account', 'account_available', asOwner('update account set held = lifetime + 1')),
  constraint('account', 'account_held_check', asOwner('update account set held = -1')),
  constraint('account', 'account_redeemed_check', asOwner('update account set redeemed = -1')),
  constraint('award', 'award_once', async (ground) => {
    for (const _twice of [1, 2]) await insertAward(ground, 'the same deed');
  }),
  constraint('reward_stock', 'reward_stock_left', (ground) =>
    ground.db
      .insertInto('reward_stock')
      .values({ reward_id: ground.rewardId, period_key: '2026', total: 1, taken: 2 })
      .execute(),
  ),
  index('voucher_code', async (ground) => {
    const code = randomBytes(32);
    for (const _twice of [1, 2]) await insertVoucher(ground, { code, token: randomBytes(32) });
  }),
  constraint('voucher', 'voucher_token_hash_key', async (ground) => {
    const token = randomBytes(32);
    for (const _twice of [1, 2]) await insertVoucher(ground, { code: randomBytes(32), token });
  }),
  constraint('request_log', 'request_log_pkey', async ({ db }) => {
    const row = { request_id: 'the same request', action: 'a.b', body_hash: Buffer.alloc(32), created_at: MADE_AT };
    for (const _twice of [1, 2]) await db.insertInto('request_log').values(row).execute();
  }),
  trigger('ledger_entry', 'ledger_entry_append_only', 'update ledger_entry set points = points + 1'),
  trigger(
    'ledger_entry',
    'ledger_entry_no_truncate',
    `${without('attendance', 'attendance_no_truncate')} truncate ledger_entry cascade`,
  ),
  trigger('checkpoint', 'checkpoint_append_only', 'delete from checkpoint'),
  trigger(
    'checkpoint',
    'checkpoint_no_truncate',
    `${without('checkpoint_tree', 'checkpoint_tree_no_truncate')} truncate checkpoint cascade`,
  ),
  trigger(
    'checkpoint_tree',
    'checkpoint_tree_append_only',
    'insert into checkpoint_tree select unit_id, day, root from checkpoint; delete from checkpoint_tree',
  ),
  trigger('checkpoint_tree', 'checkpoint_tree_no_truncate', 'truncate checkpoint_tree'),
  trigger('night_head', 'night_head_append_only', 'update night_head set count = count + 1'),
  trigger('night_head', 'night_head_no_truncate', 'truncate night_head'),
  constraint('countersigner_word', 'countersigner_word_of_two', async (ground) => {
    const countersigner_id = await insertCountersigner(ground, randomBytes(32));
    const word = { countersigner_id, what: 'begin', said_by: ground.accountId, said_at: MADE_AT } as const;
    for (const _twice of [1, 2]) await ground.db.insertInto('countersigner_word').values(word).execute();
  }),
  constraint('countersigner', 'countersigner_public_key_key', async (ground) => {
    const key = randomBytes(32);
    for (const _twice of [1, 2]) await insertCountersigner(ground, key);
  }),
  trigger('countersigner', 'countersigner_append_only', `${COUNTERSIGNED}; update countersigner set name = '别人'`),
  trigger(
    'countersigner',
    'countersigner_no_truncate',
    `${without('countersigner_word', 'countersigner_word_no_truncate')} ${without('countersignature', 'countersignature_no_truncate')} truncate countersigner cascade`,
  ),
  trigger('countersigner_word', 'countersigner_word_append_only', `${COUNTERSIGNED}; delete from countersigner_word`),
  trigger('countersigner_word', 'countersigner_word_no_truncate', 'truncate countersigner_word'),
  trigger('countersignature', 'countersignature_append_only', `${COUNTERSIGNED}; delete from countersignature`),
  trigger('countersignature', 'countersignature_no_truncate', 'truncate countersignature'),
  trigger('audit_log', 'audit_log_append_only', 'delete from audit_log'),
  trigger('audit_log_other', 'audit_log_other_no_truncate', 'truncate audit_log_other'),
  {
    name: 'ledger_entry_day_open',
    drop: 'drop trigger ledger_entry_day_open on ledger_entry',
    harm: ({ enter }) => enter({ seq: 2, posted_on: '2026-10-30' }),
  },
  {
    name: 'attendance_stays',
    drop: 'drop trigger attendance_stays on attendance',
    harm: async (ground) => {
      await insertArrival(ground);
      await ground.db.deleteFrom('attendance').execute();
    },
  },
  trigger('attendance', 'attendance_no_truncate', 'truncate attendance'),
  right('request_log', 'delete', 'delete from request_log'),
  right('schema_migration', 'delete', 'delete from schema_migration'),
];
