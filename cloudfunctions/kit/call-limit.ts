import { MINUTE_MS } from '../values/dates';
/** How often one person may call one action, whichever way in they come by. As fast as one can tap stays below. */
export const CALLS_PER_MINUTE = { read: 600, write: 120 } as const;
export const CALL_WINDOW_MS = MINUTE_MS;

/** RATE_LIMIT_FACTOR: what the figures are multiplied by; 1 when it is not set, 0 for no limits. */
export function limitFactorIn({ RATE_LIMIT_FACTOR: text }: NodeJS.ProcessEnv): number {
  const factor = text === undefined || text === '' ? 1 : Number(text);
  if (!Number.isFinite(factor) || factor < 0) throw new Error(`RATE_LIMIT_FACTOR=${text} is not a number from 0 up.`);
  return factor;
}
