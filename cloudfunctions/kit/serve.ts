import * as z from 'zod';
import { businessDate } from '../values/dates';
import type { Action, Allow } from './action';
import type { AuditNote } from './audit';
import { RequestId } from './fields';
import type { Call, Handler } from './handler';
import { newId } from './ids';
import { invalidInput, refuseBroken, refuseMethodNames } from './invalid-input';
import { type CallerIdentity, isAuthorised, type Principal } from './principal';
import { type Answer, isRefusal, type Refusal, refuse } from './refusal';
import { EARLIER, requestKey } from './request-log';
import { repeatAnswer, runRead, runSharedWrite, runWrite } from './run';
import { readShared } from './shared-read';
import { isDaySigned } from './transaction';
import type { World } from './world';

/** One request as a way in hands it over: the body is untrusted, the identity is the platform's own. */
export interface Incoming {
  readonly body: unknown;
  readonly identity: CallerIdentity | null;
  /** The network address, where the way in knows it; kept only as an HMAC. */
  readonly address?: string;
  /** Told where the way in counts calls in the database; asked for beside everything else that is asked for at first. */
  readonly crowded?: Promise<Refusal<'TOO_MANY'> | null>;
}
export type FindPrincipal = (world: World, identity: CallerIdentity) => Promise<Principal | null>;
export type Serve = (incoming: Incoming) => Promise<Answer>;

const Envelope = z.strictObject({
  input: z.unknown().optional(),
  requestId: RequestId.optional(),
});

/**
 * The one way through every action: parse → principal → allow → request log → handler → check the answer → audit → log.
 * Refusals come back as values; a fault is logged once with its trace id and answered as FAULT.
 */
export function serve(world: World, findPrincipal: FindPrincipal, handler: Handler): Serve {
  return async (incoming) => {
    const traceId = newId(world);
    const startedMs = performance.now();
    const log = (level: 'info' | 'error', fields: object) =>
      world.log[level]({
        traceId,
        action: handler.action.name,
        ms: Math.round(performance.now() - startedMs),
        ...fields,
      });
    try {
      const answer = await answerTo(world, findPrincipal, handler, incoming, traceId);
      log('info', { outcome: answer.ok ? 'ok' : answer.code });
      return answer;
    } catch (fault) {
      if (isDaySigned(fault)) {
        log('error', { outcome: 'CLOCK_BEHIND', err: fault }); // whoever called can do nothing about it
        return { ...refuse('CLOCK_BEHIND'), traceId };
      }
      log('error', { outcome: 'FAULT', err: fault });
      return { ok: false, code: 'FAULT', detail: {}, traceId };
    }
  };
}

const addressHashOf = ({ keys }: World, { address }: Incoming) =>
  address ? keys.hmac('address', address).subarray(0, 12) : null;

async function answerTo(
  world: World,
  findPrincipal: FindPrincipal,
  handler: Handler,
  incoming: Incoming,
  traceId: string,
): Promise<Answer> {
  const asked = parse(handler.action, incoming.body);
  if (isRefusal(asked)) return { ...((await incoming.crowded) ?? asked), traceId };
  const { crowded, caller, earlier } = await prefetch(world, findPrincipal, handler, incoming, asked.requestId);
  if (crowded) return { ...crowded, traceId };
  const denial = authorise(handler.action.allow, caller);
  if (denial && (!caller || handler.kind === 'read')) return { ...denial, traceId };
  const nowMs = world.clock();
  const notes: AuditNote[] = [];
  const call: Call = {
    world,
    db: world.database.db,
    caller,
    nowMs,
    today: businessDate(nowMs),
    traceId,
    note: (note) => notes.push(note),
  };
  const running = { handler, call, input: asked.input, addressHash: addressHashOf(world, incoming), notes };
  if (handler.kind === 'read') return runRead({ ...running, handler });
  const request = requestKey(
    world.keys,
    asked.requestId as string,
    handler.action.name,
    caller && requesterOf(handler, caller),
    asked.input,
  );
  if (denial) return (await repeatAnswer({ ...running, handler }, request)) ?? { ...denial, traceId };
  if (handler.kind === 'sharedWrite') return runSharedWrite({ ...running, handler }, request, earlier);
  return runWrite({ ...running, handler }, request);
}

/** The first flight of every request: who calls, whether too many do, and what was answered before where it will be posted. */
async function prefetch(
  world: World,
  findPrincipal: FindPrincipal,
  handler: Handler,
  { crowded, identity }: Incoming,
  requestId: string | undefined,
) {
  const [refused, caller, earlier] = await Promise.all([
    crowded,
    identity && findPrincipal(world, identity),
    handler.kind === 'sharedWrite' && requestId ? readShared(world.database, EARLIER, requestId) : null,
  ]);
  return { crowded: refused, caller, earlier };
}

/**
 * Who must ask again to be given the first answer. An account can be bound to somebody else meanwhile: a secret is told
 * to the same resident alone. Where newcomers may ask, the deed itself may bind them, and the account is all that stays.
 */
function requesterOf(handler: Handler, { identityId, residentId }: Principal): string {
  const isOfResident = handler.action.allow.every((rule) => rule.kind === 'resident' || rule.kind === 'role');
  const namesSecret = handler.kind === 'write' && handler.hasSecret && isOfResident;
  return namesSecret ? `${identityId} ${residentId}` : identityId;
}

function parse(action: Action, body: unknown): { input: unknown; requestId?: string } | Refusal {
  const unreadable = refuseMethodNames(body);
  if (unreadable) return unreadable;
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) return invalidInput(envelope.error);
  const { input: sent = {}, requestId } = envelope.data;
  const input = action.input.safeParse(sent);
  if (!input.success) return invalidInput(input.error, 'input');
  const refusal = refuseBroken(input.data);
  if (refusal) return refusal;
  if (action.effect === 'read') return { input: input.data };
  if (!requestId) return refuse('INVALID_INPUT', { fields: ['requestId'], why: ['required for a write'] });
  return { input: input.data, requestId };
}

function authorise(allow: readonly Allow[], caller: Principal | null): Refusal | null {
  if (isAuthorised(allow, caller)) return null;
  if (!caller) return refuse('NOT_SIGNED_IN');
  const forResidents = allow.some((rule) => rule.kind === 'resident');
  return refuse('NOT_ALLOWED', {
    because: forResidents && !caller.residentId ? 'notBound' : 'role',
  });
}
