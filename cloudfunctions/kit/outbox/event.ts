import * as z from 'zod';

type Said = string | number | boolean | null;

/** Something that has happened, for whoever above has to hear of it. Ids and numbers only, never words about a person. */
export interface Event {
  readonly topic: string;
  readonly payload: Readonly<Record<string, Said>>;
}

/** An event as a reader is given it. */
export interface PublishedEvent {
  /** In its own transaction's order; of two transactions, in the order in which they published. */
  readonly id: number;
  readonly topic: string;
  readonly payload: unknown;
  readonly atMs: number;
}

/**
 * A kind of event: called with what it says it makes one; `read` gives what a published one says, or null for any other
 * kind. Events stay for months: a field that is added later has a default, or older ones could not be read any more.
 */
export function defineEvent<const Topic extends string, Shape extends Readonly<Record<string, z.ZodType<Said>>>>(
  topic: Topic,
  shape: Shape,
) {
  const payload = z.strictObject(shape);
  type Payload = { readonly [K in keyof Shape]: z.output<Shape[K]> };
  const make = (said: Payload): Event => ({ topic, payload: said });
  const read = (event: PublishedEvent): Payload | null =>
    event.topic === topic ? (payload.parse(event.payload) as Payload) : null;
  return Object.assign(make, { topic, payload, read });
}
