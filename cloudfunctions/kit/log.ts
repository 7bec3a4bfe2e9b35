import pino, { type DestinationStream, type Logger } from 'pino';

/** Names under which personal data or secrets could stand. They never reach a log line, however deep. */
const NEVER = new Set([
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
  'partBase64',
  'input',
  'password',
  'authorization',
  'cookie',
]);
const CENSOR = '…';
const DEEPEST = 8;

/** A mainland mobile number, wherever it stands: in an error's message, in a row that the database quotes. */
const PHONE = /(?<![0-9A-Za-z])1\d{10}(?![0-9A-Za-z])/g;

function clean(value: unknown, depth = 0): unknown {
  if (value instanceof Error) return cleanError(value, depth);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= DEEPEST || ArrayBuffer.isView(value)) return CENSOR;
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, NEVER.has(name) ? CENSOR : clean(field, depth + 1)]),
  );
}

/** What finds a bug, and not the fields by which the database quotes a row's contents. */
function cleanError(error: Error, depth: number): object {
  const { code, constraint, cause } = error as Error & { code?: unknown; constraint?: unknown };
  return {
    type: error.name, // a class's own name is another in what is deployed
    message: error.message,
    stack: error.stack,
    ...(typeof code === 'string' && { errorCode: code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(cause !== undefined && depth < DEEPEST && { cause: clean(cause, depth + 1) }),
  };
}

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

/** One JSON object a line: ids, codes, durations. Errors are written with their stack, once, where a request enters. */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: (fields) => clean(fields) as Record<string, unknown> },
    serializers: { err: (cleaned) => cleaned },
    hooks: { streamWrite: (line) => line.replace(PHONE, CENSOR) },
  };
  return destination ? pino(options, destination) : pino(options);
}
