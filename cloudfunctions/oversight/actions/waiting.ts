import { signingTimes } from '../../award';
import { applicationTimes, hasRight, mergeTimes } from '../../household';
import type { InputOf } from '../../kit/action';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { correctionTimes } from '../../ledger';
import { communityOf, reachUnit } from '../../organisation';
import { lookTimes, slipTimes } from '../../reward';
import { STAFF } from '../../values/roles';
import { WAITING_TIMES_MAX as MOST } from '../../values/waiting';
import * as contract from '../contract/waiting';

async function waiting(call: Call<RoleHolder>, { unitId }: InputOf<typeof contract.waiting>) {
  const unit = await reachUnit(call, unitId, STAFF);
  if (isRefusal(unit)) return unit;
  const community = await communityOf(call.db, unit.unitId);
  if (!community) return refuse('UNIT_NOT_FOUND');
  const { db, caller } = call;
  const [here, me] = [community.unitId, caller.residentId];
  const may = (right: Parameters<typeof hasRight>[1]) => hasRight(call, right, { unitPath: community.path });
  const asked = [
    { kind: 'application', is: true, times: () => applicationTimes(db, here, MOST) },
    { kind: 'correction', is: may('decideCorrection'), times: () => correctionTimes(db, here, me, MOST) },
    { kind: 'award', is: may('signAward'), times: () => signingTimes(db, here, me, MOST) },
    { kind: 'household', is: may('lookAgain'), times: () => lookTimes(db, here, me, MOST) },
    { kind: 'merge', is: may('agreeToMerge'), times: () => mergeTimes(db, here, me, MOST) },
    { kind: 'slip', is: may('watchGoods'), times: () => slipTimes(db, here, me, MOST) },
  ] as const;
  const kinds = asked
    .filter(({ is }) => is)
    .map(async ({ kind, times }) => {
      const { count, sinceMs } = await times();
      return { kind, count, sinceMs: [...sinceMs] };
    });
  return { kinds: await Promise.all(kinds) };
}

export const waitingActions = [read(contract.waiting, waiting)];
