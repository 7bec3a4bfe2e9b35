import path from 'node:path';
import { databaseUrl } from '../database/connect';
import { limitFactorIn } from '../kit/call-limit';
import { originFrom } from '../platform/origin';
import { readTrustProxy, type TrustProxy } from './trust-proxy';

/** What the operator may set; see docs. Everything has a value that suits a trial on one's own machine. */
export interface Settings {
  readonly port: number;
  /** Where it listens: this machine alone, unless told otherwise or in production. */
  readonly host: string;
  readonly isProduction: boolean;
  /** The page address that QR codes carry. */
  readonly origin: string;
  readonly dataFolder: string;
  readonly trustProxy: TrustProxy;
  /** Set only behind WeChat CloudRun's gateway. */
  readonly trustGatewayHeader: boolean;
  /** Multiplies every rate limit; 0 switches them off, for measuring. */
  readonly limitFactor: number;
  /** By itself only where the database is embedded; one that the environment names may be meant for real. */
  readonly fillsDemo: boolean;
  readonly logLevel: string;
}

export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const { isProduction } = readHome(env);
  const port = wholeNumber('PORT', env.PORT, 8787, 65_535);
  return {
    port,
    host: env.HOST ?? (isProduction ? '0.0.0.0' : 'localhost'),
    ...readHome(env),
    origin: originFrom(env, isProduction ? undefined : { port }),
    trustProxy: readTrustProxy(env.TRUST_PROXY),
    trustGatewayHeader: env.TRUST_WX_HEADER === '1',
    limitFactor: limitFactorIn(env),
    fillsDemo: !isProduction && (databaseUrl(env) ? env.DEMO === '1' : env.DEMO !== '0'),
    logLevel: env.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
  };
}

/** All that a tool needs which serves nobody. */
export function readHome(env: NodeJS.ProcessEnv): Pick<Settings, 'isProduction' | 'dataFolder'> {
  return { isProduction: env.NODE_ENV === 'production', dataFolder: path.resolve(env.DATA_DIR ?? '.data') };
}

function wholeNumber(name: string, text: string | undefined, otherwise: number, max: number): number {
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > max)
    throw new Error(`${name}=${text} is not a whole number from 0 to ${max}.`);
  return value;
}
