import { randomUUID } from 'node:crypto';
import type { Keys } from '../../../cloudfunctions/kit/keys';
import {
  applyEntry,
  type Checkpoint,
  dayLeaves,
  FIRST_CHECKPOINT_HASH,
  FIRST_HEAD,
  FIRST_HEAD_HASH,
  hashEntry,
  makeCheckpoint,
  makeNightHead,
  NO_POINTS,
} from '../../../cloudfunctions/ledger/rules';
import { merkleTree } from '../../../cloudfunctions/ledger/rules/merkle';
import { type Book, type BookAccount, type BookEntry, dayOf } from './book';

type Place = Pick<Checkpoint, 'unitId' | 'day'>;
const byPlace = (a: Place, b: Place) => (`${a.unitId} ${a.day}` < `${b.unitId} ${b.day}` ? -1 : 1);

export const byDay = (a: Place, b: Place) => (`${a.day} ${a.unitId}` < `${b.day} ${b.unitId}` ? -1 : 1);

/**
 * The first checkpoint, in the order of the walk, that shows a change from `changed` on: each that covers an entry of the
 * account from that day on, since it holds where the account stood that night.
 */
export const firstCovering = (entries: readonly BookEntry[], changed: BookEntry): Place =>
  covering(entries, changed).sort(byPlace)[0] as Place;

/** The oldest of them, as what was published is compared. */
export const earliestCovering = (entries: readonly BookEntry[], changed: BookEntry): Place =>
  covering(entries, changed).sort(byDay)[0] as Place;

function covering(entries: readonly BookEntry[], changed: BookEntry): Place[] {
  const from = dayOf(changed);
  return entries.filter((entry) => dayOf(entry) >= from).map((entry) => ({ unitId: entry.unitId, day: dayOf(entry) }));
}

/** Makes hashes fit again from `place` on, `count` entries of them; all of them, and the account's own row follows. */
export function rewriteFrom(account: BookAccount, place: number, count = Number.POSITIVE_INFINITY): void {
  account.entries.forEach((entry, i) => {
    if (i < place || i >= place + count) return;
    const prevHash = account.entries[i - 1]?.hash ?? FIRST_HEAD.hash;
    Object.assign(entry, { prevHash, hash: hashEntry(prevHash, entry) });
  });
  if (count === Number.POSITIVE_INFINITY) fitAccount(account);
}

function fitAccount(account: BookAccount): void {
  const last = account.entries.at(-1);
  account.head = last ? { seq: last.seq, hash: last.hash } : FIRST_HEAD;
  account.balance = account.entries.reduce((balance, { kind, points }) => {
    const applied = applyEntry(balance, kind, points);
    if (!applied.ok) throw new Error('this tampering takes points that are not there: it would be found by that');
    return applied.balance;
  }, NO_POINTS);
}

export function cutFrom(account: BookAccount, place: number): void {
  account.entries.splice(place);
  fitAccount(account);
}

/** One more credit at that place, on the day and in the community of the entry that stands there; those behind move up. */
export function insertInto(account: BookAccount, place: number): void {
  const there = account.entries[place] as BookEntry;
  const slipped = {
    ...there,
    kind: 'credit' as const,
    source: 'give' as const,
    sourceId: randomUUID(),
    correctsSeq: null,
  };
  account.entries.splice(place, 0, slipped);
  account.entries.slice(place + 1).forEach((entry) => {
    entry.seq += 1;
    if (entry.correctsSeq && entry.correctsSeq >= slipped.seq) entry.correctsSeq += 1;
  });
  rewriteFrom(account, place);
}

/** Signs every checkpoint of the book anew over what its day holds now, and its tree; a day that holds nothing any more loses both. */
export function resign(book: Book, from: Place, signer: Keys): void {
  const kept: Checkpoint[] = [];
  const trees = book.trees.filter((tree) => byPlace(tree, from) < 0);
  for (const checkpoint of book.checkpoints) {
    const before = kept.at(-1);
    const prevHash = before?.unitId === checkpoint.unitId ? before.hash : FIRST_CHECKPOINT_HASH;
    const leaves = leavesOf(book, checkpoint);
    if (byPlace(checkpoint, from) < 0) kept.push(checkpoint);
    else if (leaves.length > 0) {
      kept.push(makeCheckpoint({ ...checkpoint, leaves, prevHash }, signer));
      trees.push({ unitId: checkpoint.unitId, day: checkpoint.day, nodes: merkleTree(leaves) });
    }
  }
  Object.assign(book, { checkpoints: kept, trees });
  resignHeads(book, signer);
}

/** Every night's head over what stands there now. */
function resignHeads(book: Book, signer: Keys): void {
  let prevHash = FIRST_HEAD_HASH;
  book.heads = book.heads.map(({ day, late }) => {
    const covered = book.checkpoints.filter((checkpoint) => checkpoint.day === day).sort(byPlace);
    const head = makeNightHead({ day, hashes: covered.map(({ hash }) => hash), prevHash, late }, signer);
    prevHash = head.hash;
    return head;
  });
}

function leavesOf(book: Book, { unitId, day }: Place): Buffer[] {
  const until = book.accounts.map(({ entries }) => entries.filter((entry) => dayOf(entry) <= day));
  const heads = until.flatMap((entries) => entries.at(-1) ?? []);
  const ofDay = until.flat().filter((entry) => entry.unitId === unitId && dayOf(entry) === day);
  return dayLeaves(ofDay, heads);
}
