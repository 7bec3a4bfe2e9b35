import fc from 'fast-check';
import * as z from 'zod';

/** What of JSON Schema our contracts come to. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Inputs that the schema would let in, or nearly: ids are ones that the database knows, texts any characters. */
export function fromSchema(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<unknown> {
  return valueFor(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, ids);
}

function valueFor(schema: Schema, ids: readonly string[]): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return fc.oneof(...either.map((one) => valueFor(one, ids)));
  if (schema.type === 'object') return objectOf(schema, ids);
  if (schema.type === 'array') {
    const { items = {}, minItems: minLength = 0, maxItems = 5 } = schema;
    return fc.array(valueFor(items, ids), { minLength, maxLength: Math.max(minLength, Math.min(maxItems, 5)) });
  }
  if (schema.type === 'string') return textOf(schema, ids);
  if (schema.type === 'integer' || schema.type === 'number') return wholeOf(schema);
  if (schema.type === 'boolean') return fc.boolean();
  return schema.type === 'null' ? fc.constant(null) : fc.jsonValue();
}

function objectOf({ properties = {}, required = [] }: Schema, ids: readonly string[]) {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, valueFor(one, ids)]));
  return fc.record(fields, { requiredKeys: [...required] });
}

function wholeOf({ minimum = -(2 ** 31), maximum = 2 ** 53 }: Schema) {
  const [min, max] = [Math.max(minimum, Number.MIN_SAFE_INTEGER), Math.min(maximum, Number.MAX_SAFE_INTEGER)];
  return fc.oneof(
    fc.maxSafeInteger().map((n) => Math.min(max, Math.max(min, n))),
    fc.constantFrom(min, max),
  );
}

function textOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema, ids: readonly string[]) {
  if (format === 'uuid') return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ids) }, fc.uuid());
  if (format === 'date') return fc.constantFrom('2026-11-23', '2026-11-01', '1850-01-01', '2024-02-29', '9999-12-31');
  const length = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) };
  const any = fc.string({ ...length, unit: 'binary' });
  const plain = pattern && !pattern.includes('\\p') ? fc.stringMatching(new RegExp(pattern)) : null;
  return plain ? fc.oneof({ weight: 4, arbitrary: plain }, any) : any;
}
