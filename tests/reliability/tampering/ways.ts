import { createKeys, type Keys } from '../../../cloudfunctions/kit/keys';
import type { LedgerFault } from '../../../cloudfunctions/ledger';
import type { Checkpoint, NightHead } from '../../../cloudfunctions/ledger/rules';
import { addDays } from '../../../cloudfunctions/values/dates';
import { type Book, type BookAccount, type BookEntry, dayOf } from './book';
import { byDay, cutFrom, earliestCovering, firstCovering, insertInto, resign, rewriteFrom } from './rewrite';

/** What chance chose: whose account, which entry of it, which checkpoint, and what to make of it. */
export interface Chance {
  readonly account: number;
  readonly entry: number;
  readonly checkpoint: number;
  readonly how: number;
}
/** Spoils the book, and says what verify must name first. */
export type Way = (book: Book, chance: Chance, keys: Keys) => LedgerFault;

const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T;
const pick = (book: Book, { account, entry }: Chance) => {
  const chosen = at(book.accounts, account);
  return { account: chosen, place: entry % chosen.entries.length, entry: at(chosen.entries, entry) };
};
const badEntry = ({ accountId }: BookAccount, seq: number, fault: string) =>
  ({ what: 'entry', accountId, seq, fault }) as LedgerFault;
const badCheckpoint = ({ unitId, day }: Pick<Checkpoint, 'unitId' | 'day'>, fault: string) =>
  ({ what: 'checkpoint', unitId, day, fault }) as LedgerFault;

const badHead = ({ day }: Pick<NightHead, 'day'>, fault: string) => ({ what: 'head', day, fault }) as LedgerFault;

/** Every hashed field, one at a time. */
const ALTERATIONS: readonly ((entry: BookEntry, book: Book) => Partial<BookEntry>)[] = [
  ({ points }) => ({ points: points + 1 }),
  ({ title }) => ({ title: `${title}！` }),
  ({ kind }) => ({ kind: kind === 'credit' ? 'release' : 'credit' }),
  ({ source }) => ({ source: source === 'give' ? 'checkIn' : 'give' }),
  ({ sourceId }) => ({ sourceId: `${sourceId}x` }),
  ({ unitId }, book) => ({ unitId: book.checkpoints.find((other) => other.unitId !== unitId)?.unitId ?? '' }),
  ({ deedDate }) => ({ deedDate: addDays(deedDate, -1) }),
  ({ postedAtMs }) => ({ postedAtMs: postedAtMs + 1 }),
];
/** The table's own checks stand even when triggers do not: what they refuse cannot be written at all. */
const writable = (entry: BookEntry) =>
  (entry.kind === 'correction') === (entry.source === 'correction') &&
  ['hold', 'redeem', 'release'].includes(entry.kind) === (entry.source === 'voucher');
const alter = (entry: BookEntry, book: Book, how: number) => {
  const altered = { ...entry, ...at(ALTERATIONS, how)(entry, book) };
  Object.assign(entry, writable(altered) ? altered : { ...entry, points: entry.points + 1 });
};
const seqOf = (account: BookAccount) => account.head.seq;

