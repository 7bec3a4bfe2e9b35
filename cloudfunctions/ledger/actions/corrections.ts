import { hasRight, holderOfId, ownInterest } from '../../household';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import type { Call, WriteCall } from '../../kit/handler';
import { read, write } from '../../kit/handler';
import type { Principal } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { reachCommunity, unitOf } from '../../organisation';
import { businessDate } from '../../values/dates';
import { OFFICE } from '../../values/roles';
import * as contract from '../contract/corrections';
import { correctionEnded, entryCorrected } from '../events';
import { applyEntry } from '../rules';
import { append } from '../services/append';
import { showCorrections } from '../services/corrections';
import { proposeCorrectionOf } from '../services/propose';
import { holderKindOf, lockAccounts } from '../store/accounts';
import { type CorrectionRow, closeCorrection, lockCorrection, waitingCorrections } from '../store/corrections';
import { entryAt, type StoredEntry } from '../store/entries';

async function reachesEntry(
  call: Call<Principal>,
  entry: StoredEntry,
  to: 'proposeCorrection' | 'decideCorrection',
): Promise<boolean> {
  const unit = await unitOf(call.db, entry.unitId);
  return unit !== null && hasRight(call, to, { unitPath: unit.path });
}

export const proposeCorrection = write(contract.proposeCorrection, async (call, { accountId, seq, reason }) => {
  const entry = await entryAt(call.db, accountId, seq);
  if (!entry) return refuse('ENTRY_NOT_FOUND');
  if (!(await reachesEntry(call, entry, 'proposeCorrection'))) return refuse('NOT_ALLOWED', { because: 'outOfReach' });
  return proposeCorrectionOf(call, entry, reason);
});

const BY_AGE = { proposedAtMs: Millis, id: Id };

export const corrections = read(contract.corrections, async (call, { unitId, cursor, limit }) => {
  const after = readCursor(BY_AGE, cursor);
  if (isRefusal(after)) return after;
  const unit = await reachCommunity(call, unitId, OFFICE);
  if (isRefusal(unit)) return unit;
  const found = await waitingCorrections(call.db, unitId, after, limit + 1);
  const { page, nextCursor } = cutPage(BY_AGE, found, limit);
  call.note({ targetKind: 'unit', targetId: unitId, unitId, detail: { names: page.length } });
  return { corrections: await showCorrections(call, page), nextCursor };
});

/** Decided or taken back: a correction comes to one end. */
function refuseEnded(correction: CorrectionRow) {
  if (correction.state !== 'waiting') return refuse('CORRECTION_DECIDED', { state: correction.state });
  return null;
}

export const decideCorrection = write(contract.decideCorrection, async (call, { correctionId, approve }) => {
  const correction = await lockCorrection(call.db, correctionId);
  const entry = correction && (await entryAt(call.db, correction.accountId, correction.seq));
  if (!correction || !entry) return refuse('CORRECTION_NOT_FOUND');
  const decidedBy = call.caller.residentId;
  if (!(await reachesEntry(call, entry, 'decideCorrection'))) return refuse('NOT_ALLOWED', { because: 'outOfReach' });
  const ended = refuseEnded(correction);
  if (ended) return ended;
  if (correction.proposedBy === decidedBy) return refuse('OWN_PROPOSAL'); // rule 2: proposed by one, approved by another
  const holder = await holderOfId(call.db, entry.accountId);
  if (holder && ownInterest(call, holder)) return refuse('OWN_HOUSEHOLD');
  const entrySeq = approve ? await correct(call, correction, entry) : null;
  const corrected = entrySeq === null ? ('noted' as const) : ('approved' as const);
  const state = approve ? corrected : ('refused' as const);
  await closeCorrection(call.db, correctionId, state, decidedBy, call.nowMs);
  call.note({ targetKind: 'correction', targetId: correctionId, unitId: entry.unitId, detail: { state } });
  publishEnd(call, correction, entry, state);
  return { state, entrySeq };
});

export const withdrawCorrection = write(contract.withdrawCorrection, async (call, { correctionId }) => {
  const correction = await lockCorrection(call.db, correctionId);
  const entry = correction && (await entryAt(call.db, correction.accountId, correction.seq));
  if (!correction || !entry) return refuse('CORRECTION_NOT_FOUND');
  const worksThere = await reachesEntry(call, entry, 'proposeCorrection');
  if (!worksThere) return refuse('NOT_ALLOWED', { because: 'outOfReach' });
  if (correction.proposedBy !== call.caller.residentId) return refuse('NOT_YOUR_PROPOSAL');
  const ended = refuseEnded(correction);
  if (ended) return ended;
  await closeCorrection(call.db, correctionId, 'withdrawn', null, call.nowMs);
  call.note({ targetKind: 'correction', targetId: correctionId, unitId: entry.unitId, detail: { state: 'withdrawn' } });
  publishEnd(call, correction, entry, 'withdrawn');
  return { correctionId };
});

function publishEnd(
  call: WriteCall,
  { id: correctionId, accountId, seq }: CorrectionRow,
  { unitId }: StoredEntry,
  state: 'approved' | 'noted' | 'refused' | 'withdrawn',
): void {
  call.publish(correctionEnded({ correctionId, accountId, seq, unitId, state }));
}

/** Writes the second entry that names the first; null when the points are held or spent: then they stay: points that are used are not taken back. */
async function correct(call: WriteCall, correction: CorrectionRow, entry: StoredEntry): Promise<number | null> {
  const run = runOn(call.db);
  const { accountId, points, unitId, itemId, itemVersion, title } = entry;
  const kind = await holderKindOf(call.db, accountId);
  const accounts = kind ? await lockAccounts(run, [{ kind, id: accountId }], call.nowMs) : new Map<string, never>();
  const account = accounts.get(accountId);
  if (!account || !applyEntry(account.balance, 'correction', points).ok) return null;
  const [written] = await append(run, accounts, [
    {
      accountId,
      kind: 'correction',
      points,
      title,
      source: 'correction',
      sourceId: correction.id,
      unitId,
      itemId,
      itemVersion,
      deedDate: businessDate(call.nowMs),
      postedAtMs: call.nowMs,
      correctsSeq: entry.seq,
    },
  ]);
  if (!written || !kind) return null;
  const told = { correctionId: correction.id, accountId, seq: entry.seq, unitId };
  call.publish(
    entryCorrected({ ...told, entrySeq: written.seq, holderKind: kind, points, itemId, deedDate: entry.deedDate }),
  );
  return written.seq;
}
