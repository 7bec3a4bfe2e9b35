import { randomUUID } from 'node:crypto';
import type { Action, OutputOf, RequestOf } from '../../kit/action';
import { newId } from '../../kit/ids';
import { type Serve, serve } from '../../kit/serve';
import type { World } from '../../kit/world';
import { businessDate, startOfDayMs } from '../../values/dates';
import { findPrincipal, rooms } from '../rooms';

/** A stage on which the demo's people call the same actions as anybody, at times that are past. */
export interface Stage {
  readonly world: World;
  /** The time outside, which goes on as it does. */
  outsideNowMs(): number;
  /** Moves the stage's own clock; the world outside keeps its time. */
  setTime(ms: number): void;
  /** Calls an action as somebody, and throws when it is refused: the demo's own people know the rules. */
  act<A extends Action>(identityId: string, action: A, input: RequestOf<A>): Promise<OutputOf<A>>;
  /** Likewise, for what is to be refused in just this way: it throws when it is not. */
  isTold<A extends Action>(identityId: string, action: A, input: RequestOf<A>, code: string): Promise<void>;
  makeId(): string;
}

/** `stopping` ends the play before its next act. */
export function openStage(outside: World, startMs: number, stopping?: AbortSignal): Stage {
  let nowMs = startMs;
  // A database object of its own: whatever is kept per database (the posting batcher) must not outlive the stage's clock.
  const world: World = { ...outside, database: { ...outside.database }, clock: () => nowMs };
  const served = new Map<string, Serve>();
  for (const { actions } of rooms)
    for (const handler of actions) served.set(handler.action.name, serve(world, findPrincipal, handler));
  const ask = async <A extends Action>(identityId: string, action: A, input: RequestOf<A>) => {
    stopping?.throwIfAborted();
    const body = { input, requestId: randomUUID() };
    return served.get(action.name)?.({ body, identity: { kind: 'session', identityId } });
  };
  const fail = (action: Action, answer: Awaited<ReturnType<typeof ask>>): never => {
    const why = !answer
      ? 'there is no such action'
      : answer.ok
        ? 'it was not refused'
        : `${answer.code} ${JSON.stringify(answer.detail)}`;
    throw new Error(`The demo could not be filled: ${action.name} on ${businessDate(nowMs)}: ${why}`);
  };
  return {
    world,
    outsideNowMs: outside.clock,
    setTime: (ms) => {
      nowMs = ms;
    },
    makeId: () => newId(world),
    act: async <A extends Action>(identityId: string, action: A, input: RequestOf<A>) => {
      const answer = await ask(identityId, action, input);
      return answer?.ok ? (answer.data as OutputOf<A>) : fail(action, answer);
    },
    isTold: async (identityId, action, input, code) => {
      const answer = await ask(identityId, action, input);
      if (!answer || answer.ok || answer.code !== code) fail(action, answer);
    },
  };
}

/** That time of day on a business date, Asia/Shanghai. */
export function at(date: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDayMs(date) + (hours * 60 + minutes) * 60_000;
}
