import type { InputOf } from '../../kit/action';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal } from '../../kit/refusal';
import { CLOSES_AFTER_MS, OPENS_BEFORE_MS } from '../../values/activities';
import { linkOf } from '../../values/codes';
import * as contract from '../contract/live-code';
import { LIVE_CODE_EPOCH_MS, refuseCheckIn, STEP_MS } from '../rules';
import { codeKey } from '../services/code-key';
import { noteOf, reachActivity } from '../services/reach';

/** The key may be fetched days ahead, where there is a network; whoever takes it is written down. */
async function liveCode(call: Call<RoleHolder>, { activityId }: InputOf<typeof contract.liveCode>) {
  const reached = await reachActivity(call, activityId);
  if (isRefusal(reached)) return reached;
  const { activity } = reached;
  call.note(noteOf(activity));
  const refusal = refuseCheckIn(activity, 'person', Math.max(call.nowMs, activity.startsAtMs));
  if (refusal && refusal.code !== 'ACTIVITY_NOT_OPEN') return refusal;
  return {
    activityId,
    shortId: activity.shortId,
    title: activity.title,
    key: codeKey(call.world, activity).toString('base64url'),
    serverNowMs: call.nowMs,
    stepMs: STEP_MS,
    epochMs: LIVE_CODE_EPOCH_MS,
    qrPrefix: linkOf(call.world.origin, 'checkIn', ''),
    opensAtMs: activity.startsAtMs - OPENS_BEFORE_MS,
    closesAtMs: activity.endsAtMs + CLOSES_AFTER_MS,
  };
}

export const liveCodeActions = [read(contract.liveCode, liveCode)];
