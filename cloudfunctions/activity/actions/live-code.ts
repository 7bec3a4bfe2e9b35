import type { InputOf } from '../../kit/action';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { CLOSES_AFTER_MS, OPENS_BEFORE_MS } from '../../values/activities';
import { linkOf } from '../../values/codes';
import * as contract from '../contract/live-code';
import { keyVersionAt, LIVE_CODE_EPOCH_MS, refuseCheckIn, STEP_MS } from '../rules';
import { newestKey } from '../services/code-key';
import { noteOf, reachActivity } from '../services/reach';
import { type ActivityRow, changeCheckIn, lockActivity } from '../store/activities';
import { addRenewal, keepHolder, renewalsOf } from '../store/keys';

/** As long as people may check in, or will. */
function refuseKey(activity: ActivityRow, nowMs: number) {
  const refusal = refuseCheckIn(activity, 'person', Math.max(nowMs, activity.startsAtMs));
  return refusal && refusal.code !== 'ACTIVITY_NOT_OPEN' ? refusal : null;
}

/** The key may be fetched days ahead, where there is a network; whoever takes it is written down: it outlives no role. */
async function liveCode(call: Call<RoleHolder>, { activityId }: InputOf<typeof contract.liveCode>) {
  const reached = await reachActivity(call, activityId);
  if (isRefusal(reached)) return reached;
  const { activity } = reached;
  call.note(noteOf(activity));
  const refusal = refuseKey(activity, call.nowMs);
  if (refusal) return refusal;
  await keepHolder(call.db, activityId, call.caller.residentId, call.nowMs);
  const renewedAtMs = await renewalsOf(call.db, activityId);
  const { version, key } = newestKey(call.world, { activityId, renewedAtMs }, call.nowMs);
  return {
    activityId,
    shortId: activity.shortId,
    title: activity.title,
    key: key.toString('base64url'),
    keyVersion: version,
    serverNowMs: call.nowMs,
    stepMs: STEP_MS,
    epochMs: LIVE_CODE_EPOCH_MS,
    qrPrefix: linkOf(call.world.origin, 'checkIn', ''),
    opensAtMs: activity.startsAtMs - OPENS_BEFORE_MS,
    closesAtMs: activity.endsAtMs + CLOSES_AFTER_MS,
  };
}

/** Not twice within a step: the device that shows the code would have no key that is good. */
async function renewKey(call: WriteCall<RoleHolder>, { activityId }: InputOf<typeof contract.renewKey>) {
  const reached = await reachActivity(call, activityId);
  if (isRefusal(reached)) return reached;
  const activity = await lockActivity(call.db, activityId);
  if (!activity) return refuse('ACTIVITY_NOT_FOUND');
  const refusal = refuseKey(activity, call.nowMs);
  if (refusal) return refusal;
  const renewedAtMs = await renewalsOf(call.db, activityId);
  const latestMs = Math.max(0, ...renewedAtMs.filter((atMs) => atMs <= call.nowMs));
  if (call.nowMs - latestMs < STEP_MS) return refuse('RENEWED_JUST_NOW', { againAtMs: latestMs + STEP_MS });
  await addRenewal(call.db, activityId, call.caller.residentId, call.nowMs);
  const keyVersion = keyVersionAt([...renewedAtMs, call.nowMs], call.nowMs);
  call.note(noteOf(activity, { keyVersion }));
  return { activityId, keyVersion };
}

async function setCheckIn(call: WriteCall<RoleHolder>, { activityId, checkIn }: InputOf<typeof contract.setCheckIn>) {
  const reached = await reachActivity(call, activityId);
  if (isRefusal(reached)) return reached;
  const refusal = refuseKey(reached.activity, call.nowMs);
  if (refusal) return refusal;
  await changeCheckIn(call.db, activityId, checkIn);
  call.note(noteOf(reached.activity, { checkIn }));
  return { activityId, checkIn };
}

export const liveCodeActions = [
  read(contract.liveCode, liveCode),
  write(contract.renewKey, renewKey),
  write(contract.setCheckIn, setCheckIn),
];
