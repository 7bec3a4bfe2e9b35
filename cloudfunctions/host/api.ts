import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Handler } from '../kit/handler';
import type { CallerIdentity } from '../kit/principal';
import { refuse } from '../kit/refusal';
import { type Dispatch, openRoom, type Room } from '../kit/room';
import type { FindPrincipal } from '../kit/serve';
import type { World } from '../kit/world';
import { sendAnswer, sendRefusal } from './answer';
import { type callerFinder, giveRenewed, isSomebodyElse } from './caller';
import type { Limits } from './limits';

/** No action's longest request has more: WeChat carries no longer text to a function, and tests/house holds every contract to it. */
export const BODY_LIMIT_BYTES = 100 * 1024;

export interface ApiOptions {
  readonly world: World;
  readonly rooms: readonly Room[];
  readonly findPrincipal: FindPrincipal;
  readonly findCaller: ReturnType<typeof callerFinder>;
  readonly limits: Limits;
  readonly isProduction: boolean;
}

export const pathOf = (actionName: string) => `/api/${actionName.replace('.', '/')}`;

/** `POST /api/<room>/<verb>` for every action there is; each knows its own limits. */
export function addApi(app: FastifyInstance, options: ApiOptions): void {
  for (const room of options.rooms) {
    const dispatch = openRoom(room, options.world, options.findPrincipal);
    for (const handler of room.actions) addAction(app, options, dispatch, handler);
  }
}

function addAction(app: FastifyInstance, options: ApiOptions, dispatch: Dispatch, handler: Handler): void {
  const { world, findCaller, limits, isProduction } = options;
  const verb = handler.action.name.slice(handler.action.name.indexOf('.') + 1);
  const ofAction = limits.ofAction(handler.action);
  const known = new WeakMap<FastifyRequest, CallerIdentity | null>();

  // Before the body is read: who floods us shall not make us parse megabytes as well.
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    const crowded = await limits.ofAddress(request, null);
    if (crowded) return sendRefusal(reply, world, crowded);
    const caller = await findCaller(request);
    if (caller === 'foreignPage') return sendRefusal(reply, world, refuse('ORIGIN_NOT_ALLOWED'));
    giveRenewed(reply, caller, isProduction);
    if (isSomebodyElse(request, caller.identity)) return sendRefusal(reply, world, refuse('SIGNED_IN_AS_OTHER'));
    const tooMany = await ofAction(request, caller.identity && nameOf(caller.identity));
    if (tooMany) return sendRefusal(reply, world, tooMany);
    known.set(request, caller.identity);
  };
  app.post(pathOf(handler.action.name), { onRequest }, async (request, reply) => {
    const identity = known.get(request) ?? null;
    const answer = await dispatch(verb, { body: request.body, identity, address: request.ip });
    return sendAnswer(reply, answer, world.clock());
  });
}

const nameOf = (identity: CallerIdentity) => (identity.kind === 'session' ? identity.identityId : identity.openid);
