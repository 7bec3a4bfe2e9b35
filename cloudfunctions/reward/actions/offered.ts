import { policyDocumentsOf } from '../../catalogue';
import { refuseWithout } from '../../household';
import type { InputOf, OutputOf } from '../../kit/action';
import { cutPage, readCursor, sortedBy } from '../../kit/cursor';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal } from '../../kit/refusal';
import { communityOf, providersOf, reachUnit, type UnitRow } from '../../organisation';
import { STAFF } from '../../values/roles';
import { isOpenAt, type RedemptionWindow } from '../../values/windows';
import * as contract from '../contract/offered';
import { KINDS_AMONG_MAX } from '../contract/offered';
import { periodKey } from '../rules';
import { countOffered, kindsAmong, type OfferedRow, offeredIn, type Place, windowsAmong } from '../store/offered';
import { rulesOf } from '../store/redemption';
import { honouringOf } from '../store/rewards';

type Shown = OutputOf<typeof contract.offered>['rewards'][number];

/** The place at this moment: what is left in the spans of today, and which windows are open now. */
async function placeOf({ db, today, nowMs }: Call, { unitId, path }: UnitRow): Promise<Place> {
  const rule = (await rulesOf(db, [unitId])).get(unitId)?.windows ?? [];
  const known = await windowsAmong(db, path);
  const isOpen = (windows: readonly RedemptionWindow[] | null) => isOpenAt(windows ?? rule, nowMs);
  return {
    unitPath: path,
    nowMs,
    periodKeys: {
      month: periodKey('month', today),
      quarter: periodKey('quarter', today),
      year: periodKey('year', today),
    },
    rule,
    openWindows: known.filter(isOpen),
    isRuleOpen: isOpen(null),
  };
}

async function offered(
  call: Call<RoleHolder>,
  { query, sort, only, limit, ...input }: InputOf<typeof contract.offered>,
) {
  const keys = sortedBy(sort, 'rewardId');
  const last = readCursor(keys, input.cursor);
  if (isRefusal(last)) return last;
  const unit = await reachUnit(call, input.unitId, STAFF);
  if (isRefusal(unit)) return unit;
  const denial = refuseWithout('seeVouchers', call, { unitPath: unit.path });
  if (denial) return denial;
  const place = await placeOf(call, (await communityOf(call.db, unit.unitId)) ?? unit);
  const asked = { query, ...only };
  const found = await offeredIn(call.db, place, asked, { sort, behindId: last?.rewardId, limit: limit + 1 });
  const { page, nextCursor } = cutPage(
    keys,
    found.map((row) => ({ ...row, ...sort })),
    limit,
  );
  const count = await countOffered(call.db, place, asked);
  return {
    rewards: await shown(call, page),
    count,
    among: await kindsAmong(call.db, place, KINDS_AMONG_MAX),
    nextCursor,
  };
}

async function shown(call: Call, page: readonly OfferedRow[]): Promise<Shown[]> {
  const honouring = await honouringOf(
    call.db,
    page.map(({ rewardId }) => rewardId),
  );
  const placesOf = (rewardId: string) => (honouring.get(rewardId) ?? []).map(({ providerId }) => providerId);
  const providers = await providersOf(call.db, [...new Set(page.flatMap(({ rewardId }) => placesOf(rewardId)))]);
  const documents = await policyDocumentsOf(call.db, [...new Set(page.map((row) => row.policyDocumentId))]);
  return page.map((row) => ({
    ...{ rewardId: row.rewardId, title: row.title, kind: row.kind, kindId: row.kindId, kindName: row.kindName },
    ...{ holderKind: row.holderKind, cost: row.cost, period: row.period, stockPerPeriod: row.stockPerPeriod },
    ...{ stockLeft: row.stockLeft, validDays: row.validDays, windows: [...row.windows], isOpenNow: row.isOpenNow },
    placeNames: placesOf(row.rewardId).map((id) => providers.get(id)?.name ?? ''),
    policyDocumentNumber: documents.get(row.policyDocumentId)?.number ?? '',
    ...{ openedAtMs: row.openedAtMs, endedAtMs: row.endedAtMs },
  }));
}

export const offeredActions = [read(contract.offered, offered)];
