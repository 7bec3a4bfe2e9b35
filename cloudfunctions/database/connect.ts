import { Kysely, PostgresDialect } from 'kysely';
import { Client, type ClientBase, type ClientConfig, Pool, TypeOverrides, types } from 'pg';
import type { Schema } from './owners';
import { preparing } from './preparing';

export interface DatabaseOptions {
  readonly url: string;
  /** 'owner' is for verify, rebuild and tests of tampering; everything that serves people is 'app'. */
  readonly as?: 'app' | 'owner';
  readonly max?: number;
  /** Further settings of the server for these connections, by name. */
  readonly settings?: Readonly<Record<string, string>>;
  /** So long the app waits for a statement's answer before it takes the connection for lost; 8 s, the owner for ever. */
  readonly silenceMs?: number;
  /** So long somebody waits for a free connection, or for a new one to be made; 10 s. */
  readonly waitMs?: number;
  /** Put in by tests that make statements fail. */
  readonly Client?: new () => ClientBase;
  /** Asked on the first connection, before any statement; when it throws, nothing else is sent and the next one is asked. */
  readonly onFirstConnection?: (client: ClientBase) => Promise<void>;
  /** A connection that nobody was using broke. The pool makes another; this is for the log. */
  readonly onIdleError?: (error: Error) => void;
}

export interface Database {
  readonly pool: Pool;
  readonly db: Kysely<Schema>;
  /** For a connection outside the pool (a pipelining one, say) that keeps the app's role, limits and types. */
  readonly clientConfig: ClientConfig;
  close(): Promise<void>;
}

// no statement of ours runs long enough for compiling it to be worth the wait
const APP_SETTINGS = { role: 'behaviour_app', statement_timeout: '5000', timezone: 'UTC', jit: 'off' };
const OWNER_SETTINGS = { timezone: 'UTC' };
/** Longer than the server itself lets a statement run: then nobody is there to answer any more. */
const SILENCE_MS = 8_000;
/** With a statement's own limit below the 20 s that a cloud function has. */
const WAIT_MS = 10_000;

export function createDatabase(options: DatabaseOptions): Database {
  const clientConfig = clientConfigFor(options);
  const pool = new Pool({
    ...clientConfig,
    max: options.max ?? 10,
    onConnect: untilItHolds(async (client) => {
      if (options.as !== 'owner') await refuseUnlessApp(client);
      await options.onFirstConnection?.(client);
    }),
    ...(options.Client && { Client: options.Client }),
  });
  let isClosing = false;
  pool.on('error', (error) => {
    if (!isClosing) options.onIdleError?.(error); // whoever stops the server may be quicker than our farewell to it
  });
  // Lost while in use: whoever uses it is told by their next statement. Without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
  const close = () => {
    isClosing = true;
    return db.destroy();
  };
  return { pool, db, clientConfig, close };
}

/** Several first connections at once are asked each; once one has passed, so have all. */
function untilItHolds(ask: (client: ClientBase) => Promise<void>): (client: ClientBase) => Promise<void> {
  let holds = false;
  return async (client) => {
    if (!holds) await ask(client);
    holds = true;
  };
}

/** What stands between may drop the settings that a connection starts with; the app would be the owner then. */
async function refuseUnlessApp(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ who: string; limit: string }>(
    `select current_user as who, current_setting('statement_timeout') as "limit"`,
  );
  const { who, limit } = rows[0] ?? {};
  if (who === APP_SETTINGS.role && limit !== '0') return;
  const how =
    who === APP_SETTINGS.role ? 'without a limit to its statements' : `as ${who}, not as ${APP_SETTINGS.role}`;
  throw new Error(
    `The app would work ${how}: something before the database ignores the settings of a connection's start, as a transaction pooler does. Let DATABASE_URL name the server itself.`,
  );
}

/** For a cloud function: the database that its environment names, which somebody else has migrated. */
export function connectOnly(env: NodeJS.ProcessEnv, options: Omit<DatabaseOptions, 'url'> = {}): Database {
  const url = databaseUrl(env);
  if (!url) throw new Error('No database: set DATABASE_URL, or PGHOST, PGDATABASE, PGUSER and PGPASSWORD.');
  return createDatabase({ ...options, url });
}

/** `DATABASE_URL`, or one made of `PGHOST`, `PGPORT`, `PGDATABASE`, `PGUSER`, `PGPASSWORD` and `PGSSLMODE`. */
export function databaseUrl(env: NodeJS.ProcessEnv): string | undefined {
  if (env.DATABASE_URL) return understood('DATABASE_URL', env.DATABASE_URL);
  if (!env.PGHOST) return undefined;
  const part = (name: string) => encodeURIComponent(env[name] ?? '');
  const ssl = env.PGSSLMODE ? `&sslmode=${part('PGSSLMODE')}` : '';
  return `postgresql://${part('PGUSER')}:${part('PGPASSWORD')}@localhost:${env.PGPORT ?? '5432'}/${part('PGDATABASE')}?host=${part('PGHOST')}${ssl}`;
}

/** What cannot be read as an address is named by its variable, and never told: there is a password in it. */
export function understood(name: string, url: string): string {
  try {
    new Client({ connectionString: url });
    return url;
  } catch {
    const how = 'in a password write % as %25, # as %23, / as %2F, ? as %3F, @ as %40, : as %3A';
    throw new Error(`${name} is not an address such as postgresql://user:password@host:5432/database: ${how}.`);
  }
}

/** Settings go along with the connection's start, so that no pooled connection is ever without them, not even for one query. */
function clientConfigFor({
  url,
  as,
  settings,
  silenceMs = SILENCE_MS,
  waitMs = WAIT_MS,
}: DatabaseOptions): ClientConfig {
  const wanted = Object.entries({ ...(as === 'owner' ? OWNER_SETTINGS : APP_SETTINGS), ...settings });
  const options = wanted.map(([name, value]) => `-c ${name}=${value}`).join(' ');
  return {
    connectionString: `${url}${url.includes('?') ? '&' : '?'}options=${encodeURIComponent(options)}`,
    connectionTimeoutMillis: waitMs,
    ...(as !== 'owner' && { query_timeout: silenceMs }), // a host that vanished closes no connection
    pipeline: true, // statements sent without awaiting the one before go out at once: posting needs two round trips
    types: typeParsers(),
  };
}

/** bigint as a number, which points fit; a date as the words it is, since a JavaScript Date would give it a time zone. */
function typeParsers(): TypeOverrides {
  const overrides = new TypeOverrides();
  overrides.setTypeParser(types.builtins.INT8, parseSafeInteger);
  overrides.setTypeParser(types.builtins.DATE, (text) => text);
  return overrides;
}

function parseSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} from the database is too large for a number`);
  return value;
}
