import fc from 'fast-check';
import { type Twist, type Wire, withHeader } from './wire';

const times = (text: string, count: number) => text.repeat(count);
const header =
  (name: string, value: string | null): Twist =>
  (wire) => ({ ...wire, headers: withHeader(wire.headers, name, value) });
const also =
  (name: string, value: string): Twist =>
  (wire) => ({ ...wire, headers: [...wire.headers, [name, value]] });
/** The length does not fit the body: who sends too little hangs up. */
const length =
  (value: string): Twist =>
  (wire) => ({ ...header('content-length', value)(wire), hangsUp: true });
const chunked =
  (text: string): Twist =>
  (wire) => ({
    ...header('content-length', null)(also('transfer-encoding', 'chunked')(wire)),
    ...{ body: Buffer.from(text), hangsUp: true },
  });

const TYPES = [
  ...[null, '', ' ', 'json', 'text/plain', 'application/json; charset=utf-16', 'application/json;charset=x', '\xff'],
  ...['application/json, text/plain', 'APPLICATION/JSON', 'multipart/form-data', 'application/json\t', 'a/b', '/', ';'],
  ...['application/x-www-form-urlencoded', 'application/jsonp', `application/${times('x', 5_000)}`],
];
const AUTHORITIES = [
  ...['Bearer', 'Bearer ', 'Bearer x', 'bearer \xff', `Bearer ${times('a', 43)}`, `Bearer ${times('a', 9_000)}`],
  ...['Basic YTpi', 'Bearer null', 'Bearer a b', 'Bearer ../../x', "Bearer ' or 1=1", 'Bearer Bearer x'],
];
const COOKIES = [
  ...['', ';;;', '=', 'session', 'session=', 'session=%', 'session=%ff', 'session="', `session=${times('b', 43)}`],
  ...['__proto__=1; session=2', 'session=a; session=b', `a=${times('c', 9_000)}`, times('a=1; ', 1_500)],
];
const LENGTHS = [
  ...['0', '1', '999999', '-1', '+5', '0x10', '1e3', '1.5', '', 'NaN', '99999999999999999999', '5, 5', '5, 6'],
];
const CHUNKS = [
  ...['', '0\r\n\r\n', '2\r\n{}\r\n0\r\n\r\n', '5\r\n{}\r\n0\r\n\r\n', 'zz\r\n{}\r\n', '-1\r\n', '2\r\n{}'],
  'ffffffffff\r\n{}',
];
const STRANGE: readonly (readonly string[])[] = [
  ...[
    ['content-length', '3'],
    ['transfer-encoding', 'chunked'],
    ['transfer-encoding', 'gzip'],
    ['te', 'trailers'],
  ],
  ...[
    ['content-encoding', 'gzip'],
    ['expect', '100-continue'],
    ['expect', 'a miracle'],
    ['upgrade', 'websocket'],
  ],
  ...[
    ['upgrade', 'h2c'],
    ['host', 'evil.test'],
    ['host', ''],
    ['host', 'a b'],
    ['host', '[::1'],
    ['origin', 'null'],
  ],
  ...[
    ['origin', '://'],
    ['origin', 'https://evil.test'],
    ['sec-fetch-site', 'cross-site'],
    ['sec-fetch-site', '\xff'],
  ],
  ...[
    ['referer', '\x80'],
    ['x-forwarded-for', "' or 1=1"],
    ['x-forwarded-for', times('1.1.1.1,', 900)],
    ['', 'x'],
  ],
  ...[
    ['x-forwarded-proto', 'javascript'],
    ['x-wx-openid', 'oForged'],
    ['x-wx-openid', '\x01'],
    ['range', 'bytes=9-1'],
  ],
  ...[
    ['x-http-method-override', 'DELETE'],
    ['accept', times('*/*,', 900)],
    ['accept-encoding', '\xff'],
    ['a b', 'x'],
  ],
  ...[
    ['if-modified-since', 'x'],
    ['__proto__', 'x'],
    ['a\0', 'x'],
    ['x', 'a\0b'],
    ['x', 'a\rb'],
    ['x', 'a\nb: c'],
  ],
  ['x', times('y', 20_000)],
];
const anyText = fc.string({ maxLength: 40, unit: 'binary' });

export const headerTwist: fc.Arbitrary<Twist> = fc.oneof(
  fc.constantFrom(...TYPES).map((type) => header('content-type', type)),
  fc.constantFrom(...AUTHORITIES).map((value) => header('authorization', value)),
  fc.constantFrom(...COOKIES).map((value) => header('cookie', value)),
  fc.constantFrom(...LENGTHS).map(length),
  fc.constantFrom(...CHUNKS).map(chunked),
  fc.constantFrom(...STRANGE).map(([name = '', value = '']) => also(name, value)),
  fc.nat(3_000).map(manyHeaders),
  anyText.map((value) => also('x-any', value)),
);

function manyHeaders(count: number): Twist {
  const many = Array.from({ length: count }, (_, i) => [`x-${i}`, 'y'] as const);
  return (wire) => ({ ...wire, headers: [...wire.headers, ...many] });
}

const METHODS = [
  ...['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'CONNECT', 'PROPFIND', 'QUERY', 'PURGE', 'XYZZY'],
  ...['post', 'POST ', ' POST', 'P\0ST', 'POST\t', '', times('A', 5_000), '\xff'],
];
const VERSIONS = [
  ...['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/1.9', 'http/1.1', 'HTTP/1', 'ICE/1.0', '', 'HTTP/1.1 x'],
];
const PATHS = [
  ...['*', '/', '//', '/api', '/api/', '/api//', '/api/x', '/api/x/y', '/api/x/y/z', '/api/__proto__/constructor'],
  ...['/api/../api', '/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/api/%00', '/api/%', '/api/%ff/%c0%80'],
  ...[
    'http://evil.test/api',
    'api',
    '',
    '\\',
    '/\xff',
    '/a b',
    '/\0',
    '/#',
    `/${times('a', 9_000)}`,
    '/;/',
    '/api/*/x',
  ],
  ...['/healthz', '/readyz', '/api/openapi.json', '/api/session', '/api/session/demo', '/api/session/personas'],
];
const ENDS = [
  ...['/', '//', '?', '?a=1', '?__proto__[x]=1', '?%', '#x', '.json', '%00', '%2f', '%20', ';a=b', '\\', '/..'],
  `?${times('a=1&', 2_000)}`,
];
const path =
  (make: (was: string) => string): Twist =>
  (wire) => ({ ...wire, path: make(wire.path) });
const line =
  (change: Partial<Wire>): Twist =>
  (wire) => ({ ...wire, ...change });

export const lineTwist: fc.Arbitrary<Twist> = fc.oneof(
  fc.constantFrom(...METHODS).map((method) => line({ method })),
  fc.constantFrom(...VERSIONS).map((version) => line({ version })),
  fc.constantFrom(...PATHS).map((whole) => path(() => whole)),
  fc.constantFrom(...ENDS).map((end) => path((was) => was + end)),
  anyText.map((text) => path(() => `/api/${text}`)),
  fc.webPath().map((text) => path(() => `/api${text}`)),
  fc.nat(300).map((at) => path((was) => changedAt(was, at))),
);

/** One character in the other case or percent-encoded. */
function changedAt(was: string, at: number): string {
  const place = at % Math.max(1, was.length);
  const one = was[place] ?? '/';
  const other = at % 2 === 0 ? one.toUpperCase() : `%${one.charCodeAt(0).toString(16)}`;
  return was.slice(0, place) + other + was.slice(place + 1);
}
