import { tryWithin } from '../../kit/attempt';
import type { SharedWriteCall } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { readShared } from '../../kit/shared-read';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { CLOSES_AFTER_MS, OPENS_BEFORE_MS } from '../../values/activities';
import { MINUTE_MS } from '../../values/dates';
import { type Judgement, judgeDigits, judgeLiveCode, type LiveCode, LONGEST_MS, readScanned } from '../rules';
import type { ActivityRow } from '../store/activities';
import { attendanceOf } from '../store/attendance';
import { ACTIVITY_BY_SHORT_ID, activitiesOpen } from '../store/keys';
import { codeKeys, isAstray } from './code-key';

/** An activity whose key made the code. `judgement` tells whether the code may still be used. */
export interface FoundByCode {
  readonly activity: ActivityRow;
  readonly how: 'scan' | 'typed';
  readonly judgement: Exclude<Judgement, 'forged'>;
  /** Since when the caller has been counted there; null when they have not. */
  readonly counted: { readonly atMs: number } | null;
}

/** Six digits can be guessed: after five wrong ones nobody tries on for ten minutes. */
const DIGITS_MAX = 5;
const DIGITS_WINDOW_MS = 10 * MINUTE_MS;

export type CodeRefusal = Refusal<'CODE_WRONG' | 'POSTER_ONLY' | 'NO_HOUSEHOLD' | 'TOO_MANY'>;

/** Unknown, forged and mistyped codes are all CODE_WRONG: nobody learns which part was right. */
export async function findByCode(
  call: SharedWriteCall<ResidentCaller>,
  text: string,
): Promise<FoundByCode | CodeRefusal> {
  const scanned = readScanned(text);
  if (scanned.kind === 'poster') return refuse('POSTER_ONLY', { shortId: scanned.shortId });
  if (scanned.kind === 'unknown') return refuse('CODE_WRONG');
  return scanned.kind === 'live' ? findByScan(call, scanned.code) : findByDigits(call, scanned.digits);
}

async function findByScan(
  { world, caller, nowMs }: SharedWriteCall<ResidentCaller>,
  code: LiveCode,
): Promise<FoundByCode | CodeRefusal> {
  const { database } = world;
  const [activity, counted] = await Promise.all([
    readShared(database, ACTIVITY_BY_SHORT_ID, code.shortId),
    attendanceOf(database, code.shortId, caller.residentId),
  ]);
  const judgement = activity ? judgeLiveCode(codeKeys(world, activity, nowMs), code, nowMs) : 'forged';
  return activity && judgement !== 'forged' ? { activity, how: 'scan', judgement, counted } : refuse('CODE_WRONG');
}

async function findByDigits(call: SharedWriteCall<ResidentCaller>, digits: string): Promise<FoundByCode | CodeRefusal> {
  const { identityId, residentId, communityId } = call.caller;
  if (!communityId) return refuse('NO_HOUSEHOLD');
  const limit = { key: `activity.digits ${identityId}`, max: DIGITS_MAX, windowMs: DIGITS_WINDOW_MS };
  const request = { id: call.request.id, nowMs: call.nowMs };
  const look = (db: Db) => findAmongOpen(call.world, db, communityId, digits, call.nowMs);
  const found = await tryWithin(call.db, limit, request, look, isRefusal);
  if (isRefusal(found)) return found;
  return { ...found, counted: await attendanceOf(call.world.database, found.activity.shortId, residentId) };
}

/** Only what is open in the caller's community now is tried: the fewer codes there are, the less a guess is worth. */
async function findAmongOpen(world: World, db: Db, communityId: string, digits: string, nowMs: number) {
  const open = await activitiesOpen(db, communityId, {
    latestStartMs: nowMs + OPENS_BEFORE_MS,
    earliestEndMs: nowMs - CLOSES_AFTER_MS,
    longestMs: LONGEST_MS,
  });
  const found = open.flatMap((activity): Omit<FoundByCode, 'counted'>[] => {
    const judgement = judgeDigits(codeKeys(world, activity, nowMs), activity.shortId, digits, nowMs);
    return judgement === 'forged' ? [] : [{ activity, how: 'typed', judgement }];
  });
  const known = found.find((one) => one.judgement === 'good') ?? found[0];
  if (known) return known;
  // read off a screen whose clock is wrong: no fault of whoever types, so it is no wrong try
  const activity = open.find((one) => isAstray(world, one, digits, nowMs));
  return activity ? { activity, how: 'typed' as const, judgement: 'astray' as const } : refuse('CODE_WRONG');
}
