import { CompiledQuery } from 'kysely';
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
