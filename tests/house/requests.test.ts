import * as z from 'zod';
import { BODY_LIMIT_BYTES } from '../../cloudfunctions/host/api';
import { registry } from '../reliability/matrix/desk';

/** WeChat's documented limit of what `callFunction` carries as text. */
const CALL_BYTES_MAX = 100_000;
/** `{"action":"…","input":…,"requestId":"…"}`, with the longest id. */
const AROUND = 200;

/** What is read here of a JSON schema. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

/** Of the longest JSON that a schema lets in, or a little more; Infinity where nothing bounds it. */
function most(schema: Schema): number {
  if (schema.const !== undefined) return bytesOf(schema.const);
  if (schema.enum) return Math.max(...schema.enum.map(bytesOf));
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return Math.max(...either.map(most));
  if (schema.type === 'null') return 4;
  if (schema.type === 'boolean') return 5;
  if (schema.type === 'integer' || schema.type === 'number') return bytesOf(schema.maximum ?? Number.MIN_SAFE_INTEGER);
  if (schema.type === 'string') return 2 + mostOfText(schema);
  if (schema.type === 'array') return 2 + (schema.maxItems ?? Infinity) * (1 + most(schema.items ?? {}));
  if (schema.type === 'object')
    return Object.entries(schema.properties ?? {}).reduce((sum, [key, of]) => sum + bytesOf(key) + 2 + most(of), 2);
  throw new Error(`what is ${JSON.stringify(schema)}?`);
}

/** Three bytes for a Chinese character; one where a pattern names the letters that it takes. */
function mostOfText({ format, maxLength, pattern = '.*' }: Schema): number {
  if (format === 'uuid') return 36;
  const isPlain = /^\^[\w\s[\](){}?+*|=:/\\^$,-]*\$$/.test(pattern) && !/\\[^\dw]|\[\^/.test(pattern);
  return (maxLength ?? mostOfPattern(pattern)) * (isPlain ? 1 : 3);
}
/** Each sign once, and as often again as the counts say. */
function mostOfPattern(pattern: string): number {
  const signs = pattern.replace(/\\.|\[[^\]]*\]/g, '.');
  if (/[*+]|,\}/.test(signs)) return Infinity;
  return [...signs.matchAll(/(\d+)\}/g)].reduce((sum, [, times]) => sum + Number(times), signs.length);
}

const requests = registry
  .map(({ action }) => ({ name: action.name, bytes: most(z.toJSONSchema(action.input, { io: 'input' }) as Schema) }))
  .sort((a, b) => b.bytes - a.bytes);

it('has no action whose longest request WeChat would not carry, or the host not take', () => {
  console.info(
    requests
      .slice(0, 3)
      .map(({ name, bytes }) => `${name}: at most ${bytes} bytes`)
      .join('\n'),
  );
  expect(requests.filter(({ bytes }) => !(bytes + AROUND <= CALL_BYTES_MAX))).toEqual([]);
  expect(BODY_LIMIT_BYTES).toBeGreaterThanOrEqual(CALL_BYTES_MAX);
});

it('sees what is not bounded, and what is too long', () => {
  const ofInput = (input: z.ZodType) => most(z.toJSONSchema(input, { io: 'input' }) as Schema);
  expect(ofInput(z.strictObject({ a: z.string().regex(/^[a-z]+$/) }))).toBe(Infinity);
  expect(ofInput(z.strictObject({ a: z.array(z.int()) }))).toBe(Infinity);
  expect(ofInput(z.strictObject({ a: z.string().max(10) }))).toBe(39);
  expect(ofInput(z.array(z.uuid()).max(1_000))).toBe(39_002);
});
