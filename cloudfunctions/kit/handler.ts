import type { Action, InputOf, OutputOf, RefusalOf } from './action';
import type { AttemptLimit } from './attempt';
import type { AuditNote } from './audit';
import type { Event } from './outbox/event';
import type { CallerOf, Principal } from './principal';
import { isRefusal, type Refusal } from './refusal';
import type { RequestKey } from './request-log';
import type { Db } from './transaction';
import type { World } from './world';

/**
 * What a handler is given. Everything it needs to decide, and nothing that it could mistake for the caller's word.
 * `C` is what the contract's `allow` says of the caller.
 */
export interface Call<C extends Principal | null = Principal | null> {
  readonly world: World;
  /** Inside a write: its transaction. Inside a read: the pool. */
  readonly db: Db;
  /** Null only where the contract allows `anyone` and nobody is signed in. */
  readonly caller: C;
  readonly nowMs: number;
  /** Asia/Shanghai. */
  readonly today: string;
  readonly traceId: string;
  /** Adds a line to the audit log, kept with the outcome. Reads that look at personal data note it too. */
  note(note: AuditNote): void;
}

export interface WriteCall<C extends Principal | null = Principal | null> extends Call<C> {
  readonly request: RequestKey;
  /** For rooms above, in the same transaction; forgotten when the answer is a refusal. */
  publish(event: Event): void;
  /** Counts a wrong try, kept even though the answer is a refusal. */
  countWrong(limit: AttemptLimit): void;
  /**
   * What the handler has written stands although it refuses, and so do its locks: for a code's own count of tries, so
   * that wrong ones sent all at once are all counted.
   */
  commitDespiteRefusal(): void;
}

/** Given to handlers that post: they own their transaction and must keep the answer in the request log themselves. */
export interface SharedWriteCall<C extends Principal | null = Principal | null> extends Call<C> {
  readonly request: RequestKey;
  readonly addressHash: Buffer | null;
}

/** Callers of one key take turns: needed where wrong tries are counted. Null lets a call through. */
type MutexOf<A extends Action> = (call: Call<CallerOf<A>>) => string | null;
const noMutex = () => null;

/** Of a read by a code that could be guessed: how many wrong tries there are, and which refusals are wrong ones. */
interface Tries<A extends Action = Action> {
  limitOf(call: Call<CallerOf<A>>): AttemptLimit;
  readonly wrong: readonly RefusalOf<A>[];
}

type Outcome<T, A extends Action> = Promise<T | Refusal<RefusalOf<A>>>;

export type Handler =
  | {
      readonly action: Action;
      readonly kind: 'read';
      run(call: Call, input: unknown): Promise<unknown>;
      readonly tries: Tries | null;
    }
  | {
      readonly action: Action;
      readonly kind: 'write';
      run(call: WriteCall, input: unknown): Promise<unknown>;
      reveal(call: Call, kept: unknown, input: unknown): unknown;
      readonly hasSecret: boolean;
      /** Calls with the same key wait for each other; null lets a call through. */
      mutexOf(call: Call): string | null;
    }
  | {
      readonly action: Action;
      readonly kind: 'sharedWrite';
      readonly run: SharedWriteRun;
    };
type SharedWriteRun = (call: SharedWriteCall, input: unknown) => Promise<{ readonly kept: unknown } | Refusal>;

/**
 * Changes nothing. Where it is by a code that could be guessed, `tries` says how often: the kit counts beside the read, and
 * whoever has no try left is not let look.
 */
export function read<A extends Action>(
  action: A,
  run: (call: Call<CallerOf<A>>, input: InputOf<A>) => Outcome<OutputOf<A>, A>,
  tries: Tries<A> | null = null,
): Handler {
  return {
    action,
    kind: 'read',
    run: run as (call: Call, input: unknown) => Promise<unknown>,
    tries: tries as Tries | null,
  };
}

/**
 * A write in one transaction. A refusal undoes what the handler wrote and is kept as the request's answer. What the
 * contract does not know throws before the commit: nothing is kept that could not be answered.
 */
export function write<A extends Action>(
  action: A,
  run: (call: WriteCall<CallerOf<A>>, input: InputOf<A>) => Outcome<OutputOf<A>, A>,
  mutexOf: MutexOf<A> = noMutex,
): Handler {
  return {
    action,
    kind: 'write',
    run: async (call, input) => {
      const result = await run(call as WriteCall<CallerOf<A>>, input as InputOf<A>);
      return isRefusal(result) ? result : action.output.parse(result);
    },
    reveal: (_call, kept) => kept,
    hasSecret: false,
    mutexOf: mutexOf as (call: Call) => string | null,
  };
}

/**
 * A write whose answer holds a secret (a code, a QR text): only what `run` returns is kept in the request log,
 * `reveal` adds the secret to the first answer and to every repetition of it.
 */
export function writeWithSecret<A extends Action, Kept>(
  action: A,
  run: (call: WriteCall<CallerOf<A>>, input: InputOf<A>) => Outcome<Kept, A>,
  reveal: (call: Call<CallerOf<A>>, kept: Kept, input: InputOf<A>) => OutputOf<A> | Promise<OutputOf<A>>,
  mutexOf: MutexOf<A> = noMutex,
): Handler {
  return {
    action,
    kind: 'write',
    run: run as (call: WriteCall, input: unknown) => Promise<unknown>,
    reveal: reveal as (call: Call, kept: unknown, input: unknown) => unknown,
    hasSecret: true,
    mutexOf: mutexOf as (call: Call) => string | null,
  };
}

/**
 * A write that shares its transaction with other callers, see award/post: `run` gives what that kept for the request.
 * A refusal decided before it came so far is kept by `serve`.
 */
export function sharedWrite<A extends Action>(
  action: A,
  run: (
    call: SharedWriteCall<CallerOf<A>>,
    input: InputOf<A>,
  ) => Promise<{ readonly kept: unknown } | Refusal<RefusalOf<A>>>,
): Handler {
  return { action, kind: 'sharedWrite', run: run as SharedWriteRun };
}