export const WAYS: Readonly<Record<string, Way>> = {
  'alters an entry': (book, chance) => {
    const { account, entry } = pick(book, chance);
    alter(entry, book, chance.how);
    return badEntry(account, entry.seq, 'hashDiffers');
  },
  'alters an entry and its hash': (book, chance) => {
    const { account, place, entry } = pick(book, chance);
    entry.title = `${entry.title}！`;
    const next = account.entries[place + 1];
    rewriteFrom(account, place, 1);
    return next ? badEntry(account, next.seq, 'previousHashDiffers') : badEntry(account, seqOf(account), 'headDiffers');
  },
  'deletes an entry': (book, chance) => {
    const { account, place, entry } = pick(book, chance);
    const isLast = place === account.entries.length - 1;
    account.entries.splice(place, 1);
    return isLast ? badEntry(account, seqOf(account), 'headDiffers') : badEntry(account, entry.seq, 'sequenceGap');
  },
  'puts two entries in each other’s place': (book, chance) => {
    const { account, place } = pick(book, { ...chance, entry: chance.entry % 3 });
    const [one, other] = account.entries.slice(place, place + 2) as [BookEntry, BookEntry];
    [one.seq, other.seq] = [other.seq, one.seq];
    return badEntry(account, Math.min(one.seq, other.seq), 'previousHashDiffers');
  },
  'changes a balance': (book, chance) => {
    const { account } = pick(book, chance);
    const { lifetime, held, redeemed } = account.balance;
    const others = [{ lifetime: lifetime + 1 }, { held: held + 1 }, { redeemed: redeemed + 1 }];
    account.balance = { ...account.balance, ...at(others, chance.how) };
    return badEntry(account, seqOf(account), 'headDiffers');
  },
  'removes an account and leaves its entries': (book, chance) => {
    const { account, entry } = pick(book, chance);
    account.isGone = true;
    alter(entry, book, chance.how);
    return badEntry(account, 1, 'accountMissing');
  },
  'removes an account with all its entries': (book, chance) => {
    const { account } = pick(book, chance);
    const fault = badCheckpoint(firstCovering(account.entries, account.entries[0] as BookEntry), 'entriesDiffer');
    book.accounts = book.accounts.filter((other) => other !== account);
    return fault;
  },
  'moves an entry to another day': (book, chance) => {
    const { account, entry } = pick(book, chance);
    entry.postedOn = addDays(dayOf(entry), chance.how % 2 === 0 ? 9_999 : -1);
    return badEntry(account, entry.seq, 'dayDiffers');
  },
  'cuts the tail and makes the account fit': (book, chance) => {
    const { account, place, entry } = pick(book, chance);
    const fault = badCheckpoint(firstCovering(account.entries, entry), 'entriesDiffer');
    cutFrom(account, place);
    return fault;
  },
  'rewrites a chain with all its hashes': (book, chance) => {
    const { account, place, entry } = pick(book, chance);
    const fault = badCheckpoint(firstCovering(account.entries, entry), 'entriesDiffer');
    entry.title = '另一件好事';
    rewriteFrom(account, place);
    return fault;
  },
  'slips in an entry and rewrites what follows': (book, chance) => {
    const { account, place, entry } = pick(book, chance);
    const fault = badCheckpoint(firstCovering(account.entries, entry), 'entriesDiffer');
    insertInto(account, place);
    return fault;
  },
  'alters a checkpoint': (book, chance) => {
    const checkpoint = at(book.checkpoints, chance.checkpoint);
    const { root, leafCount, signature } = checkpoint;
    const turned = (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1);
    const others = [{ root: turned(root) }, { leafCount: leafCount + 1 }, { signature: turned(signature) }];
    Object.assign(checkpoint, at([...others, { hash: turned(checkpoint.hash) }], chance.how));
    return badCheckpoint(checkpoint, 'notSigned');
  },
  'alters the tree of a checkpoint': (book, chance) => {
    const tree = at(book.trees, chance.checkpoint);
    const { nodes } = tree;
    const byte = chance.entry % nodes.length;
    nodes.writeUInt8(nodes.readUInt8(byte) ^ 1, byte);
    if (chance.how % 3 === 0) tree.nodes = nodes.subarray(0, -32);
    return badCheckpoint(tree, 'treeDiffers');
  },
  'deletes a checkpoint': (book, chance) => {
    const [gone] = book.checkpoints.splice(chance.checkpoint % book.checkpoints.length, 1) as [Checkpoint];
    return badCheckpoint(gone, 'unsigned');
  },
  'deletes all checkpoints': (book) => {
    const gone = book.checkpoints.splice(0).sort(byDay);
    return badCheckpoint(gone[0] as Checkpoint, 'unsigned');
  },
  'names another key under a checkpoint': (book, chance) => {
    const checkpoint = at(book.checkpoints, chance.checkpoint);
    checkpoint.keyId = '0123456789abcdef';
    return badCheckpoint(checkpoint, 'notSigned');
  },
  'alters the head of a night': (book, chance) => {
    const head = at(book.heads, chance.checkpoint);
    const { count, keyId } = head;
    const others = [{ count: count + 1 }, { root: 'ff'.repeat(32) }, { keyId: keyId.replace(/./, 'x') }];
    Object.assign(head, at(others, chance.how));
    return badHead(head, 'notSigned');
  },
  'deletes the head of a night': (book, chance) => {
    const place = chance.checkpoint % book.heads.length;
    const [gone] = book.heads.splice(place, 1) as [NightHead];
    const next = book.heads[place];
    return next ? badHead(next, 'chainBroken') : badHead(gone, 'unsigned');
  },
  'cuts the newest nights off, of all communities, with their entries': (book, chance) => {
    const from = at(book.heads.slice(1), chance.checkpoint).day;
    for (const account of book.accounts)
      cutFrom(account, account.entries.filter((entry) => dayOf(entry) < from).length);
    book.checkpoints = book.checkpoints.filter(({ day }) => day < from);
    book.trees = book.trees.filter(({ day }) => day < from);
    const newest = book.heads.at(-1) as NightHead;
    book.heads = book.heads.filter(({ day }) => day < from);
    return badHead(newest, 'unsigned');
  },
  'puts a mark of lateness on a checkpoint': (book, chance) => {
    const checkpoint = at(book.checkpoints, chance.checkpoint);
    checkpoint.late = { on: checkpoint.day, why: 'restored', by: '值班岗' };
    return badCheckpoint(checkpoint, 'notSigned');
  },
  'rewrites a chain and signs with another key': (book, chance) => {
    const { account, place, entry } = pick(book, chance);
    const first = firstCovering(account.entries, entry);
    entry.title = '另一件好事';
    rewriteFrom(account, place);
    resign(book, first, createKeys(Buffer.alloc(32, chance.how % 256)));
    return badCheckpoint(first, 'notSigned');
  },
  'rewrites a chain and signs with the real key': (book, chance, keys) => {
    const { account, place, entry } = pick(book, chance);
    const [first, earliest] = [firstCovering, earliestCovering].map((find) => find(account.entries, entry));
    entry.title = '另一件好事';
    rewriteFrom(account, place);
    resign(book, first as Checkpoint, keys);
    return badCheckpoint(earliest as Checkpoint, 'notAsPublished');
  },
  'cuts a tail and signs with the real key': (book, chance, keys) => {
    const { account, place, entry } = pick(book, { ...chance, entry: 1 + (chance.entry % 3) });
    const [first, earliest] = [firstCovering, earliestCovering].map((find) => find(account.entries, entry));
    cutFrom(account, place);
    resign(book, first as Checkpoint, keys);
    return badCheckpoint(earliest as Checkpoint, 'notAsPublished');
  },
};
