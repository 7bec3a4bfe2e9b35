import { membersOf } from '../../household';
import type { Call } from '../../kit/handler';
import { read } from '../../kit/handler';
import { isRefusal, refuse } from '../../kit/refusal';
import { unitsOf } from '../../organisation';
import * as contract from '../contract';
import { type ReachedHolder, reachHolder } from '../holder';
import { NO_POINTS, sumBalances } from '../rules';
import { balancesOf } from '../store/accounts';
import { monthSums, pageOfEntries, type StoredEntry } from '../store/entries';

const noteLook = (call: Call, holder: ReachedHolder) => {
  if (holder.asStaff) call.note({ targetKind: holder.kind, targetId: holder.id });
};

export const balance = read(contract.balance, async (call, input) => {
  const holder = await reachHolder(call, input.holderId);
  if (isRefusal(holder)) return holder;
  noteLook(call, holder);
  const members = holder.householdId ? await membersOf(call.db, holder.householdId) : [];
  const memberIds = members.map((member) => member.residentId);
  const familyIds = holder.householdId ? [holder.householdId, ...memberIds] : [];
  const balances = await balancesOf(call.db, [...new Set([holder.id, ...familyIds])]);
  const of = (id: string) => balances.get(id) ?? NO_POINTS;
  const months = await monthSums(call.db, [holder.id]);
  return {
    holderId: holder.id,
    holderKind: holder.kind,
    balance: of(holder.id),
    household:
      holder.householdId === null
        ? null
        : {
            householdId: holder.householdId,
            total: sumBalances(familyIds.map(of)),
            own: of(holder.householdId),
            members: memberIds.map((residentId) => ({ residentId, balance: of(residentId) })),
          },
    months: months.map(({ month, credited }) => ({ month, credited })),
  };
});

export const passbook = read(contract.passbook, async (call, input) => {
  const holder = await reachHolder(call, input.holderId);
  if (isRefusal(holder)) return holder;
  noteLook(call, holder);
  if (input.cursor !== undefined && !/^\d{1,9}$/.test(input.cursor))
    return refuse('INVALID_INPUT', { fields: ['input.cursor'], why: ['not from an answer'] });
  const beforeSeq = input.cursor === undefined ? null : Number(input.cursor);
  const page = await pageOfEntries(call.db, holder.id, beforeSeq, input.limit);
  const months = [...new Set(page.map((entry) => entry.deedDate.slice(0, 7)))];
  const sums = months.length > 0 ? await monthSums(call.db, [holder.id], months) : [];
  const last = page.at(-1);
  return {
    entries: await toEntries(call, page),
    months: sums.reverse().map(({ accountId: _, ...sum }) => sum),
    nextCursor: last && last.seq > 1 && page.length === input.limit ? String(last.seq) : null,
  };
});

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
