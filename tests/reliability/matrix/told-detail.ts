import { REFUSALS } from '../../../cloudfunctions/host/openapi/refusals';
import type { Schema } from '../../../cloudfunctions/host/openapi/schema';
import type { Answer } from '../../../cloudfunctions/kit/refusal';

const TOLD: Readonly<Record<string, { readonly detail: Readonly<Record<string, Schema>> }>> = REFUSALS;

/** Throws where a refusal's code or detail is not as the OpenAPI document tells it to a stranger. */
export function holdToTold(answer: Answer): void {
  if (answer.ok) return;
  const told = TOLD[answer.code];
  if (!told) throw new Error(`the document does not tell of ${answer.code}`);
  for (const [key, value] of Object.entries(answer.detail)) {
    const schema = told.detail[key];
    if (!schema || !fits(schema, value))
      throw new Error(`the document does not tell of ${answer.code} detail.${key} = ${JSON.stringify(value)}`);
  }
}

function fits({ type, enum: values }: Schema, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value) && value.every((one) => typeof one === 'string');
  return typeof value === 'string' && (!Array.isArray(values) || values.includes(value));
}
