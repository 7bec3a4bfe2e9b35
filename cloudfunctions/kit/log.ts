import pino, { type DestinationStream, type Logger } from 'pino';

/** Names under which personal data or secrets could stand. They never reach a log line, however deep. */
const NEVER = [
  'name',
  'phone',
  'address',
  'idTail',
  'code',
  'token',
  'qr',
  'card',
  'key',
  'openid',
  'fileBase64',
  'input',
  'password',
  'authorization',
  'cookie',
];
const redact = {
  paths: NEVER.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  censor: '…',
};

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** One JSON object a line: ids, codes, durations. Errors are written with their stack, once, where a request enters. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    redact,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination ? pino(options, destination) : pino(options);
}
