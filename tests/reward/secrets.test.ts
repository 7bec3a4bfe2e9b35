import { randomUUID } from 'node:crypto';
import { toReadable } from '../../cloudfunctions/kit/base32';
import { hashCodes, voucherCodes } from '../../cloudfunctions/reward/rules';
import { useDatabase } from '../support/database';
import { resident, type Scene, seededRandom, setScene, type VoucherSeen } from './scene';

const SEED = process.env.SEED ?? 'vouchers';
jest.setTimeout(180_000);

const database = useDatabase({ max: 12 });
let scene: Scene;
let providerId: string;

beforeAll(async () => {
  scene = await setScene(database, seededRandom(SEED));
  providerId = await scene.addProvider();
});

async function issue(member: Parameters<Scene['addPerson']>[0] = {}): Promise<VoucherSeen & { holder: string }> {
  const holder = await scene.addPerson(member);
  await scene.credit(20, resident(holder));
  const rewardId = await scene.addReward([providerId], { cost: 20, steps: ['空腹前往'] });
  return { ...(await scene.must<VoucherSeen>(holder, 'issueVoucher', { rewardId })), holder };
}

async function everythingKept(): Promise<string> {
  const tables = [
    'request_log',
    'audit_log',
    'outbox',
    'attempt',
    'voucher',
    'voucher_draw',
    'ledger_entry',
    'account',
  ];
  const texts: string[] = [];
  for (const table of tables) {
    const { rows } = await database.ownerPool.query(`select row_to_json(t)::text as text from ${table} t`);
    texts.push(...rows.map((row: { text: string }) => row.text));
  }
  return texts.join('\n');
}

it('keeps no code, token or name in requests, audit log, outbox, ledger or log lines', async () => {
  const names = ['金丝雀甲乙', '雀鸟丙丁'];
  const clerk = await scene.clerkOf(providerId);
  const staff = await scene.addStaff({ role: 'communityStaff', unitId: scene.units.communityId });
  const used = await issue({ name: names[0] as string });
  const given = await issue({ name: names[1] as string });
  await scene.must(clerk, 'lookUpVoucher', { code: used.qr });
  await scene.must(clerk, 'lookUpVoucher', { code: given.code });
  await scene.must(clerk, 'redeemVoucher', { code: used.code });
  await scene.ask(clerk, 'redeemVoucher', { code: used.qr });
  await scene.must(staff, 'vouchers', { holder: resident(given.holder) });
  await scene.must(given.holder, 'cancelVoucher', { voucherId: given.voucherId });
  const kept = `${await everythingKept()}\n${scene.logLines.join('\n')}`;
  expect(kept).toContain(used.voucherId);
  expect(scene.logLines.length).toBeGreaterThan(5);
  const secrets = [used, given].flatMap(({ code, qr }) => [code, code.replace(' ', ''), qr, qr.slice(-24)]);
  for (const secret of [...secrets, ...names, '金＊＊乙', '雀＊＊丁']) expect(kept).not.toContain(secret);
});

it('stores of both codes only hashes made with a key', async () => {
  const { voucherId, code, qr } = await issue();
  const row = await database.db.selectFrom('voucher').selectAll().where('id', '=', voucherId).executeTakeFirstOrThrow();
  const codes = voucherCodes(scene.world.keys, voucherId, row.version);
  expect([qr.slice(-24), code.replace(' ', '')]).toEqual([codes.token, codes.code]);
  const { tokenHash, codeHash } = hashCodes(scene.world.keys, codes);
  expect([row.token_hash, row.code_hash]).toEqual([tokenHash, codeHash]);
});

it('takes the next version when the six characters are those of another issued voucher', async () => {
  const other = await issue();
  const holder = await scene.addPerson();
  await scene.credit(20, resident(holder));
  const rewardId = await scene.addReward([providerId], { cost: 20 });
  // the next voucher's id is known beforehand, so that its first code can be given to the other voucher
  const replay = seededRandom('collision');
  const before = new (scene.constructor as typeof Scene)(database, scene.units, replay);
  const probe = await before.must<VoucherSeen>(holder, 'issueVoucher', { rewardId });
  await before.must(holder, 'cancelVoucher', { voucherId: probe.voucherId });
  await database.db.deleteFrom('voucher_draw').where('voucher_id', '=', probe.voucherId).execute();
  await database.db.deleteFrom('voucher').where('id', '=', probe.voucherId).execute();
  const first = hashCodes(scene.world.keys, voucherCodes(scene.world.keys, probe.voucherId, 1));
  await database.db
    .updateTable('voucher')
    .set({ code_hash: first.codeHash })
    .where('id', '=', other.voucherId)
    .execute();
  const person = await scene.addPerson();
  await scene.credit(20, resident(person));
  const again = new (scene.constructor as typeof Scene)(database, scene.units, seededRandom('collision'));
  const voucher = await again.must<VoucherSeen>(person, 'issueVoucher', { rewardId });
  expect(voucher.voucherId).toBe(probe.voucherId);
  const row = await database.db
    .selectFrom('voucher')
    .select('version')
    .where('id', '=', voucher.voucherId)
    .executeTakeFirstOrThrow();
  expect(row.version).toBe(2);
  const clerk = await scene.clerkOf(providerId);
  expect(await scene.must(clerk, 'lookUpVoucher', { code: voucher.code })).toMatchObject({
    voucherId: voucher.voucherId,
  });
  expect(await scene.must(clerk, 'lookUpVoucher', { code: probe.code })).toMatchObject({ voucherId: other.voucherId });
});

it('gives 10,000 guesses nothing, typed or as tokens, even where a clerk waits out every pause', async () => {
  for (let i = 0; i < 20; i++) await issue();
  const clerks = await Promise.all(Array.from({ length: 20 }, () => scene.clerkOf(providerId)));
  const random = seededRandom(`${SEED} guesses`);
  const guess = (i: number) => (i % 2 === 0 ? toReadable(random(12), 6) : random(18).toString('base64url'));
  let right = 0;
  for (let round = 0; round < 100; round++) {
    scene.nowMs += 60_000;
    const replies = await Promise.all(
      clerks.flatMap((clerk) =>
        Array.from({ length: 5 }, (_, i) => scene.ask(clerk, 'lookUpVoucher', { code: guess(i) }, randomUUID())),
      ),
    );
    right += replies.filter((reply) => reply.code !== 'VOUCHER_NOT_FOUND').length;
  }
  expect(right).toBe(0);
});
