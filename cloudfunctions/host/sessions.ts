import { readShared } from '../kit/shared-read';
import type { World } from '../kit/world';
import { DAY_MS } from '../values/dates';
import { endSession, insertSession, SESSION } from './store';

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

/** Null for a token that never was, has ended or is too old. */
export async function findSession(world: World, token: string): Promise<{ identityId: string } | null> {
  if (!TOKEN.test(token)) return null;
  const session = await readShared(world.database, SESSION, hashOf(world, token));
  return session && session.expiresAt.getTime() > world.clock() ? session : null;
}

/** At once and for ever; ending what has ended already is no fault. */
export async function stopSession(world: World, token: string): Promise<void> {
  if (TOKEN.test(token)) await endSession(world.database.db, hashOf(world, token), new Date(world.clock()));
}
