import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { defineAction, resident, role, signedIn } from '../../cloudfunctions/kit/action';
import { type AttemptLimit, refuseWhenExhausted, tryWithin } from '../../cloudfunctions/kit/attempt';
import { Id } from '../../cloudfunctions/kit/fields';
import { read, sharedWrite, write, writeWithSecret } from '../../cloudfunctions/kit/handler';
import { defineEvent } from '../../cloudfunctions/kit/outbox/event';
import type { Principal } from '../../cloudfunctions/kit/principal';
import { type Answer, isRefusal, refuse } from '../../cloudfunctions/kit/refusal';
import { openRoom, type Room } from '../../cloudfunctions/kit/room';
import type { FindPrincipal } from '../../cloudfunctions/kit/serve';
import type { World } from '../../cloudfunctions/kit/world';

/**
 * A room of the tests' own, so that the kit is tried without any other: a box put on the shelf is a row of `job_lease`,
 * the plainest table that the app may write.
 */
const Box = z.strictObject({
  label: z.string().min(1).max(40),
  size: z.int().min(1).max(100_000),
  fragile: z.boolean(),
});
const Kept = z.strictObject({ boxId: z.string(), label: z.string(), size: z.int() });

const put = defineAction({
  name: 'shelf.put',
  summary: 'Puts a box on the shelf.',
  input: z.strictObject({ ...Box.shape, fragile: Box.shape.fragile.default(false), near: Box.optional() }),
  output: Kept,
  refusals: ['SHELF_FULL'],
  allow: [signedIn()],
  effect: 'write',
});
const seal = defineAction({
  name: 'shelf.seal',
  summary: 'Puts a box on the shelf and gives its secret number.',
  input: z.strictObject({ label: z.string() }),
  output: z.strictObject({ boxId: z.string(), secret: z.string() }),
  refusals: ['SHELF_FULL'],
  allow: [resident()],
  effect: 'write',
});
const open = defineAction({
  name: 'shelf.open',
  summary: 'Opens the lock with three digits.',
  input: z.strictObject({ digits: z.string() }),
  output: z.strictObject({ opened: z.literal(true) }),
  refusals: ['CODE_WRONG'],
  allow: [signedIn()],
  effect: 'write',
});
const openPosting = defineAction({ ...open, name: 'shelf.openPosting' });
const look = defineAction({
  name: 'shelf.look',
  summary: 'Looks at a box.',
  input: z.strictObject({ label: z.string(), noted: z.boolean().default(false) }),
  output: z.strictObject({ size: z.int() }),
  refusals: ['BOX_NOT_FOUND'],
  allow: [role('communityStaff')],
  effect: 'read',
});

declare module '../../cloudfunctions/kit/refusal' {
  interface Details {
    readonly SHELF_FULL: { readonly size: number };
    readonly BOX_NOT_FOUND: Record<never, never>;
  }
}

const TRIES: AttemptLimit = { key: 'shelf lock', max: 5, windowMs: 600_000 };
export const DIGITS = '274';

const boxPut = defineEvent('boxPut', { boxId: Id });

const putBox = write(put, async (call, { label, size }) => {
  const boxId = randomUUID();
  const until = new Date(call.nowMs + size);
  await call.db.insertInto('job_lease').values({ job: boxId, holder: label, until }).execute();
  call.note({ targetKind: 'box', targetId: boxId, detail: { size } });
  call.publish(boxPut({ boxId }));
  if (label === 'full') return refuse('SHELF_FULL', { size });
  if (label === 'broken') throw new Error('the board broke');
  if (label === 'odd') return { boxId, label, size: 0.5 };
  return { boxId, label, size };
});

const sealBox = writeWithSecret(
  seal,
  async (call, { label }) => {
    const boxId = randomUUID();
    await call.db
      .insertInto('job_lease')
      .values({ job: boxId, holder: label, until: new Date(0) })
      .execute();
    return { boxId };
  },
  (call, kept) => ({ ...kept, secret: call.world.keys.hmac('lookup', kept.boxId).toString('hex') }),
);

const openLock = write(
  open,
  async (call, { digits }) => {
    const exhausted = await refuseWhenExhausted(call.db, TRIES, call.nowMs);
    if (exhausted) return exhausted;
    if (digits === DIGITS) return { opened: true as const };
    call.countWrong(TRIES);
    return refuse('CODE_WRONG');
  },
  () => TRIES.key,
);

const openLockPosting = sharedWrite(openPosting, async (call, { digits }) => {
  const judge = async () => (digits === DIGITS ? ({ opened: true } as const) : refuse('CODE_WRONG'));
  const request = { id: call.request.id, nowMs: call.nowMs };
  const found = await tryWithin(call.db, { ...TRIES, key: 'posting lock' }, request, judge, isRefusal);
  return isRefusal(found) ? found : { kept: found };
});

const lookAt = read(look, async (call, { label, noted }) => {
  if (noted) call.note({ targetKind: 'box', targetId: label });
  const box = await call.db.selectFrom('job_lease').select('until').where('holder', '=', label).executeTakeFirst();
  return box ? { size: box.until.getTime() - call.nowMs } : refuse('BOX_NOT_FOUND');
});

const room: Room = { name: 'shelf', actions: [putBox, sealBox, openLock, openLockPosting, lookAt], refusals: {} };

export const NEWCOMER = '00000000-0000-4000-8000-000000000001';
export const RESIDENT = '00000000-0000-4000-8000-000000000002';
export const STAFF = '00000000-0000-4000-8000-000000000003';

const unitId = '00000000-0000-4000-8000-0000000000aa';
const staffRole = {
  role: 'communityStaff' as const,
  unitId,
  unitPath: `/${unitId}/`,
  providerId: null,
  societyId: null,
};
const people: readonly Principal[] = [
  { identityId: NEWCOMER, residentId: null, householdId: null, communityId: null, roles: [] },
  { identityId: RESIDENT, residentId: RESIDENT, householdId: null, communityId: null, roles: [] },
  { identityId: STAFF, residentId: STAFF, householdId: null, communityId: null, roles: [staffRole] },
];
const findPrincipal: FindPrincipal = async (_world, identity) =>
  people.find((one) => identity.kind === 'session' && one.identityId === identity.identityId) ?? null;

export type Ask = (verb: string, body: unknown, identityId?: string | null, address?: string) => Promise<Answer>;

/** Opens the shelf; whoever asks is a resident unless said otherwise. */
export function openShelf(world: World): Ask {
  const door = openRoom(room, world, findPrincipal);
  return (verb, body, identityId = RESIDENT, address) =>
    door(verb, {
      body,
      identity: identityId === null ? null : { kind: 'session', identityId },
      ...(address !== undefined && { address }),
    });
}
