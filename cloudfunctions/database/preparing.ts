import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';

/** A connection prepares a statement when it sends it for the third time: what is sent once would be kept for nothing. */
const USES_BEFORE = 2;
/** The server keeps a plan of each for the connection's life. */
const MOST_PREPARED = 200;
/** Texts that may yet be sent again. Those with a list written out have no end, so the oldest are forgotten. */
const MOST_SEEN = 300;
const LONGEST_TEXT = 4_000;

/**
 * For Kysely, which names no statement: PostgreSQL would parse and plan each of them anew every time. What a pool's
 * connection sends often is prepared under a name of its own, see docs/adr/0014.
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
  private names = new Map<string, string>();
  private readonly uses = new Map<string, number>();
  private named = 0;

  constructor(private readonly client: PoolClient) {}

  async query(text: string, values: readonly unknown[]) {
    const send = () => this.client.query({ name: this.nameOf(text, values), text, values: [...values] });
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
    this.client.release();
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
