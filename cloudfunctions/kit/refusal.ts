/** An expected "no": a value, never thrown. `detail` holds numbers, ids and times that a sentence can be made of. */
export interface Refusal<Code extends string = string> {
  readonly ok: false;
  readonly code: Code;
  readonly detail: RefusalDetail;
}
export type RefusalDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export function refuse<const Code extends string>(code: Code, detail: RefusalDetail = {}): Refusal<Code> {
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
