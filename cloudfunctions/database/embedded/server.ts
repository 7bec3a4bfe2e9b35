import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { ensureCluster, isCluster } from './cluster';
import { isServed, type Launch, launch, readPostmaster, removeStaleLock, SOCKET_PORT, stopServer } from './postmaster';

type Settings = Readonly<Record<string, string>>;

export interface EmbeddedOptions {
  readonly dir: string;
  /** Server settings, such as `max_connections`; they count only for the process that starts the server. */
  readonly settings?: Settings;
}

export interface EmbeddedServer {
  /** The real path of the data folder. */
  readonly dir: string;
  /** The address of one of its databases, for its owner unless another login is named. */
  url(database: string, login?: string): string;
  /** Stops the server, unless another process still uses it: the last one to leave turns off the light. */
  stop(): Promise<'stopped' | 'shared'>;
}

// Every process that uses the server keeps one connection with this lock shared ("bbse"); only a process that gets it
// alone stops the server. A killed process loses its connection and with it the lock, so it never counts.
const IN_USE_LOCK = 0x62627365;
const START_LIMIT_MS = 60_000;
const POLL_MS = 20;
const REVIVE_PAUSE_MS = 1_000;

/**
 * Makes the folder a cluster if needed and starts its server, or shares the one that runs there already, whoever started
 * it and however that process ended. A server that dies is started again. It listens on a Unix socket only, which only
 * the folder's owner reaches.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const dir = await ensureCluster(options.dir);
  const settings = options.settings ?? {};
  return new SharedServer(dir, settings, await acquire(dir, settings));
}

class SharedServer implements EmbeddedServer {
  private readonly socketDir: string;
  private reviving: Promise<void> | undefined;
  private stopping: Promise<'stopped' | 'shared'> | undefined;

  constructor(
    readonly dir: string,
    private readonly settings: Settings,
    private keeper: Client,
  ) {
    this.socketDir = keeper.host;
    this.watch(keeper);
  }

  url(database: string, login?: string): string {
    return urlOf(this.socketDir, database, login);
  }

  stop(): Promise<'stopped' | 'shared'> {
    this.stopping ??= this.leave();
    return this.stopping;
  }

  private watch(keeper: Client): void {
    keepAlive(keeper, false);
    keeper.once('end', () => {
      this.reviving = this.revive();
    });
  }

  /** The server died, or ended our connection: until it is there again nobody would know that we use it. */
  private async revive(): Promise<void> {
    while (!this.stopping && isCluster(this.dir)) {
      try {
        this.keeper = await acquire(this.dir, this.settings);
        this.watch(this.keeper);
        return;
      } catch {
        await sleep(REVIVE_PAUSE_MS, undefined, { ref: false }); // whoever asks it something meanwhile says what is wrong
      }
    }
  }

  private async leave(): Promise<'stopped' | 'shared'> {
    await this.reviving;
    keepAlive(this.keeper, true);
    const isLast = await becomeLast(this.keeper);
    if (isLast) await this.turnOff();
    await this.keeper.end().catch(() => {});
    return isLast ? 'stopped' : 'shared';
  }

  private async turnOff(): Promise<void> {
    const postmaster = readPostmaster(this.dir);
    if (postmaster) await stopServer(this.dir, postmaster);
    if (this.socketDir !== this.dir) rmSync(this.socketDir, { recursive: true, force: true });
  }
}

/** Answers with a connection that holds the shared lock, starting the server when there is none. */
async function acquire(dir: string, settings: Settings): Promise<Client> {
  const giveUpAtMs = performance.now() + START_LIMIT_MS;
  let launched: Launch | undefined;
  while (performance.now() < giveUpAtMs) {
    const found = await join(dir);
    if (found instanceof Client) return found;
    if (found === 'absent' && !launched?.isRunning()) {
      const failure = launched?.failure();
      if (failure) throw notStarted(dir, failure);
      launched = launch(dir, settings);
    }
    await sleep(POLL_MS);
  }
  throw notStarted(dir, `no answer within ${START_LIMIT_MS / 1000} s, see server.log there`);
}

/** 'busy': a server is there but comes up or goes down just now. */
async function join(dir: string): Promise<Client | 'busy' | 'absent'> {
  const postmaster = readPostmaster(dir);
  if (!postmaster) return 'absent';
  if (postmaster.socketDir && postmaster.isReady) {
    const client = await enter(postmaster.socketDir);
    if (client) return client;
  }
  if (isServed(dir, postmaster)) return 'busy';
  removeStaleLock(dir, postmaster);
  return 'absent';
}

async function enter(socketDir: string): Promise<Client | undefined> {
  const client = new Client({
    connectionString: urlOf(socketDir, 'postgres'),
    application_name: 'behaviour-bank keeper',
    connectionTimeoutMillis: 2_000,
  });
  client.on('error', () => {}); // 'end' follows, and is what is acted upon
  try {
    await client.connect();
    const { rows } = await client.query<{ ok: boolean }>(`select pg_try_advisory_lock_shared(${IN_USE_LOCK}) as ok`);
    if (rows[0]?.ok) return client;
  } catch {
    // not up yet, going down, or gone: the caller looks which
  }
  await client.end().catch(() => {});
  return undefined;
}

/**
 * The shared lock goes first: of two that leave together, neither may find the other in its way. A connection that breaks
 * meanwhile was ended by the one who stops the server.
 */
async function becomeLast(keeper: Client): Promise<boolean> {
  try {
    await keeper.query(`select pg_advisory_unlock_shared(${IN_USE_LOCK})`);
    const { rows } = await keeper.query<{ ok: boolean }>(`select pg_try_advisory_lock(${IN_USE_LOCK}) as ok`);
    return rows[0]?.ok ?? false;
  } catch {
    return false;
  }
}

/** Whether the keeper keeps Node alive: not while it only waits, so that a program which forgets to stop can still end. */
function keepAlive(keeper: Client, on: boolean): void {
  const handle = keeper as Client & { ref(): void; unref(): void };
  if (on) handle.ref();
  else handle.unref();
}

function notStarted(dir: string, why: string): Error {
  const wayOut = 'Set DATABASE_URL to a PostgreSQL server to do without it.';
  return new Error(`The embedded PostgreSQL in ${dir} does not start: ${why}. ${wayOut}`);
}

function urlOf(socketDir: string, database: string, login = 'postgres'): string {
  return `postgresql://${login}@localhost:${SOCKET_PORT}/${database}?host=${encodeURIComponent(socketDir)}`;
}
