import type * as z from 'zod';

/** One that is declared: what it means, in a sentence for the OpenAPI document, and the fields that come with it. */
export interface Declared<Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly means: string;
  readonly fields: Shape;
}
export type Refusals = Readonly<Record<string, Declared>>;

type Nothing = Record<never, never>;
/** `fields`: numbers, ids and times that a sentence can be made of; `exactOptional` where one may be missing. */
export function declare(means: string): Declared<Nothing>;
export function declare<Shape extends z.ZodRawShape>(means: string, fields: Shape): Declared<Shape>;
export function declare(means: string, fields: z.ZodRawShape = {}): Declared {
  return { means, fields };
}

type Fixed<T> = { readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? readonly E[] : T[K] };
type Filled<Shape extends z.ZodRawShape> = [keyof Shape] extends [never] ? Nothing : z.output<z.ZodObject<Shape>>;
export type DetailsOf<R extends Refusals> = { readonly [Code in keyof R]: Fixed<Filled<R[Code]['fields']>> };

/**
 * Every code there is, and what its detail holds. Each room adds those that it declares, beside its contract's actions:
 * contract/refusals.ts. Declared twice, and differently, a code does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by those who declare
export interface Details {}
export type Code = keyof Details;

/** What anybody may expect of a detail whose code is not looked at. */
export type RefusalDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
export type DetailOf<C extends string> = C extends Code ? Details[C] : RefusalDetail;

/** An expected "no": a value, never thrown. */
export type Refusal<C extends string = string> = C extends unknown
  ? { readonly ok: false; readonly code: C; readonly detail: DetailOf<C> }
  : never;

/** What has to be said with any of these codes. */
type DetailOfEach<C extends Code> = (C extends unknown ? (detail: Details[C]) => void : never) extends (
  detail: infer D,
) => void
  ? D
  : never;
type Said<D> = [keyof D] extends [never] ? [] : object extends D ? [detail?: D] : [detail: D];

/** The code decides what must be said with it. */
export function refuse<const C extends Code>(code: C, ...[detail]: Said<DetailOfEach<C>>): Refusal<C>;
export function refuse(code: string, detail: RefusalDetail = {}): Refusal {
  return { ok: false, code, detail };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { ok?: unknown }).ok === false && 'code' in value;
}

/** What every way in answers with. */
export type Answer<T = unknown> =
  | { readonly ok: true; readonly data: T }
  | {
      readonly ok: false;
      readonly code: string;
      readonly detail: RefusalDetail;
      readonly traceId: string;
    };
