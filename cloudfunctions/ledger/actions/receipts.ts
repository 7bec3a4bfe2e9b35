import { itemVersionsOf, versionKey } from '../../catalogue';
import { cutPage, readCursor } from '../../kit/cursor';
import { DateText } from '../../kit/fields';
import { read } from '../../kit/handler';
import { isRefusal, refuse } from '../../kit/refusal';
import type { Db } from '../../kit/transaction';
import { unitOf } from '../../organisation';
import { addDays, startOfDayMs } from '../../values/dates';
import { receiptNumber } from '../../values/receipt';
import * as contract from '../contract/receipts';
import { isGenuine, makeReceipt, pathAmong } from '../rules';
import { describeHolder } from '../services/describe-holder';
import { toEntries } from '../services/entries';
import { reachHolder } from '../services/holder';
import { leavesOfDay } from '../services/leaves-of-day';
import { CHECKPOINT_AFTER_MIDNIGHT_MS } from '../services/signing-state';
import { checkpointOf, pageOfCheckpoints } from '../store/checkpoints';
import { entryAt, type StoredEntry } from '../store/entries';
import { pageOfNightHeads } from '../store/night-heads';
import { keptPath } from '../store/trees';

const toCanonical = ({ prevHash: _p, hash: _h, postedOn: _o, correctedBySeq: _c, ...entry }: StoredEntry) => entry;

/** The receipt of an entry whose day has its checkpoint; null before. A day signed before trees were kept is read as a whole. */
async function receiptOf(db: Db, entry: StoredEntry) {
  const checkpoint = await checkpointOf(db, entry.unitId, entry.postedOn);
  if (!checkpoint) return null;
  const path =
    (await keptPath(db, checkpoint, entry.hash)) ??
    pathAmong(await leavesOfDay(db, entry.unitId, entry.postedOn), entry);
  return makeReceipt(toCanonical(entry), entry, path, checkpoint);
}

/** The item by which it was counted, as it stood then. */
async function ruleOf(db: Db, { itemId, itemVersion: version }: StoredEntry) {
  if (!itemId || !version) return null;
  const item = (await itemVersionsOf(db, [{ itemId, version }])).get(versionKey({ itemId, version }));
  if (!item) return null;
  const { name, points, countedPer, policyDocumentNumber: documentNumber } = item;
  return { name, version, points, countedPer, documentNumber };
}

export const receipt = read(contract.receipt, async (call, input) => {
  const holder = await reachHolder(call, input.accountId);
  if (isRefusal(holder))
    return holder.code === 'HOLDER_NOT_FOUND' ? refuse('ENTRY_NOT_FOUND') : refuse('NOT_ALLOWED', holder.detail);
  const entry = await entryAt(call.db, input.accountId, input.seq);
  if (!entry) return refuse('ENTRY_NOT_FOUND');
  const [shown] = await toEntries(call, [entry]);
  if (!shown) return refuse('ENTRY_NOT_FOUND');
  const hash = entry.hash.toString('hex');
  return {
    entry: shown,
    hash,
    number: receiptNumber(entry.postedAtMs, hash),
    holder: await describeHolder(call, holder),
    rule: await ruleOf(call.db, entry),
    receipt: await receiptOf(call.db, entry),
    dueAtMs: startOfDayMs(addDays(entry.postedOn, 1)) + CHECKPOINT_AFTER_MIDNIGHT_MS,
    publicKey: call.world.keys.signingPublicKey.toString('hex'),
    verifyUrl: `${call.world.origin}/pages/receipt-verify/index`,
  };
});

export const verifyReceipt = read(contract.verifyReceipt, async (call, { receipt: shown }) => {
  const { keys } = call.world;
  if (shown.checkpoint.keyId !== keys.signingKeyId) return { verdict: 'unknownKey' as const };
  if (!isGenuine(shown, keys.signingPublicKey)) return { verdict: 'altered' as const };
  const published = await checkpointOf(call.db, shown.checkpoint.unitId, shown.checkpoint.day);
  return { verdict: published?.hash === shown.checkpoint.hash ? ('genuine' as const) : ('unknownCheckpoint' as const) };
});

const BY_DAY = { day: DateText };

export const checkpoints = read(contract.checkpoints, async (call, input) => {
  if (!(await unitOf(call.db, input.unitId))) return refuse('UNIT_NOT_FOUND');
  const before = readCursor(BY_DAY, input.cursor);
  if (isRefusal(before)) return before;
  const found = await pageOfCheckpoints(call.db, input.unitId, before?.day ?? null, input.limit + 1);
  const { page, nextCursor } = cutPage(BY_DAY, found, input.limit);
  const { signingPublicKey, signingKeyId } = call.world.keys;
  return {
    checkpoints: page,
    publicKey: signingPublicKey.toString('hex'),
    keyId: signingKeyId,
    nextCursor,
  };
});

export const nights = read(contract.nights, async (call, input) => {
  const before = readCursor(BY_DAY, input.cursor);
  if (isRefusal(before)) return before;
  const found = await pageOfNightHeads(call.db, before?.day ?? null, input.limit + 1);
  const { page, nextCursor } = cutPage(BY_DAY, found, input.limit);
  const { signingPublicKey, signingKeyId } = call.world.keys;
  return { heads: page, publicKey: signingPublicKey.toString('hex'), keyId: signingKeyId, nextCursor };
});
