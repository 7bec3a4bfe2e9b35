import { connect, createServer, type Server } from 'node:net';
import path from 'node:path';
import { Client } from 'pg';

/** A pooler before the server at `url` that lets startup options go by unheard, as transaction poolers may. */
export async function startForgetfulPooler(url: string): Promise<{ url: string; stop(): void }> {
  const { host, port } = new Client({ connectionString: url });
  const pooler: Server = createServer((device) => {
    const real = host.startsWith('/') ? connect(path.join(host, `.s.PGSQL.${port}`)) : connect(port, host);
    device.once('data', (first) => {
      real.write(withoutOptions(first));
      device.pipe(real);
    });
    real.pipe(device);
    for (const socket of [device, real])
      socket.on('error', () => {}).on('close', () => [device, real].map((s) => s.destroy()));
  });
  await new Promise<void>((resolve) => pooler.listen(0, '127.0.0.1', resolve));
  const address = pooler.address();
  const { user, database } = new Client({ connectionString: url });
  const at = typeof address === 'object' && address ? address.port : 0;
  return { url: `postgresql://${user}@127.0.0.1:${at}/${database}`, stop: () => void pooler.close() };
}

/** A startup message: its length, the protocol's number, then names and values, each ended by a zero, and one more. */
function withoutOptions(message: Buffer): Buffer {
  const words = message.subarray(8).toString('utf8').split('\0');
  const kept: string[] = [];
  for (let i = 0; words[i]; i += 2) if (words[i] !== 'options') kept.push(`${words[i]}\0${words[i + 1]}\0`);
  const body = Buffer.from(`${kept.join('')}\0`);
  const head = Buffer.from(message.subarray(0, 8));
  head.writeUInt32BE(8 + body.length);
  return Buffer.concat([head, body]);
}
