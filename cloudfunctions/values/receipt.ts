import { READABLE } from './codes';
import { businessDate } from './dates';

/**
 * How a receipt is checked, by the server and by a phone without a network: the entry gives its hash, the path leads from it
 * to the day's root, and the operator's key signed that root. Each side hashes and verifies with its own means; what is
 * hashed, in which order, stands here.
 */

/** Bytes as text, in lower case. */
export const HEX = /^[0-9a-f]+$/;
/** A hash, a key or a seed. */
export const BYTES_32 = /^[0-9a-f]{64}$/;

/** What of an entry is hashed. */
export interface HashedEntry {
  readonly accountId: string;
  readonly seq: number;
  readonly kind: string;
  readonly points: number;
  readonly title: string;
  readonly source: string;
  readonly sourceId: string;
  readonly unitId: string;
  readonly itemId: string | null;
  readonly itemVersion: number | null;
  readonly deedDate: string;
  readonly postedAtMs: number;
  readonly correctsSeq: number | null;
}

/** A JSON array in a fixed order, so that any language can make the same bytes; the hash is SHA-256 of the one before and this. */
export function entryText(entry: HashedEntry): string {
  const { accountId, seq, kind, points, title, source, sourceId, unitId, itemId, itemVersion, deedDate } = entry;
  const fields = [accountId, seq, kind, points, title, source, sourceId, unitId, itemId, itemVersion, deedDate];
  return JSON.stringify(['behaviour-bank entry v1', ...fields, entry.postedAtMs, entry.correctsSeq]);
}

/** Why a day was signed later than in its night. A person says so at the command line: see docs/deploy.md. */
export const LATE_REASONS = ['hostDown', 'restored', 'upgraded', 'demo'] as const;
/** Whoever says it names a post, never a person. */
export const LATE_BY_MAX = 40;

/** On which day somebody said that an older one be signed, why, and by which post. */
export interface LateMark {
  readonly on: string;
  readonly why: (typeof LATE_REASONS)[number];
  readonly by: string;
}

/** What of a checkpoint is signed. */
export interface SignedDay {
  readonly unitId: string;
  readonly day: string;
  readonly leafCount: number;
  readonly root: string;
  readonly prevHash: string;
  /** Null: in its night. */
  readonly late: LateMark | null;
}

/** The mark is signed with the rest: who takes it off takes the signature off. */
export function checkpointText({ unitId, day, leafCount, root, prevHash, late }: SignedDay): string {
  const fields = [unitId, day, leafCount, root, prevHash];
  if (!late) return JSON.stringify(['behaviour-bank checkpoint v1', ...fields]);
  return JSON.stringify(['behaviour-bank checkpoint v2', ...fields, late.on, late.why, late.by]);
}

/** What of a night's head is signed: all checkpoints of the installation up to its day that no head before it covers. */
export interface SignedHead {
  readonly day: string;
  readonly count: number;
  readonly root: string;
  readonly prevHash: string;
  readonly late: LateMark | null;
}

export function nightHeadText({ day, count, root, prevHash, late }: SignedHead): string {
  const mark = late && [late.on, late.why, late.by];
  return JSON.stringify(['behaviour-bank night v1', day, count, root, prevHash, mark]);
}

/** What somebody from outside signs of a day: what they saw standing there, and when. */
export interface CountersignedDay {
  readonly unitId: string;
  readonly day: string;
  /** Of the day's checkpoint, which names the one before it: whoever signs a day signs all before. */
  readonly hash: string;
  readonly signedAtMs: number;
}

export const countersignText = ({ unitId, day, hash, signedAtMs }: CountersignedDay): string =>
  JSON.stringify(['behaviour-bank countersignature v1', unitId, day, hash, signedAtMs]);

/** 村务监督委员会: a post, never a person's name. */
export const COUNTERSIGNER_NAME_MAX = 40;
/** Keys of one community that have begun or wait to. */
export const COUNTERSIGNERS_MAX = 10;
/** Days that are sent at once. */
export const COUNTERSIGNED_AT_ONCE_MAX = 62;

/** The first 16 digits of the public key; what names another was signed by another. */
export const keyIdOf = (publicKey: string): string => publicKey.slice(0, 16);

const SHORT_LETTERS = 8;

/** A hash as people read it aloud and compare it: eight letters of it, by fours. Tells two apart; it proves nothing. */
export function shortCode(hash: string): string {
  const letterAt = (i: number) => READABLE[Number.parseInt(hash.slice(i * 4, i * 4 + 4), 16) % READABLE.length] ?? '';
  const letters = Array.from({ length: SHORT_LETTERS }, (_, i) => letterAt(i));
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** The number on a receipt: the day of entry and the entry's short code, so that anybody can reckon it from the receipt. */
export const receiptNumber = (postedAtMs: number, hash: string): string =>
  `${businessDate(postedAtMs).replaceAll('-', '')}-${shortCode(hash)}`;

/** The byte before what is hashed: leaves and nodes are marked, so that neither passes for the other. */
export const LEAF_MARK = 0;
export const NODE_MARK = 1;

/** From the hash of a leaf up to the root; `side` says where the sibling stands. */
export function climb<Hash>(
  leaf: Hash,
  path: readonly { readonly side: 'left' | 'right'; readonly hash: Hash }[],
  nodeOf: (left: Hash, right: Hash) => Hash,
): Hash {
  return path.reduce((at, { side, hash }) => (side === 'right' ? nodeOf(at, hash) : nodeOf(hash, at)), leaf);
}
