import * as z from 'zod';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type Schema = { readonly [key: string]: Json | undefined };

/** OpenAPI 3.1 speaks JSON Schema 2020-12 itself. `input`: as a client sends it, so fields with a default may be missing. */
export function schemaOf(type: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema, ...schema } = z.toJSONSchema(type, { io, target: 'draft-2020-12', reused: 'inline' });
  return schema as Schema;
}

export function objectOf(properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required, additionalProperties: false };
}

export const refTo = (kind: 'schemas' | 'responses' | 'parameters', name: string): Schema => ({
  $ref: `#/components/${kind}/${name}`,
});

export const jsonContent = (schema: Schema): Schema => ({ 'application/json': { schema } });
