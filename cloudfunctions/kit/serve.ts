import * as z from 'zod';
import type { Action, Allow } from './action';
import { type AttemptLimit, countAttempt } from './attempt';
import { type AuditNote, writeAudit } from './audit';
import { businessDate } from './clock';
import { RequestId } from './fields';
import type { Bound, Call } from './handler';
import { newId } from './ids';
import { type News, tellAbove } from './outbox';
import type { CallerIdentity, Principal } from './principal';
import { type Answer, isRefusal, type Refusal, refuse } from './refusal';
import { claimRequest, keepAnswer, requestKey } from './request-log';
import { inTransaction, undoOnRefusal } from './transaction';
import type { World } from './world';

/** One request as a way in hands it over: the body is untrusted, the identity is the platform's own. */
export interface Incoming {
  readonly body: unknown;
  readonly identity: CallerIdentity | null;
  /** The network address, where the way in knows it; kept only as an HMAC. */
  readonly address?: string;
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
export function serve(world: World, findPrincipal: FindPrincipal, bound: Bound): Serve {
  return async (incoming) => {
    const traceId = newId(world);
    const startedMs = performance.now();
    const log = (level: 'info' | 'error', fields: object) =>
      world.log[level]({
        traceId,
        action: bound.action.name,
        ms: Math.round(performance.now() - startedMs),
        ...fields,
      });
    try {
      const answer = await answerTo(world, findPrincipal, bound, incoming, traceId);
      log('info', { outcome: answer.ok ? 'ok' : answer.code });
      return answer;
    } catch (fault) {
      log('error', { outcome: 'FAULT', err: fault });
      return { ok: false, code: 'FAULT', detail: {}, traceId };
    }
  };
}

async function answerTo(
  world: World,
  findPrincipal: FindPrincipal,
  bound: Bound,
  incoming: Incoming,
  traceId: string,
): Promise<Answer> {
  const asked = parse(bound.action, incoming.body);
  if (isRefusal(asked)) return { ...asked, traceId };
  const caller = incoming.identity && (await findPrincipal(world, incoming.identity));
  const barred = refuseUnlessAllowed(bound.action.allow, caller);
  if (barred) return { ...barred, traceId };
  const nowMs = world.clock();
  const cameFrom = incoming.address ? world.keys.hmac('address', incoming.address).subarray(0, 12) : null;
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
  if (bound.kind === 'read') return runRead(bound, call, asked.input, cameFrom, notes);
  const request = requestKey(asked.requestId as string, bound.action.name, caller?.identityId ?? null, asked.input);
  if (bound.kind === 'post') return bound.run({ ...call, request, cameFrom }, asked.input);
  return runWrite(bound, { ...call, request }, asked.input, cameFrom, notes);
}

/** Says which field is wrong and why, without repeating what was sent. */
function parse(action: Action, body: unknown): { input: unknown; requestId?: string } | Refusal {
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) return invalid(envelope.error, '');
  const input = action.input.safeParse(envelope.data.input ?? {});
  if (!input.success) return invalid(input.error, 'input');
  if (action.effect === 'read') return { input: input.data };
  if (!envelope.data.requestId)
    return refuse('INVALID_INPUT', {
      fields: ['requestId'],
      why: ['required for a write'],
    });
  return { input: input.data, requestId: envelope.data.requestId };
}

function invalid(error: z.ZodError, prefix: string): Refusal {
  const issues = error.issues.slice(0, 10);
  return refuse('INVALID_INPUT', {
    fields: issues.map((issue) => [prefix, ...issue.path].filter((part) => part !== '').join('.')),
    why: issues.map((issue) => (issue.code === 'unrecognized_keys' ? 'unknown field' : issue.message)),
  });
}

function refuseUnlessAllowed(allow: readonly Allow[], caller: Principal | null): Refusal | null {
  if (allow.some((rule) => rule.kind === 'anyone')) return null;
  if (!caller) return refuse('NOT_SIGNED_IN');
  const allowed = allow.some((rule) => {
    if (rule.kind === 'signedIn') return true;
    if (rule.kind === 'resident') return caller.residentId !== null;
    return rule.kind === 'role' && caller.roles.some((held) => rule.roles.includes(held.role));
  });
  if (allowed) return null;
  const forResidents = allow.some((rule) => rule.kind === 'resident');
  return refuse('NOT_ALLOWED', {
    because: forResidents && !caller.residentId ? 'notBound' : 'role',
  });
}

async function runRead(
  bound: Bound & { kind: 'read' },
  call: Call,
  input: unknown,
  cameFrom: Buffer | null,
  notes: readonly AuditNote[],
): Promise<Answer> {
  const result = await bound.run(call, input);
  const refused = isRefusal(result);
  if (notes.length > 0)
    await writeAudit(call.db, {
      action: bound.action.name,
      outcome: refused ? result.code : 'ok',
      caller: call.caller,
      cameFrom,
      traceId: call.traceId,
      atMs: call.nowMs,
      notes,
    });
  return refused ? { ...result, traceId: call.traceId } : { ok: true, data: bound.action.output.parse(result) };
}

type WriteBase = Call & { readonly request: ReturnType<typeof requestKey> };

async function runWrite(
  bound: Bound & { kind: 'write' },
  base: WriteBase,
  input: unknown,
  cameFrom: Buffer | null,
  notes: AuditNote[],
): Promise<Answer> {
  const { request, nowMs, traceId } = base;
  const kept = await inTransaction(base.world.database.db, async (trx) => {
    notes.length = 0; // a deadlock's victim starts again
    const claim = await claimRequest(trx, request, nowMs);
    if (claim.kind === 'reused') return refuse('REQUEST_ID_REUSED');
    if (claim.kind === 'answered') return claim.answer;
    const news: News[] = [];
    const wrong: AttemptLimit[] = [];
    const call = {
      ...base,
      db: trx,
      tell: (item: News) => news.push(item),
      countWrong: (limit: AttemptLimit) => wrong.push(limit),
    };
    const result = await undoOnRefusal(trx, () => bound.run(call, input), isRefusal);
    for (const limit of wrong) await countAttempt(trx, limit, nowMs);
    if (!isRefusal(result)) await tellAbove(trx, news, nowMs);
    await writeAudit(trx, {
      action: bound.action.name,
      outcome: isRefusal(result) ? result.code : 'ok',
      caller: base.caller,
      cameFrom,
      traceId,
      atMs: nowMs,
      notes,
    });
    await keepAnswer(trx, request, result);
    return result;
  });
  if (isRefusal(kept)) return { ...kept, traceId };
  return {
    ok: true,
    data: bound.action.output.parse(await bound.reveal(base, kept, input)),
  };
}
