import type { Schema } from '../schema';

/** What a refusal means, in one sentence, and what its `detail` may hold. */
export interface Said {
  readonly means: string;
  readonly detail: Readonly<Record<string, Schema>>;
}

export const says = (means: string, detail: Said['detail'] = {}): Said => ({ means, detail });

export const whole = (description: string): Schema => ({ type: 'integer', description });
export const moment = (description: string): Schema => ({
  type: 'integer',
  description: `${description} Milliseconds since 1970, UTC.`,
});
export const day = (description: string): Schema => ({ type: 'string', format: 'date', description });
export const id = (description: string): Schema => ({ type: 'string', format: 'uuid', description });
export const words = (description: string): Schema => ({ type: 'string', description });
export const list = (description: string): Schema => ({ type: 'array', items: { type: 'string' }, description });
export const oneOf = (values: readonly string[], description: string): Schema => ({
  type: 'string',
  enum: values,
  description,
});
