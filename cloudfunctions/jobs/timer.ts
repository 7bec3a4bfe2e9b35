import { randomUUID } from 'node:crypto';
import { createLog } from '../kit/log';
import { type Answer, refuse } from '../kit/refusal';
import type { World } from '../kit/world';
import { identityFromContext } from '../platform/cloudbase/context-identity';
import { createFunctionWorld } from '../platform/cloudbase/world';
import { runDueJobs } from './run-due';

/** As it is named in cloudbaserc.json. */
export const TRIGGER_NAME = 'every-five-minutes';

export type TimerFunction = (event: unknown, context: unknown) => Promise<Answer>;

/**
 * The jobs as a cloud function that a timer starts. Clients are kept out by the function rule ("jobs": invoke false);
 * here stands the second bar: whoever comes with an openid is a client, and an event without the timer's marks is none of
 * the timer's. Forging it gains nothing: what is not due is not run.
 */
export function timerFunction(createWorld: (env: NodeJS.ProcessEnv) => World = createFunctionWorld): TimerFunction {
  let world: World | undefined;
  return async (event, context) => {
    const traceId = randomUUID();
    if (!isTimer(event) || (await identityFromContext(context)))
      return { ...refuse('NOT_ALLOWED', { because: 'role' }), traceId };
    try {
      world ??= createWorld(process.env);
      return { ok: true, data: { runs: await runDueJobs(world) } };
    } catch (err) {
      createLog('error').error({ traceId, err }, 'the jobs could not be run');
      return { ok: false, code: 'FAULT', detail: {}, traceId };
    }
  };
}

function isTimer(event: unknown): boolean {
  if (typeof event !== 'object' || event === null) return false;
  const { Type, TriggerName } = event as { Type?: unknown; TriggerName?: unknown };
  return Type === 'Timer' && TriggerName === TRIGGER_NAME;
}
