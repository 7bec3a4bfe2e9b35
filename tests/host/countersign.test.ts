import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verify } from '../../cloudfunctions/host/ledger-tools/verify';
import { findPrincipal, rooms } from '../../cloudfunctions/host/rooms';
import { rewriteHistory, setThreeDays } from '../ledger/three-days';
import { fieldOf, openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { type Served, serveParlour } from './served';

/** What the supervision committee runs on a computer of its own: Node, one file, and nothing of ours. */
const database = useDatabase();
const folder = mkdtempSync(path.join(tmpdir(), 'countersign-'));
afterAll(() => rmSync(folder, { recursive: true }));
let stage: Awaited<ReturnType<typeof setThreeDays>>;
let served: Served;

beforeAll(async () => {
  copyFileSync('outside/countersign.mjs', path.join(folder, 'countersign.mjs'));
  stage = await setThreeDays(database);
  served = await serveParlour(database, { rooms, findPrincipal, world: stage.world });
});

const run = (...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env.PATH } };
    execFile(process.execPath, ['countersign.mjs', ...args], options, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
const kept = () =>
  readFileSync(path.join(folder, 'countersigned.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const signedDays = async () => {
  const shown = await openDoors(stage.world)(stage.admin, 'ledger.countersignatures', { unitId: stage.unitId });
  return fieldOf<{ day: string }[]>(shown, 'countersignatures')
    .map(({ day }) => day)
    .reverse();
};
const days = () => stage.checkpoints.map(({ day }) => day);

it('makes a key that it shows to nobody, and never a second one', async () => {
  const { code, said } = await run('key');
  expect(code).toBe(0);
  expect(said).toMatch(/\n[0-9a-f]{64}\n$/);
  expect(statSync(path.join(folder, 'countersign.key')).mode & 0o077).toBe(0);
  expect(await run('key')).toMatchObject({ code: 1, said: expect.stringContaining('已经有了') });
});

it('signs into its file what it has seen, and sends it once the key is registered by two', async () => {
  const first = await run('sign', served.url, stage.unitId);
  expect(first).toMatchObject({ code: 1, said: expect.stringContaining('还没有登记好') });
  expect(first.said).toContain(stage.world.keys.signingPublicKey.toString('hex'));
  expect(kept()).toHaveLength(6);
  const ask = openDoors(stage.world);
  const { publicKey } = kept()[0];
  const named = await ask(stage.admin, 'ledger.nameCountersigner', {
    ...{ unitId: stage.unitId, name: '村务监督委员会', publicKey },
  });
  const countersignerId = fieldOf<string>(named, 'countersignerId');
  expect((await ask(stage.district, 'ledger.confirmCountersigner', { countersignerId })).ok).toBe(true);
  expect(await run('sign')).toMatchObject({ code: 0, said: expect.stringMatching(/没有新的一天.*\n交上去了 3 天/) });
  expect(await signedDays()).toEqual(days());
  expect(kept()).toHaveLength(6);
});

it('signs the next day since it hangs on the last, and keeps it where it does not send', async () => {
  await stage.addDay();
  expect(await run('sign', '--no-send')).toMatchObject({ code: 0, said: expect.stringContaining('签了 1 天') });
  expect(await signedDays()).toEqual(days());
  expect(await run('sign')).toMatchObject({ code: 0, said: expect.stringContaining('交上去了 1 天') });
  expect(await signedDays()).toHaveLength(4);
});

it('signs nothing where a day that it signed was rewritten with the operator’s own key, and verify names the day', async () => {
  const said = jest.spyOn(console, 'log').mockImplementation(() => {});
  const tell = async (...more: string[]) => {
    said.mockClear();
    const secret = createHash('sha256').update('the secret of the tests').digest('hex');
    const env = { DATABASE_URL: database.url, BEHAVIOUR_BANK_SECRET: secret, DATA_DIR: path.join(folder, 'none') };
    const code = await verify({ ...env, PUBLISHED_AT: more.join() }, undefined, stage.world.clock);
    return { code, words: said.mock.calls.flat().join('\n') };
  };
  const file = path.join(folder, 'countersigned.jsonl');
  expect((await tell(file)).words).toMatch(
    /and 4 checkpoints and 4 countersignatures of.*\nsigned from outside: 4 days/,
  );
  await rewriteHistory(database, stage.world);
  const refused = await run('sign');
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('现在不一样了') });
  expect(await run('sign', '--restored')).toMatchObject({
    code: 1,
    said: expect.stringContaining(days()[0] as string),
  });
  expect(kept()).toHaveLength(8);
  const alone = await tell();
  expect(alone).toMatchObject({ code: 1 });
  expect(alone.words).toContain(
    `first day that is not as somebody from outside signed it: unit ${stage.unitId}, ${days()[0]}`,
  );
  expect(existsSync(path.join(folder, 'none'))).toBe(false);
  said.mockRestore();
});
