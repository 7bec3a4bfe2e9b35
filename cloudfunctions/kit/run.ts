import { type AttemptLimit, countAttempt, lockMutex, tryWithin } from './attempt';
import { type AuditNote, writeAudit } from './audit';
import type { Call, Handler } from './handler';
import type { Event } from './outbox/event';
import { publishEvents } from './outbox/publish';
import { type Answer, isRefusal } from './refusal';
import { answerFrom, type Earlier, findAnswer, keepAnswers, type RequestKey, reserveRequest } from './request-log';
import { type Run, runOn, runWithTheNext } from './statement';
import { type Db, inTransaction, undoOnRefusal } from './transaction';

/** One request that has been parsed and let in, on its way through its handler. */
interface Running<B extends Handler = Handler> {
  readonly handler: B;
  readonly call: Call;
  readonly input: unknown;
  readonly addressHash: Buffer | null;
  readonly notes: AuditNote[];
}

function audit(run: Run, { handler, call, addressHash, notes }: Running, result: unknown): Promise<void> {
  const outcome = isRefusal(result) ? result.code : 'ok';
  const { caller, traceId, nowMs: atMs } = call;
  return writeAudit(run, [{ action: handler.action.name, outcome, caller, addressHash, traceId, atMs, notes }]);
}

function toAnswer({ handler, call }: Running, result: unknown): Answer {
  if (isRefusal(result)) return { ...result, traceId: call.traceId };
  return { ok: true, data: handler.action.output.parse(result) };
}

export async function runRead(running: Running<Read>): Promise<Answer> {
  const { handler, call, input, notes } = running;
  const result = handler.tries ? await tryToRead(running, handler.tries) : await handler.run(call, input);
  if (notes.length > 0 || handler.tries) await audit(runOn(call.db), running, result);
  return toAnswer(running, result);
}

type Read = Handler & { kind: 'read' };

function tryToRead({ handler, call, input, notes }: Running<Read>, { limitOf, wrong }: NonNullable<Read['tries']>) {
  const look = (db: Db) => {
    notes.length = 0; // a deadlock's victim starts again
    return handler.run({ ...call, db }, input);
  };
  const isWrong = (found: unknown) => isRefusal(found) && wrong.includes(found.code);
  return tryWithin(call.db, limitOf(call), { id: null, nowMs: call.nowMs }, look, isWrong);
}

/** Claims the request id and does the work in one transaction; whoever comes second with the id is given the first answer. */
export async function runWrite(running: Running<Handler & { kind: 'write' }>, request: RequestKey): Promise<Answer> {
  const { handler, call: base, input, notes } = running;
  const kept = await once(running, request, async (trx) => {
    notes.length = 0; // a deadlock's victim starts again
    const events: Event[] = [];
    const wrong: AttemptLimit[] = [];
    const publish = (event: Event) => events.push(event);
    const countWrong = (limit: AttemptLimit) => wrong.push(limit);
    let stands = false;
    const commitDespiteRefusal = () => {
      stands = true;
    };
    const call = { ...base, db: trx, request, publish, countWrong, commitDespiteRefusal };
    const mutex = handler.mutexOf(base);
    if (mutex) await lockMutex(trx, mutex);
    const result = await undoOnRefusal(
      trx,
      () => handler.run(call, input),
      (result) => isRefusal(result) && !stands,
    );
    for (const limit of wrong) await countAttempt(trx, limit, base.nowMs);
    if (!isRefusal(result))
      await publishEvents(
        runWithTheNext(trx),
        events.map((event) => ({ event, atMs: base.nowMs })),
      );
    return result;
  });
  return toAnswer(running, isRefusal(kept) ? kept : await handler.reveal(base, kept, input));
}

/**
 * A request asked again gets its first answer before anything is looked at: a code that was good then may be too old
 * now. What is new posts in a transaction of its own, or is refused, and then the refusal is kept here.
 */
export async function runSharedWrite(
  running: Running<Handler & { kind: 'sharedWrite' }>,
  request: RequestKey,
  earlier: Earlier | null,
): Promise<Answer> {
  const { handler, call, input, addressHash } = running;
  if (earlier) return toAnswer(running, answerFrom(earlier, request).kept);
  const result = await handler.run({ ...call, request, addressHash }, input);
  if ('kept' in result) return toAnswer(running, result.kept);
  return toAnswer(running, await once(running, request, async () => result));
}

/**
 * For somebody who may not do it now: what they were answered when they still might, or null. A deed can end the right
 * to do it (unbinding), and its answer be lost on the way. A secret is for those alone who may now.
 */
export async function repeatAnswer(
  running: Running<Exclude<Handler, { kind: 'read' }>>,
  request: RequestKey,
): Promise<Answer | null> {
  if (running.handler.kind === 'write' && running.handler.hasSecret) return null;
  const earlier = await findAnswer(running.call.db, request);
  if (!earlier || (isRefusal(earlier.kept) && earlier.kept.code === 'REQUEST_ID_REUSED')) return null;
  return toAnswer(running, earlier.kept);
}

type Transaction = Parameters<Parameters<typeof inTransaction>[1]>[0];

/** Does `work` for the first caller with this request id, keeps its answer and writes the audit log. */
function once(running: Running, request: RequestKey, work: (trx: Transaction) => Promise<unknown>): Promise<unknown> {
  const { world, nowMs } = running.call;
  return inTransaction(world.database.db, async (trx) => {
    const earlier = await reserveRequest(trx, request, nowMs);
    if (earlier) return earlier.kept;
    const result = await work(trx);
    const run = runWithTheNext(trx);
    await audit(run, running, result);
    await keepAnswers(run, [{ id: request.id, answer: result }]);
    return result;
  });
}
