import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Schema } from '../../../cloudfunctions/database/owners';
import type { Balance, CanonicalEntry, Checkpoint, Head, NightHead } from '../../../cloudfunctions/ledger/rules';
import { pageOfAccounts } from '../../../cloudfunctions/ledger/store/accounts';
import { allCheckpoints } from '../../../cloudfunctions/ledger/store/checkpoints';
import { chainsOf } from '../../../cloudfunctions/ledger/store/entries';
import { lateColumns } from '../../../cloudfunctions/ledger/store/late';
import { nightHeadsAfter } from '../../../cloudfunctions/ledger/store/night-heads';
import { businessDate } from '../../../cloudfunctions/values/dates';
import type { TestDatabase } from '../../support/database';

/** The ledger's tables as somebody with the owner's rights sees them: plain rows that can be made into anything. */
export interface BookEntry extends CanonicalEntry {
  postedOn: string;
  prevHash: Buffer;
  hash: Buffer;
}
export interface BookAccount {
  readonly accountId: string;
  readonly holderKind: 'resident' | 'household' | 'society';
  head: Head;
  balance: Balance;
  entries: BookEntry[];
  /** Its row in the table of accounts was removed. */
  isGone?: boolean;
}
export interface BookTree {
  readonly unitId: string;
  readonly day: string;
  nodes: Buffer;
}
export interface Book {
  accounts: BookAccount[];
  checkpoints: Checkpoint[];
  trees: BookTree[];
  heads: NightHead[];
}

export async function readBook({ db }: TestDatabase): Promise<Book> {
  const accounts = await pageOfAccounts(db, null, 1_000);
  const chains = await chainsOf(
    db,
    accounts.map(({ accountId }) => accountId),
  );
  return {
    accounts: accounts.map(({ accountId, holderKind, head, balance }) => ({
      ...{ accountId, holderKind, head, balance },
      entries: (chains.get(accountId) ?? []).map((entry) => ({ ...entry })),
    })),
    checkpoints: await allCheckpoints(db),
    trees: await db.selectFrom('checkpoint_tree').select(['unit_id as unitId', 'day', 'nodes']).execute(),
    heads: await nightHeadsAfter(db, null),
  };
}

/** A copy to be spoiled. */
export const copyBook = ({ accounts, checkpoints, trees, heads }: Book): Book => ({
  accounts: accounts.map((account) => ({ ...account, entries: account.entries.map((entry) => ({ ...entry })) })),
  checkpoints: checkpoints.map((checkpoint) => ({ ...checkpoint })),
  trees: trees.map((tree) => ({ ...tree, nodes: Buffer.from(tree.nodes) })),
  heads: heads.map((head) => ({ ...head })),
});

/** Puts the book in the place of what is there: as a superuser, for whom triggers and foreign keys are switched off. */
export async function overwrite({ ownerPool }: TestDatabase, book: Book): Promise<void> {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: ownerPool }) });
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx);
    for (const table of ['night_head', 'checkpoint_tree', 'checkpoint', 'ledger_entry', 'account'] as const)
      await trx.deleteFrom(table).execute();
    const rows = book.accounts.filter((account) => !account.isGone).map(toAccountRow);
    if (rows.length > 0) await trx.insertInto('account').values(rows).execute();
    const entries = book.accounts.flatMap((account) => account.entries.map(toEntryRow));
    await trx.insertInto('ledger_entry').values(entries).execute();
    const checkpoints = book.checkpoints.map(toCheckpointRow);
    if (checkpoints.length > 0) await trx.insertInto('checkpoint').values(checkpoints).execute();
    const trees = book.trees.map(({ unitId, day, nodes }) => ({ unit_id: unitId, day, nodes }));
    if (trees.length > 0) await trx.insertInto('checkpoint_tree').values(trees).execute();
    if (book.heads.length > 0) await trx.insertInto('night_head').values(book.heads.map(toHeadRow)).execute();
  });
}

const toAccountRow = ({ accountId, holderKind, head, balance }: BookAccount) => ({
  account_id: accountId,
  holder_kind: holderKind,
  seq: head.seq,
  head_hash: head.hash,
  lifetime: balance.lifetime,
  held: balance.held,
  redeemed: balance.redeemed,
  opened_at: new Date(0),
});

const toEntryRow = (entry: BookEntry) => ({
  account_id: entry.accountId,
  seq: entry.seq,
  kind: entry.kind,
  points: entry.points,
  title: entry.title,
  source: entry.source,
  source_id: entry.sourceId,
  unit_id: entry.unitId,
  item_id: entry.itemId,
  item_version: entry.itemVersion,
  deed_date: entry.deedDate,
  posted_at: new Date(entry.postedAtMs),
  posted_on: entry.postedOn,
  corrects_seq: entry.correctsSeq,
  prev_hash: entry.prevHash,
  hash: entry.hash,
});

const unhex = (text: string) => Buffer.from(text, 'hex');
const toCheckpointRow = (checkpoint: Checkpoint) => ({
  unit_id: checkpoint.unitId,
  day: checkpoint.day,
  leaf_count: checkpoint.leafCount,
  root: unhex(checkpoint.root),
  prev_hash: unhex(checkpoint.prevHash),
  hash: unhex(checkpoint.hash),
  key_id: checkpoint.keyId,
  signature: unhex(checkpoint.signature),
  signed_at: new Date(0),
  ...lateColumns(checkpoint.late),
});
const toHeadRow = ({ day, count, keyId, late, ...head }: NightHead) => ({
  ...{ day, count, key_id: keyId, signed_at: new Date(0), ...lateColumns(late) },
  root: unhex(head.root),
  prev_hash: unhex(head.prevHash),
  hash: unhex(head.hash),
  signature: unhex(head.signature),
});

export const dayOf = (entry: CanonicalEntry) => businessDate(entry.postedAtMs);
