import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { postAwards } from '../../cloudfunctions/award/post';
import { createDatabase, type Database } from '../../cloudfunctions/database/connect';
import { claimFor, commandFor, type Scene, setScene } from '../award/commands';
import { useDatabase } from '../support/database';
import { testWorld } from '../support/world';

/** A host that vanishes closes no connection: whoever waits for it hears nothing, for ever. */
const SOCKET = '.s.PGSQL.5432';
const direct = useDatabase();
let folder: string;
let server: Server;
let isMute = false;
let connections = 0;
const open = new Set<Socket>();
let through: Database;
let scene: Scene;

function relay(device: Socket, realFolder: string): void {
  connections++;
  const real = connect(path.join(realFolder, SOCKET));
  for (const socket of [device, real]) {
    open.add(socket);
    socket.on('error', () => {}).on('close', () => open.delete(socket));
  }
  device.on('data', (bytes) => isMute || real.write(bytes)).on('close', () => real.destroy());
  real.on('data', (bytes) => isMute || device.write(bytes)).on('close', () => isMute || device.destroy());
}

beforeAll(async () => {
  scene = await setScene(direct, 8);
  folder = mkdtempSync(path.join(tmpdir(), 'silent-'));
  const url = new URL(direct.url.replace(/^postgres(ql)?:/, 'http:'));
  const realFolder = url.searchParams.get('host') ?? '';
  server = createServer((device) => relay(device, realFolder)).listen(path.join(folder, SOCKET));
  const url2 = direct.url.replace(encodeURIComponent(realFolder), encodeURIComponent(folder));
  expect(url2).not.toBe(direct.url);
  through = createDatabase({ url: url2, max: 2, silenceMs: 300, waitMs: 300 });
});
afterAll(async () => {
  isMute = false;
  for (const socket of open) socket.destroy();
  await through.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  isMute = false;
});

const give = (place: number) => postAwards(testWorld(through), commandFor(scene, [claimFor(scene, place)]));
const lifetimes = async () => {
  const { rows } = await direct.pool.query<{ sum: number }>(
    'select coalesce(sum(lifetime), 0)::int as sum from account',
  );
  return rows[0]?.sum;
};

it('is taken for lost, all who wait are told together, and awards go on once it is back', async () => {
  await give(0);
  isMute = true;
  connections = 0;
  const waiting = await Promise.allSettled([1, 2, 3, 4, 5].map(give));
  expect(waiting.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
  expect(connections).toBeLessThan(2); // nobody is tried alone, each on a connection of their own
  isMute = false;
  await give(6);
  expect(await lifetimes()).toBe(10);
});

it('holds no connection of the pool: reads go on, too', async () => {
  const read = () => through.db.selectFrom('household').select('id').execute();
  await read();
  isMute = true;
  const reads = await Promise.allSettled([read(), read(), read()]);
  expect(reads.map(({ status }) => status)).toEqual(Array(3).fill('rejected'));
  isMute = false;
  let rows: readonly unknown[] = [];
  for (let tries = 0; tries < 20 && rows.length === 0; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 20)); // the pool hears of a lost connection a moment after its user
    rows = await read().catch(() => []);
  }
  expect(rows).toHaveLength(8);
});
