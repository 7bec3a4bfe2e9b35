import { connect } from 'node:net';

/** A request as bytes on the wire: nothing between the test and the server puts anything right. */
export interface Wire {
  readonly method: string;
  readonly path: string;
  readonly version: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** The sender hangs up after the last byte, as where a body ends too early. */
  readonly hangsUp: boolean;
}
export interface Heard {
  /** 0: the connection was closed without a word. */
  readonly status: number;
  readonly body: string;
}

/** Does one thing to a request that no client of ours would do. */
export type Twist = (wire: Wire) => Wire;

export const withHeader = (headers: Wire['headers'], name: string, value: string | null): Wire['headers'] => [
  ...headers.filter(([other]) => other !== name),
  ...(value === null ? [] : ([[name, value]] as const)),
];

export const bytesOf = ({ method, path, version, headers, body }: Wire): Buffer => {
  const lines = [`${method} ${path} ${version}`, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''];
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), body]);
};

/**
 * The first answer to these bytes; throws when there is none in time. A server may wait for more than was sent: after half
 * the time the sender hangs up, which must end it.
 */
export function send(port: number, bytes: Buffer, hangsUp: boolean, limitMs: number): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    const finish = (end: () => void) => {
      clearTimeout(timer);
      clearTimeout(grace);
      socket.destroy();
      end();
    };
    const timer = setTimeout(() => finish(() => reject(new Error(`no answer in ${limitMs} ms`))), limitMs);
    const grace = setTimeout(() => socket.end(), limitMs / 2);
    socket.on('connect', () => (hangsUp ? socket.end(bytes) : socket.write(bytes)));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const heard = parse(Buffer.concat(chunks));
      if (heard?.isWhole) finish(() => resolve(heard));
    });
    const ended = () => finish(() => resolve(parse(Buffer.concat(chunks)) ?? { status: 0, body: '' }));
    socket.on('close', ended);
    socket.on('error', ended); // reset: the server had heard enough, what it said before counts
  });
}

function parse(all: Buffer): (Heard & { readonly isWhole: boolean }) | null {
  const text = all.toString('utf8').replace(/^HTTP\/1\.1 100 [\s\S]*?\r\n\r\n/, '');
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1]);
  if (!status || rest.length === 0) return null;
  const after = Buffer.from(rest.join('\r\n\r\n'));
  const length = /^content-length: (\d+)\r?$/im.exec(head)?.[1];
  const body = length ? after.subarray(0, Number(length)).toString() : `${after}`.split('HTTP/1.1 ')[0] || '';
  return { status, body, isWhole: after.length >= Number(length) }; // never where there is no length: then it ends by closing
}
