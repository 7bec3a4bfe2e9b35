import type { ClientBase } from 'pg';
import { connectOnly } from '../../database/connect';
import { claimInstallation } from '../../database/installation';
import { systemClock } from '../../kit/clock';
import { systemRandom } from '../../kit/ids';
import { createKeys } from '../../kit/keys';
import { createLog } from '../../kit/log';
import type { World } from '../../kit/world';
import { originFrom } from '../origin';
import { secretFromEnvironment } from '../secret';

/** A function's instance serves one request at a time; the second connection is for a read beside an open transaction. */
const CONNECTIONS = 2;

/** The world of one function instance, from the function's environment alone. */
export function createFunctionWorld(env: NodeJS.ProcessEnv): World {
  const origin = originFrom(env);
  const keys = createKeys(secretFromEnvironment(env)());
  const log = createLog(env.LOG_LEVEL ?? 'info');
  const onIdleError = (err: Error) => log.warn({ err }, 'an idle database connection broke');
  const onFirstConnection = (client: ClientBase) => claimInstallation(client, keys);
  return {
    database: connectOnly(env, { max: CONNECTIONS, onIdleError, onFirstConnection }),
    clock: systemClock,
    random: systemRandom,
    keys,
    log,
    origin,
  };
}
