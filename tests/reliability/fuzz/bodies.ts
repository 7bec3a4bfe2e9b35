import fc from 'fast-check';
import { type Twist, withHeader } from './wire';

const times = (text: string, count: number) => text.repeat(count);
/** Bodies that have broken other people's parsers. */
const BODIES: readonly (string | Buffer)[] = [
  ...['', ' ', '\0', 'null', 'true', '0', '-0', '1e999', 'NaN', '"', '""', '[]', '{}', '{', '}', '[', '{]', '{"input"'],
  ...["{'input':{}}", '{input:{}}', '{"input":{},}', '{"input":{}}{}', '{"input":{}} x', '/* a */{"input":{}}'],
  ...['\ufeff{"input":{}}', '{"input":{}}\0', '{"input":\v{}}', 'input=1&requestId=2', '<input/>', '--x\r\n\r\n--x--'],
  ...['{"input":{},"input":{"a":1}}', '{"requestId":"a","requestId":"b","input":{}}', '{"input":{"a":1,"a":2}}'],
  ...['{"__proto__":{"ok":true},"input":{}}', '{"input":{"__proto__":{"role":"communityAdmin"}}}'],
  ...['{"constructor":{"prototype":{"ok":1}}}', '{"input":{"constructor":{"prototype":{"ok":1}}}}'],
  ...['{"\\u005f_proto__":{"ok":true}}', '{"input":{"toString":1,"valueOf":2,"then":3,"toJSON":4}}'],
  ...[
    '{"input":{"text":"\\u0000"}}',
    '{"input":{"\\u0000":1}}',
    '{"input":"\\ud800"}',
    '{"input":{"\\udfff":"\\ud800"}}',
  ],
  ...['{"input":{"text":"\\x00"}}', '{"input":{"n":1e400}}', `{"input":{"n":${times('9', 400)}}}`],
  ...[times('[', 20_000), times('{"a":', 10_000), `${times('[', 5_000)}${times(']', 5_000)}`],
  ...[`{"input":${times('{"a":', 2_000)}1${times('}', 2_000)}}`, `{"${times('k', 60_000)}":1}`],
  ...[`{"input":"${times('a', 60_000)}"}`, times(' ', 70_000), `{"input":"${times('a', 200_000)}"}`],
  ...[`[${times('{},', 20_000)}{}]`, `{"input":{${times('"a":1,', 9_000)}"b":2}}`],
  ...[Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]), Buffer.from([0xc0, 0x80]), Buffer.from([0xed, 0xa0, 0x80])],
  ...[Buffer.from([0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0]), Buffer.alloc(1_000, 0xff), Buffer.alloc(1_000)],
];

const body =
  (make: (was: Buffer) => Buffer | string): Twist =>
  (wire) => {
    const made = Buffer.from(make(wire.body) as string);
    return {
      ...wire,
      hangsUp: false,
      body: made,
      headers: withHeader(wire.headers, 'content-length', String(made.length)),
    };
  };
const insert = (was: Buffer, at: number, bytes: Uint8Array) => {
  const place = at % (was.length + 1);
  return Buffer.concat([was.subarray(0, place), bytes, was.subarray(place)]);
};

export const bodyTwist: fc.Arbitrary<Twist> = fc.oneof(
  fc.constantFrom(...BODIES).map((one) => body(() => one)),
  fc.nat(2_000).map((at) => body((was) => was.subarray(0, at % Math.max(1, was.length)))),
  fc
    .tuple(fc.nat(2_000), fc.uint8Array({ minLength: 1, maxLength: 8 }))
    .map(([at, bytes]) => body((was) => insert(was, at, bytes))),
  fc.tuple(fc.nat(2_000), fc.nat(255)).map(([at, byte]) =>
    body((was) => {
      const changed = Buffer.from(was);
      if (changed.length > 0) changed[at % changed.length] = byte;
      return changed;
    }),
  ),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => body(() => Buffer.from(bytes))),
  fc.json({ maxDepth: 6 }).map((text) => body(() => text)),
  fc
    .string({ unit: 'binary', maxLength: 60 })
    .map((text) => body(() => JSON.stringify({ input: text, requestId: text }))),
  fc
    .string({ unit: 'binary', maxLength: 60 })
    .map((key) => body(() => `{"input":{},${JSON.stringify(key)}:{"a":[1]}}`)),
);
