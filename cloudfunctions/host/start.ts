import type { FastifyInstance } from 'fastify';
import { openDatabase } from '../database/open';
import { systemClock } from '../kit/clock';
import { systemRandom } from '../kit/ids';
import type { Keys } from '../kit/keys';
import { createLog } from '../kit/log';
import type { World } from '../kit/world';
import { publishedLinesIn } from '../platform/local/published-file';
import { createApp } from './app';
import { prepareDemo } from './demo';
import { installationMark } from './health';
import { openKeys } from './installation-keys';
import { startJobClock } from './job-clock';
import { portTakenMessage, runningAlreadyMessage, whoHolds } from './port-taken';
import { findPrincipal, rooms, runDueJobs } from './rooms';
import type { Settings } from './settings';
import { findWeb } from './web';

export interface RunningHost {
  readonly port: number;
  readonly isDemo: boolean;
  readonly hasWeb: boolean;
  /** Milliseconds that filling the demo took; null where it was there already or is not wanted. */
  readonly filledInMs: number | null;
  /** Takes nothing new, finishes what has begun, then closes the database and ends the server it started. */
  stop(): Promise<void>;
}

/** A start that cannot or need not go on: told as it is, without a stack. */
export class StartRefused extends Error {
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

/** `stopping` ends a start that is still going on: it throws then, with everything closed again. */
export async function startHost(
  env: NodeJS.ProcessEnv,
  settings: Settings,
  webFolder: string,
  stopping: AbortSignal,
): Promise<RunningHost> {
  const keys = openKeys(env, settings);
  if (settings.port !== 0) await refuseWhenTaken(settings, keys);
  const log = createLog(settings.logLevel);
  const onIdleError = (err: Error) => log.warn({ err }, 'an idle database connection broke');
  const database = await openDatabase(env, { max: 20, onIdleError, keys });
  try {
    stopping.throwIfAborted();
    const outside = { log, origin: settings.origin, published: publishedLinesIn(settings.dataFolder) };
    const world: World = { database, clock: systemClock, random: systemRandom, keys, ...outside };
    const demo = await prepareDemo(world, database.ownerUrl, settings.fillsDemo, stopping);
    stopping.throwIfAborted();
    const web = findWeb(webFolder);
    const app = await createApp({ world, rooms, findPrincipal, settings, isDemo: demo.isThere, web });
    const port = await listen(app, settings, keys);
    const jobs = startJobClock(world, (now) => runDueJobs(now));
    const stop = once(async () => {
      await Promise.all([app.close(), jobs.stop()]);
      await database.close();
    });
    return { port, isDemo: demo.isThere, hasWeb: web !== null, filledInMs: demo.filledInMs, stop };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function refuseWhenTaken(settings: Settings, keys: Keys): Promise<void> {
  const holder = await whoHolds(settings.port, installationMark({ keys }, settings.dataFolder));
  if (holder.kind === 'us') throw new StartRefused(runningAlreadyMessage(settings.port), settings.isProduction ? 1 : 0);
  if (holder.kind === 'other') throw new StartRefused(portTakenMessage(settings.port, holder.what), 1);
}

async function listen(app: FastifyInstance, settings: Settings, keys: Keys): Promise<number> {
  try {
    await app.listen({ port: settings.port, host: settings.host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') await refuseWhenTaken(settings, keys); // two that started at the same moment
    if (code === 'EADDRINUSE') throw new StartRefused(portTakenMessage(settings.port, 'another program'), 1);
    if (code === 'EACCES')
      throw new StartRefused(`Port ${settings.port} is not for an ordinary user: choose one from 1024 up by PORT.`, 1);
    throw error;
  }
  const address = app.server.address();
  return typeof address === 'object' && address ? address.port : settings.port;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}
