import { Client } from 'pg';
import { createDatabase, type Database } from '../../cloudfunctions/database/connect';

/** Where the wire breaks: before the statement has gone out, or after the server did it and before the reply came. */
export type Break = 'beforeSending' | 'afterDoing';

export interface FaultyDatabase extends Database {
  /** The connection breaks once, at the `at`th statement from now on, counted from 1. */
  breakAt(at: number, how: Break): void;
  /** Whether it broke; from now on nothing breaks. */
  mend(): boolean;
}

/** The same database over connections that can be made to break at any statement, BEGIN and COMMIT included. */
export function openFaulty(url: string): FaultyDatabase {
  let countdown = 0;
  let how: Break = 'beforeSending';
  let hasBroken = false;
  class BreakingClient extends Client {
    // the driver's overloads come to one thing: a statement in, a promise out
    override query = (async (...statement: unknown[]) => {
      const send = () => (Client.prototype.query as (...given: unknown[]) => Promise<unknown>).apply(this, statement);
      if (countdown === 0 || --countdown > 0) return send();
      hasBroken = true;
      if (how === 'afterDoing') await send();
      (this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      throw new Error(`the connection broke (${how})`);
    }) as unknown as Client['query'];
  }
  const database = createDatabase({ url, Client: BreakingClient });
  return {
    ...database,
    breakAt: (at, when) => {
      countdown = at;
      how = when;
      hasBroken = false;
    },
    mend: () => {
      countdown = 0;
      return hasBroken;
    },
  };
}
