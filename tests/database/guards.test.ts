import { randomBytes, randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import type { Schema } from '../../cloudfunctions/database/owners';
import { useDatabase } from '../support/database';
import {
  awardOf,
  entryOf,
  insertAccount,
  insertItem,
  insertResident,
  insertReward,
  insertUnits,
  type Units,
} from '../support/rows';
import { TEST_NOW_MS } from '../support/world';

const database = useDatabase();
const CHECK = '23514';
const FOREIGN_KEY = '23503';
const UNIQUE = '23505';

/** What stands in the database's way must stand in everybody's: the app's and the owner's alike. */
describe.each(['app', 'owner'] as const)('for the %s', (who) => {
  let db: Kysely<Schema>;
  let units: Units;
  let accountId: string;

  beforeAll(async () => {
    db = who === 'app' ? database.db : new Kysely({ dialect: new PostgresDialect({ pool: database.ownerPool }) });
    units = await insertUnits(db);
  });

  beforeEach(async () => {
    accountId = await insertResident(db);
    await insertAccount(db, accountId);
  });

  const enter = (values: Parameters<typeof entryOf>[2] = {}) =>
    db
      .insertInto('ledger_entry')
      .values(entryOf(accountId, units.communityId, values))
      .execute();

  describe('an entry', () => {
    it.each([0, -1])('is refused with %i points', async (points) => {
      await expect(enter({ points })).rejects.toMatchObject({ code: CHECK });
    });

    it('is refused with a part of a point', async () => {
      await expect(enter({ points: 1.5 })).rejects.toMatchObject({ code: '22P02' });
    });

    it('follows the one before it without a gap', async () => {
      await enter({ seq: 1 });
      await expect(enter({ seq: 3 })).rejects.toMatchObject({ code: FOREIGN_KEY, constraint: 'ledger_entry_no_gap' });
      await enter({ seq: 2 });
      await enter({ seq: 3 });
    });

    it('cannot begin an account anywhere but at 1', async () => {
      await expect(enter({ seq: 2 })).rejects.toMatchObject({ code: FOREIGN_KEY });
      await expect(enter({ seq: 0 })).rejects.toMatchObject({ code: CHECK });
    });

    it('has a number of its own', async () => {
      await enter();
      await expect(enter()).rejects.toMatchObject({ code: UNIQUE, constraint: 'ledger_entry_pkey' });
    });

    it('comes to no day that its community has signed, nor another that entered the account', async () => {
      const { communityId } = await insertUnits(db);
      const signed = { day: '2026-10-31', leaf_count: 1, key_id: 'k', signed_at: new Date(TEST_NOW_MS) };
      const bytes = {
        root: randomBytes(32),
        prev_hash: randomBytes(32),
        hash: randomBytes(32),
        signature: randomBytes(64),
      };
      await db
        .insertInto('checkpoint')
        .values({ unit_id: communityId, ...signed, ...bytes })
        .execute();
      await enter({ posted_on: '2026-10-31' }); // another community's, which knows nothing of it
      await enter({ seq: 2, posted_on: '2026-11-01', unit_id: communityId });
      for (const posted_on of ['2026-10-31', '2026-10-30'])
        for (const unit_id of [communityId, units.communityId])
          await expect(enter({ seq: 3, posted_on, unit_id })).rejects.toMatchObject({
            code: 'BB001',
            message: `ledger_entry: ${posted_on} is signed (entry of unit ${unit_id}); is the clock of this machine behind?`,
          });
    });

    it('has whole hashes', async () => {
      await expect(enter({ hash: randomBytes(31) })).rejects.toMatchObject({ code: CHECK });
      await expect(enter({ prev_hash: Buffer.alloc(0) })).rejects.toMatchObject({ code: CHECK });
    });
  });

  describe('a voucher', () => {
    const voucher = (kind: 'hold' | 'redeem' | 'release', seq: number, source_id: string) =>
      enter({ kind, seq, source: 'voucher', source_id });

    it('holds the points of an account once', async () => {
      const id = randomUUID();
      await voucher('hold', 1, id);
      await expect(voucher('hold', 2, id)).rejects.toMatchObject({ constraint: 'ledger_entry_held_once' });
    });

    it.each([
      ['redeem', 'redeem'],
      ['redeem', 'release'],
      ['release', 'redeem'],
      ['release', 'release'],
    ] as const)('is settled once: after %s no %s', async (first, second) => {
      const id = randomUUID();
      await voucher('hold', 1, id);
      await voucher(first, 2, id);
      await expect(voucher(second, 3, id)).rejects.toMatchObject({ constraint: 'ledger_entry_settled_once' });
    });

    it('is the only thing that points are held, redeemed or released for', async () => {
      await expect(enter({ kind: 'redeem', source: 'give' })).rejects.toMatchObject({
        constraint: 'ledger_entry_of_voucher',
      });
      await expect(enter({ kind: 'credit', source: 'voucher' })).rejects.toMatchObject({
        constraint: 'ledger_entry_of_voucher',
      });
    });
  });

  describe('a correction', () => {
    const correct = (seq: number, corrects_seq: number | null) =>
      enter({ kind: 'correction', seq, corrects_seq, source: 'correction' });

    it('names an entry', async () => {
      await enter();
      await expect(correct(2, null)).rejects.toMatchObject({ code: CHECK });
      await expect(enter({ seq: 2, corrects_seq: 1 })).rejects.toMatchObject({ code: CHECK });
    });

    it('names an entry of its own account that came before it', async () => {
      const other = await insertResident(db);
      await insertAccount(db, other);
      const { communityId } = units;
      await db.insertInto('ledger_entry').values(entryOf(other, communityId)).execute();
      await db
        .insertInto('ledger_entry')
        .values(entryOf(other, communityId, { seq: 2 }))
        .execute();
      await expect(correct(1, 2)).rejects.toMatchObject({ code: CHECK });
      await expect(correct(1, 1)).rejects.toMatchObject({ code: CHECK });
      await enter();
      await correct(2, 1);
    });

    it('comes once for an entry', async () => {
      await enter();
      await correct(2, 1);
      await expect(correct(3, 1)).rejects.toMatchObject({ constraint: 'ledger_entry_corrected_once' });
    });
  });

  describe('an account', () => {
    const set = (values: { lifetime?: number; held?: number; redeemed?: number; seq?: number }) =>
      db.updateTable('account').set(values).where('account_id', '=', accountId).execute();

    it.each(['lifetime', 'held', 'redeemed', 'seq'])('never has less than no %s', async (column) => {
      await expect(set({ [column]: -1 })).rejects.toMatchObject({ code: CHECK });
    });

    it('never has less than no available points', async () => {
      await set({ lifetime: 10, held: 4, redeemed: 6 });
      await expect(set({ held: 5 })).rejects.toMatchObject({ constraint: 'account_available' });
      await expect(set({ redeemed: 7 })).rejects.toMatchObject({ constraint: 'account_available' });
      await expect(set({ lifetime: 9 })).rejects.toMatchObject({ constraint: 'account_available' });
    });

    it('stays while it has entries', async () => {
      await enter();
      const remove = db.deleteFrom('account').where('account_id', '=', accountId).execute();
      await expect(remove).rejects.toMatchObject({ code: FOREIGN_KEY });
    });
  });

  describe('an award', () => {
    let itemId: string;
    beforeAll(async () => {
      itemId = await insertItem(db, { units, draftedBy: await insertResident(db) });
    });
    const award = (values: Parameters<typeof awardOf>[2] = {}) =>
      db
        .insertInto('award')
        .values(awardOf(accountId, { unitId: units.communityId, itemId }, values))
        .execute();

    it('comes once for an account and a source', async () => {
      await award({ source_id: 'activity-1' });
      await expect(award({ source_id: 'activity-1' })).rejects.toMatchObject({ constraint: 'award_once' });
      await award({ source_id: 'activity-2' });
      await award({ source: 'checkIn', source_id: 'activity-1' });
    });

    it('is worth at least a point', async () => {
      await expect(award({ points: 0 })).rejects.toMatchObject({ code: CHECK });
    });

    it('is posted exactly when it has an entry', async () => {
      await expect(award({ state: 'posted' })).rejects.toMatchObject({ code: CHECK });
      await enter();
      await expect(award({ entry_seq: 1 })).rejects.toMatchObject({ code: CHECK });
      await expect(award({ state: 'posted', entry_seq: 2 })).rejects.toMatchObject({ code: FOREIGN_KEY });
      await award({ state: 'posted', entry_seq: 1 });
    });

    it('is for an item version that exists', async () => {
      await expect(award({ item_version: 2 })).rejects.toMatchObject({ code: FOREIGN_KEY });
    });
  });

  describe('the stock of a reward', () => {
    it('never falls below none', async () => {
      const reward_id = await insertReward(db, { units, createdBy: accountId });
      await db.insertInto('reward_stock').values({ reward_id, period_key: '2026', total: 1 }).execute();
      const take = (taken: number) =>
        db.updateTable('reward_stock').set({ taken }).where('reward_id', '=', reward_id).execute();
      await take(1);
      await expect(take(2)).rejects.toMatchObject({ constraint: 'reward_stock_left' });
      await expect(take(-1)).rejects.toMatchObject({ code: CHECK });
    });
  });

  it('refuses an item that takes points away', async () => {
    const draftedBy = await insertResident(db);
    await expect(insertItem(db, { units, draftedBy }, { points: -5 })).rejects.toMatchObject({ code: CHECK });
  });

  it('refuses to publish an item that law already demands', async () => {
    const draftedBy = await insertResident(db);
    const publish = insertItem(db, { units, draftedBy }, { is_legal_duty: true });
    await expect(publish).rejects.toMatchObject({ code: CHECK });
  });
});
