import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { invalidInput, refuseMethodNames } from '../kit/invalid-input';
import { refuse } from '../kit/refusal';
import type { World } from '../kit/world';
import { sendAnswer, sendRefusal } from './answer';
import { giveCookie, isFromOurPages, shownToken, takeCookie } from './caller';
import { findPersona, livePersonas } from './demo/sign-in';
import type { Limits } from './limits';
import { startSession, stopSession } from './sessions';
import type { Settings } from './settings';

export interface SessionOptions {
  readonly world: World;
  readonly settings: Settings;
  readonly limits: Limits;
}

/** `DELETE /api/session`: signs out, whoever asks with a token; the token is dead from then on. */
export function addSignOut(app: FastifyInstance, { world, settings }: SessionOptions): void {
  app.delete('/api/session', async (request, reply) => {
    if (!isFromOurPages(request.headers, request.host, settings.origin))
      return sendRefusal(reply, world, refuse('ORIGIN_NOT_ALLOWED'));
    await endShown(world, settings, request);
    takeCookie(reply, settings.isProduction);
    return sendAnswer(reply, { ok: true, data: { signedIn: false } }, world.clock());
  });
}

const Ask = z.strictObject({ persona: z.string("a persona's key").max(40) });
export const SIGN_IN_LIMIT_BYTES = 1024;

/** The persona picker. Registered only where the demo is: in production these paths are as unknown as any other. */
export function addDemoSignIn(app: FastifyInstance, { world, settings, limits }: SessionOptions): void {
  app.get('/api/session/personas', async (_request, reply) =>
    sendAnswer(reply, { ok: true, data: { personas: await livePersonas(world) } }, world.clock()),
  );
  app.post('/api/session/demo', { bodyLimit: SIGN_IN_LIMIT_BYTES }, async (request, reply) => {
    const tooMany = await limits.ofSignIn(request, null);
    if (tooMany) return sendRefusal(reply, world, tooMany);
    if (!isFromOurPages(request.headers, request.host, settings.origin))
      return sendRefusal(reply, world, refuse('ORIGIN_NOT_ALLOWED'));
    const unreadable = refuseMethodNames(request.body);
    if (unreadable) return sendRefusal(reply, world, unreadable);
    const ask = Ask.safeParse(request.body);
    if (!ask.success) return sendRefusal(reply, world, invalidInput(ask.error));
    const identityId = await findPersona(world, ask.data.persona);
    if (!identityId) return sendRefusal(reply, world, refuse('PERSONA_NOT_FOUND'));
    await endShown(world, settings, request);
    const session = await startSession(world, identityId);
    giveCookie(reply, session, settings.isProduction);
    return sendAnswer(reply, { ok: true, data: session }, world.clock());
  });
}

/** Rotation: whatever token came along ends here. */
async function endShown(world: World, settings: Settings, request: FastifyRequest): Promise<void> {
  const shown = shownToken(request, settings.isProduction);
  if (shown) await stopSession(world, shown.token);
}
