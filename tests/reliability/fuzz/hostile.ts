import fc from 'fast-check';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

/** Values that have broken other people's servers: each is JSON, so that it could come from outside. */
const HOSTILE: readonly unknown[] = [
  ...[
    null,
    true,
    0,
    -1,
    -0,
    1.5,
    2 ** 31,
    2 ** 53,
    1e308,
    -1e308,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff',
    '\u202e',
  ],
  ...["'; drop table voucher; --", "1' or '1'='1", '%', '_', '\\', '\\x00', '{{7*7}}', '../../etc/passwd'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'NaN',
    'null',
    '[object Object]',
    '=1+1',
    '@SUM(1)',
    '\r\nSet-Cookie: a=b',
  ],
  ...[
    '家'.repeat(40),
    'x'.repeat(100_000),
    '\n'.repeat(999),
    '\u0301'.repeat(200),
    '2026-02-30',
    '0000-01-01',
    '99999-01-01',
  ],
  ...[
    { $gt: '' },
    { $ne: null },
    { length: 5 },
    { length: { toString: 'x' } },
    { toString: 'x' },
    [],
    {},
    [[]],
    [null],
    nested(500),
  ],
  ...[JSON.parse('{"__proto__":{"isAdmin":true}}'), JSON.parse('{"constructor":{"prototype":{"ok":true}}}')],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '1.00000000-0000-4000-8000-000000000000',
  ],
];
const EXTRA = ['role', 'residentId', 'identityId', 'communityId', 'points', 'openid', '$where', 'constructor'];

interface Change {
  readonly at: number;
  readonly how: 'put' | 'drop' | 'add' | 'wrap';
  readonly value: unknown;
}
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(30),
  how: fc.constantFrom('put', 'put', 'put', 'drop', 'add', 'wrap'),
  value: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...HOSTILE) }, fc.jsonValue(), fc.string({ unit: 'binary' })),
});
export const changes = fc.array(change, { minLength: 1, maxLength: 3 });

type Place = [holder: Record<string, unknown>, key: string];
/** More than a change can name; without an end, a value nested 500 deep would take longer than what it is sent to. */
const PLACES_MAX = 64;

function placesIn(value: unknown): Place[] {
  const places: Place[] = [];
  const walk = (holder: unknown): void => {
    if (typeof holder !== 'object' || holder === null) return;
    for (const key of Object.keys(holder)) {
      if (places.length >= PLACES_MAX) return;
      places.push([holder as Record<string, unknown>, key]);
      walk((holder as Record<string, unknown>)[key]);
    }
  };
  walk(value);
  return places;
}

/** The same input with something in it that should not be there. */
export function spoil(input: unknown, done: readonly Change[]): unknown {
  const spoilt = structuredClone(input);
  for (const { at, how, value } of done) {
    const places = placesIn(spoilt);
    const [holder, key] = places[at % Math.max(1, places.length)] ?? [spoilt as Record<string, unknown>, 'x'];
    if (how === 'put') holder[key] = structuredClone(value);
    if (how === 'drop') delete holder[key];
    if (how === 'add') (spoilt as Record<string, unknown>)[EXTRA[at % EXTRA.length] as string] = structuredClone(value);
    if (how === 'wrap') holder[key] = [holder[key]];
  }
  return spoilt;
}

/** The same input about somebody or something else of the place: that goes deepest of all. */
export function swapId(input: unknown, at: number, id: string): unknown {
  const swapped = structuredClone(input);
  const places = placesIn(swapped).filter(([holder, key]) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(String(holder[key])));
  const [holder, key] = places[at % Math.max(1, places.length)] ?? [];
  if (holder && key !== undefined) holder[key] = id;
  return swapped;
}
