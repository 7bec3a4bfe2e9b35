import { randomUUID } from 'node:crypto';
import { createLog } from '../../kit/log';
import { type Answer, refuse } from '../../kit/refusal';
import { type Dispatch, openRoom, type Room } from '../../kit/room';
import type { FindPrincipal } from '../../kit/serve';
import type { World } from '../../kit/world';
import { limitCalls } from './call-limits';
import { addressFromContext, identityFromContext } from './context-identity';
import { createFunctionWorld } from './world';

export type CloudFunction = (event: unknown, context: unknown) => Promise<Answer>;

/**
 * A room as a cloud function's `main(event, context)`. The event is `{ action, input, requestId? }`, action without the
 * room's name; whatever else stands in it (WeChat adds `userInfo` itself, and a client can forge it) is not looked at.
 */
export function cloudFunction(
  room: Room,
  findPrincipal: FindPrincipal,
  createWorld: (env: NodeJS.ProcessEnv) => World = createFunctionWorld,
): CloudFunction {
  const open = openOnce(() => {
    const world = createWorld(process.env);
    return limitCalls(room, openRoom(room, world, findPrincipal), world, process.env);
  });
  return async (event, context) => {
    const { action, input, requestId } = asEvent(event);
    try {
      const identity = await identityFromContext(context);
      if (!identity) return { ...refuse('NOT_SIGNED_IN'), traceId: randomUUID() };
      const address = addressFromContext(context);
      const body = { input, ...(requestId !== undefined && { requestId }) };
      const incoming = { body, identity, ...(address !== null && { address }) };
      return await open()(typeof action === 'string' ? action : '', incoming);
    } catch (err) {
      const traceId = randomUUID();
      createLog('error').error({ traceId, err }, `the function ${room.name} could not answer`);
      return { ok: false, code: 'FAULT', detail: {}, traceId };
    }
  };
}

/** Once for an instance that stays warm; after a failure the next call tries again. */
function openOnce(make: () => Dispatch): () => Dispatch {
  let dispatch: Dispatch | undefined;
  return () => {
    dispatch ??= make();
    return dispatch;
  };
}

function asEvent(event: unknown): { action?: unknown; input?: unknown; requestId?: unknown } {
  return typeof event === 'object' && event !== null ? event : {};
}
