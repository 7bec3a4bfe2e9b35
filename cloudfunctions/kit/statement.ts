import { CompiledQuery, type ControlledTransaction } from 'kysely';
import type { Schema } from '../database/owners';
import { WITH_THE_NEXT } from '../database/preparing';
import type { Db } from './transaction';

/** SQL whose text never changes, so that PostgreSQL parses it once per connection. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** Runs statements where the caller says: in a Kysely transaction, or on a connection that sends without waiting. */
export type Run = <Row = unknown>(statement: Statement, values: readonly unknown[]) => Promise<readonly Row[]>;

export const runOn =
  (db: Db): Run =>
  async <Row>(statement: Statement, values: readonly unknown[]) =>
    (await db.executeQuery(CompiledQuery.raw(statement.text, [...values]) as CompiledQuery<Row>)).rows;

/** For what nobody waits for: it has no rows, and a fault of it is told by the next statement of the transaction or its commit. */
export const runWithTheNext =
  (trx: ControlledTransaction<Schema>): Run =>
  ({ name, text }, values) =>
    runOn(trx)({ name, text: WITH_THE_NEXT + text }, values);
