import * as z from 'zod';
import { declared } from '../../../cloudfunctions/host/refusals';
import type { Answer } from '../../../cloudfunctions/kit/refusal';

/** Made once for each code: zod compiles a schema when it first parses. */
const schemas = new Map<string, z.ZodType>();

function schemaOf(code: string): z.ZodType {
  const schema = schemas.get(code) ?? z.strictObject(declared(code).fields);
  schemas.set(code, schema);
  return schema;
}

/** Throws where a refusal's code or detail is not as it is declared, and so told to a stranger. */
export function holdToTold(answer: Answer): void {
  if (answer.ok) return;
  const { success, error } = schemaOf(answer.code).safeParse(answer.detail);
  if (!success) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)} is not as declared: ${error.message}`);
}
