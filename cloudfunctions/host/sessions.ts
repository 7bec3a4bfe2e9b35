import { readShared } from '../kit/shared-read';
import { inTransaction } from '../kit/transaction';
import type { World } from '../kit/world';
import { DAY_MS, MINUTE_MS } from '../values/dates';
import { endSession, type FoundSession, insertSession, markRenewed, SESSION } from './store';

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
export const SESSION_LIFE_MS = 30 * DAY_MS;

export interface Session {
  /** 256 random bits, told once; the database keeps only its HMAC. */
  readonly token: string;
  readonly expiresAtMs: number;
}

const hashOf = (world: World, token: string) => world.keys.hmac('session', token);

/** A new token at every sign-in: one that somebody slipped in before it is worth nothing afterwards. */
export async function startSession(world: World, identityId: string): Promise<Session> {
  const token = world.random(TOKEN_BYTES).toString('base64url');
  const nowMs = world.clock();
  const expiresAtMs = nowMs + SESSION_LIFE_MS;
  await insertSession(world.database.db, {
    tokenHash: hashOf(world, token),
    identityId,
    createdAt: new Date(nowMs),
    expiresAt: new Date(expiresAtMs),
  });
  return { token, expiresAtMs };
}

/** What is on its way with the old token, or lost its answer, still comes through; so long and no longer. */
export const RENEWED_GRACE_MS = 2 * MINUTE_MS;

interface Known {
  readonly identityId: string;
  /** In place of the token that was shown, which ends: the roles of its holder have changed since it was given. */
  readonly renewed: Session | null;
}

/** Null for a token that never was, has ended, was renewed a while ago or is too old. */
export async function findSession(world: World, token: string): Promise<Known | null> {
  if (!TOKEN.test(token)) return null;
  const session = await readShared(world.database, SESSION, hashOf(world, token));
  const nowMs = world.clock();
  if (!session || session.expiresAt.getTime() <= nowMs) return null;
  if (session.renewedAt && nowMs - session.renewedAt.getTime() >= RENEWED_GRACE_MS) return null;
  const changedAtMs = Math.max(0, ...session.roleChangedAt.map((at) => at.getTime()).filter((ms) => ms <= nowMs));
  const { identityId } = session;
  if (changedAtMs <= session.createdAt.getTime()) return { identityId, renewed: null };
  return { identityId, renewed: await renewSession(world, token, session) };
}

/**
 * A token that was taken while somebody was a neighbour like any other is not worth an admin's. The next one is made of the
 * one before: requests that come together, and one whose answer was lost, are all given the same.
 */
async function renewSession(world: World, token: string, { identityId, createdAt, expiresAt }: FoundSession) {
  const next = world.keys.hmac('sessionRenewal', token, createdAt.toISOString()).toString('base64url');
  const now = new Date(world.clock());
  await inTransaction(world.database.db, async (trx) => {
    await insertSession(trx, { tokenHash: hashOf(world, next), identityId, createdAt: now, expiresAt });
    await markRenewed(trx, hashOf(world, token), now);
  });
  return { token: next, expiresAtMs: expiresAt.getTime() };
}

/** At once and for ever; ending what has ended already is no fault. */
export async function stopSession(world: World, token: string): Promise<void> {
  if (TOKEN.test(token)) await endSession(world.database.db, hashOf(world, token), new Date(world.clock()));
}
