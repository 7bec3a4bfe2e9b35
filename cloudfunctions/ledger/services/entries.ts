import type { Call } from '../../kit/handler';
import { unitsOf } from '../../organisation';
import type { StoredEntry } from '../store/entries';

/** Entries as people see them: with the name of the unit, without hashes. */
export async function toEntries(call: Call, entries: readonly StoredEntry[]) {
  const units = await unitsOf(call.db, [...new Set(entries.map((entry) => entry.unitId))]);
  return entries.map((entry) => ({
    accountId: entry.accountId,
    seq: entry.seq,
    kind: entry.kind,
    points: entry.points,
    title: entry.title,
    source: entry.source,
    deedDate: entry.deedDate,
    postedAtMs: entry.postedAtMs,
    unitName: units.get(entry.unitId)?.name ?? '',
    correctsSeq: entry.correctsSeq,
    correctedBySeq: entry.correctedBySeq,
  }));
}
