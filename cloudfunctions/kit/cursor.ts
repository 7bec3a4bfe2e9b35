import { type RawBuilder, sql } from 'kysely';
import * as z from 'zod';
import { Id } from './fields';
import { methodNameIn } from './invalid-input';
import { type Refusal, refuse } from './refusal';

/** The fields a list is ordered by, in their order; the last one tells two rows apart that agree in all others. */
export type Keys = Readonly<Record<string, z.ZodType>>;
export type PlaceBy<K extends Keys> = { readonly [Field in keyof K]: z.output<K[Field]> };

/** Where the page before ended, null for the first page. Whatever `writeCursor` would not have written is refused. */
export function readCursor<K extends Keys>(
  keys: K,
  cursor: string | undefined,
): PlaceBy<K> | null | Refusal<'INVALID_INPUT'> {
  if (cursor === undefined) return null;
  const place = placeIn(keys, jsonOf(cursor));
  if (place && writeCursor(keys, place) === cursor) return place;
  return refuse('INVALID_INPUT', { fields: ['input.cursor'], why: ['not one that was given out'] });
}

export function writeCursor<K extends Keys>(keys: K, place: PlaceBy<K>): string {
  return Buffer.from(JSON.stringify(Object.keys(keys).map((key) => place[key]))).toString('base64url');
}

/** One page of rows of which one more than `limit` was asked for: the one too many says that there are more. */
export function cutPage<K extends Keys, Row extends PlaceBy<K>>(keys: K, found: readonly Row[], limit: number) {
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { page, nextCursor: last ? writeCursor(keys, last) : null };
}

/**
 * Rows behind that with this id, by an order that only the table knows, such as pinyin; all rows where there is no id yet.
 * `at` is the SQL that finds the row, up to the id: `from … where x.id =`.
 */
export const isBehind = (order: RawBuilder<unknown>, at: RawBuilder<unknown>, id: string | undefined) =>
  id === undefined ? sql<boolean>`true` : sql<boolean>`(${order}) > (select ${order} ${at} ${id}::uuid)`;

function placeIn<K extends Keys>(keys: K, values: unknown): PlaceBy<K> | null {
  if (!Array.isArray(values) || methodNameIn(values)) return null;
  const read = Object.entries(keys).map(([key, field], at) => [key, field.safeParse(values[at])] as const);
  if (!read.every(([, value]) => value.success)) return null;
  return Object.fromEntries(read.map(([key, value]) => [key, value.data])) as PlaceBy<K>;
}

function jsonOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}

/** What a cursor of a sorted list holds: the order in which it was given out, and the row. In another order it is refused. */
export const sortedBy = <Name extends string>(order: { readonly by: string; readonly falling: boolean }, id: Name) =>
  ({ by: z.literal(order.by), falling: z.literal(order.falling), [id]: Id }) as {
    readonly by: z.ZodLiteral<string>;
    readonly falling: z.ZodLiteral<boolean>;
  } & Readonly<Record<Name, typeof Id>>;
