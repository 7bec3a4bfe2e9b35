import { Client } from 'pg';
import { createDatabase, type Database } from '../../../cloudfunctions/database/connect';

/** The same database, over connections on which the rooms' statements that match have lost their lock. */
export function openWithoutLock(url: string, statement: RegExp): Database {
  const unlock = (text: string) => (statement.test(text) ? text.replace(/ for (no key )?update/i, '') : text);
  class UnlockingClient extends Client {
    // a text, or a statement with one: the driver's overloads come to these
    override query = ((asked: string | { readonly text: string }, ...rest: unknown[]) => {
      const send = Client.prototype.query as (...given: unknown[]) => unknown;
      const unlocked = typeof asked === 'string' ? unlock(asked) : withText(asked, unlock(asked.text));
      return send.call(this, unlocked, ...rest);
    }) as unknown as Client['query'];
  }
  return createDatabase({ url, Client: UnlockingClient });
}

/** Keeps what else the driver put into the statement. */
const withText = <T extends { readonly text: string }>(asked: T, text: string): T =>
  asked.text === text ? asked : Object.assign(Object.create(Object.getPrototypeOf(asked)), asked, { text });
