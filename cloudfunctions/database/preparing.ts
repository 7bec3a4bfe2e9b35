import type { Writable } from 'node:stream';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';

/** A connection prepares a statement when it sends it for the third time: what is sent once would be kept for nothing. */
const USES_BEFORE = 2;
/** The server keeps a plan of each for the connection's life. */
const MOST_PREPARED = 200;
/** Texts that may yet be sent again. Those with a list written out have no end, so the oldest are forgotten. */
const MOST_SEEN = 300;
const LONGEST_TEXT = 4_000;

/** Before a statement whose answer nobody waits for: it goes out with the next one of its transaction, its commit at the latest. */
export const WITH_THE_NEXT = '/* with the next */ ';
/** So do these, where a transaction or a part of it begins and where a part ends. */
const BEGINS_OR_ENDS_A_PART = /^(begin|start transaction|savepoint|release|rollback to)\b/;
const NOT_YET: Pick<QueryResult, 'command' | 'rowCount' | 'rows'> = { command: '', rowCount: 0, rows: [] };

/**
 * For Kysely, which names no statement: PostgreSQL would parse and plan each of them anew every time. What a pool's
 * connection sends often is prepared under a name of its own, see docs/adr/0014; what nobody waits for makes no flight of
 * its own, see docs/adr/0015.
 */
export function preparing(pool: Pool): PostgresPool {
  const clients = new WeakMap<PoolClient, PreparingClient>();
  const connect = async () => {
    const client = await pool.connect();
    const known = clients.get(client) ?? new PreparingClient(client);
    clients.set(client, known);
    return known as unknown as PostgresPoolClient; // of whose queries Kysely sends this kind alone
  };
  return { connect, end: () => pool.end() };
}

/** Columns are others than when it was prepared: nothing was done, and once prepared anew it works. */
export function isPlanOutdated(fault: unknown): boolean {
  return (fault as { routine?: unknown } | null)?.routine === 'RevalidateCachedQuery';
}

class PreparingClient {
  private held: QueryConfig[] = [];
  private names = new Map<string, string>();
  private readonly uses = new Map<string, number>();
  private named = 0;

  constructor(private readonly client: PoolClient) {}

  async query(text: string, values: readonly unknown[]) {
    if (BEGINS_OR_ENDS_A_PART.test(text)) return this.hold({ text });
    if (text.startsWith(WITH_THE_NEXT)) return this.hold(this.configOf(text.slice(WITH_THE_NEXT.length), values));
    const send = () => this.send(this.configOf(text, values));
    try {
      return await send();
    } catch (fault) {
      if (!isPlanOutdated(fault)) throw fault;
      this.names = new Map(); // where one is, others are
      if (this.client.getTransactionStatus() !== 'I') throw fault; // the transaction is over, and begins again
      return await send();
    }
  }

  release(): void {
    this.client.release(this.held.length > 0); // nobody else is to send what was left behind
  }

  private hold(config: QueryConfig) {
    this.held.push(config);
    return NOT_YET;
  }

  /** With what was held, in one flight. What failed first is why the others did. */
  private async send(config: QueryConfig): Promise<QueryResult> {
    if (this.held.length === 0) return this.client.query(config);
    const { stream } = (this.client as unknown as { readonly connection: { readonly stream: Writable } }).connection;
    stream.cork();
    const sent = [...this.held, config].map((one) => this.client.query(one));
    stream.uncork();
    this.held = [];
    const settled = await Promise.allSettled(sent);
    for (const one of settled) if (one.status === 'rejected') throw one.reason;
    return sent.at(-1) as Promise<QueryResult>;
  }

  private configOf(text: string, values: readonly unknown[]): QueryConfig {
    return { name: this.nameOf(text, values), text, values: [...values] };
  }

  private nameOf(text: string, values: readonly unknown[]): string | undefined {
    if (values.length === 0 || text.length > LONGEST_TEXT) return undefined;
    return this.names.get(text) ?? this.nameIfOften(text);
  }

  private nameIfOften(text: string): string | undefined {
    const uses = (this.uses.get(text) ?? 0) + 1;
    this.uses.delete(text); // to stand last, as the one used last
    if (uses <= USES_BEFORE || this.names.size >= MOST_PREPARED) {
      this.uses.set(text, uses);
      this.forgetOldest();
      return undefined;
    }
    const name = `kysely-${++this.named}`;
    this.names.set(text, name);
    return name;
  }

  private forgetOldest(): void {
    const [oldest] = this.uses.keys();
    if (oldest !== undefined && this.uses.size > MOST_SEEN) this.uses.delete(oldest);
  }
}
