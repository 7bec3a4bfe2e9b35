import { householdsOf, membersOf } from '../../household';
import { cutPage, readCursor } from '../../kit/cursor';
import { DateText, Id } from '../../kit/fields';
import type { Call } from '../../kit/handler';
import { read } from '../../kit/handler';
import { isRefusal } from '../../kit/refusal';
import { unitsOf } from '../../organisation';
import * as contract from '../contract/book';
import { Seq } from '../contract/fields';
import { NO_POINTS, sumBalances, sumMonths } from '../rules';
import { describeHolder } from '../services/describe-holder';
import { toEntries } from '../services/entries';
import { type ReachedHolder, reachHolder } from '../services/holder';
import { wholeBalances } from '../services/whole';
import { monthSums, pageOfEntries } from '../store/entries';

/** As household.me tells them. */
const MEMBERS_TOLD = 500;

const noteLook = (call: Call, holder: ReachedHolder) => {
  if (holder.asStaff) call.note({ targetKind: holder.kind, targetId: holder.id });
};

export const balance = read(contract.balance, async (call, input) => {
  const holder = await reachHolder(call, input.holderId);
  if (isRefusal(holder)) return holder;
  noteLook(call, holder);
  const householdId = holder.asGuardian ? null : holder.householdId;
  const members = householdId ? await membersOf(call.db, householdId) : [];
  const memberIds = members.map((member) => member.residentId).slice(0, MEMBERS_TOLD);
  const familyIds = householdId ? [householdId, ...memberIds] : [];
  const whole = await wholeBalances(call, [...new Set([holder.id, ...familyIds])]);
  const of = (id: string) => whole.get(id) ?? NO_POINTS;
  const months = sumMonths(await monthSums(call.db, holder.accountIds));
  return {
    holderId: holder.id,
    holderKind: holder.kind,
    balance: of(holder.id),
    household:
      householdId === null
        ? null
        : {
            householdId,
            total: sumBalances(familyIds.map(of)),
            own: of(householdId),
            members: memberIds.map((residentId) => ({ residentId, balance: of(residentId) })),
          },
    months: months.map(({ month, credited }) => ({ month, credited })),
  };
});

/** Of one day those entered last come first; of records that are one person, side by side. */
const BY_DEED = { deedDate: DateText, seq: Seq, accountId: Id };

export const passbook = read(contract.passbook, async (call, input) => {
  const holder = await reachHolder(call, input.holderId);
  if (isRefusal(holder)) return holder;
  noteLook(call, holder);
  const before = readCursor(BY_DEED, input.cursor);
  if (isRefusal(before)) return before;
  const found = await pageOfEntries(call.db, holder.accountIds, before, input.limit + 1);
  const { page, nextCursor } = cutPage(BY_DEED, found, input.limit);
  const months = [...new Set(page.map((entry) => entry.deedDate.slice(0, 7)))];
  const sums = months.length > 0 ? sumMonths(await monthSums(call.db, holder.accountIds, months)) : [];
  return {
    entries: await toEntries(call, page),
    months: [...sums].reverse(),
    nextCursor,
  };
});

export const holder = read(contract.holder, async (call, input) => {
  const reached = await reachHolder(call, input.holderId);
  if (isRefusal(reached)) return reached;
  noteLook(call, reached);
  const { householdId, communityId } = reached;
  const household = householdId ? (await householdsOf(call.db, [householdId])).get(householdId) : undefined;
  const community = communityId ? (await unitsOf(call.db, [communityId])).get(communityId) : undefined;
  const { kind, name } = await describeHolder(call, reached);
  return {
    ...{ holderId: reached.id, kind, name },
    household: household ? { number: household.number, unitName: household.unitName } : null,
    communityName: community?.name ?? null,
    communityPhone: community?.phone ?? null,
  };
});
