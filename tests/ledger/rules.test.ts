import fc from 'fast-check';
import { createKeys } from '../../cloudfunctions/kit/keys';
import {
  applyEntry,
  chain,
  checkChain,
  type DraftEntry,
  dayLeaves,
  FIRST_CHECKPOINT_HASH,
  FIRST_HEAD,
  isGenuine,
  isSigned,
  makeCheckpoint,
  makeReceipt,
  NO_POINTS,
  pathAmong,
} from '../../cloudfunctions/ledger/rules';
import { merklePath, merkleRoot, rootFromPath } from '../../cloudfunctions/ledger/rules/merkle';
import { seeded } from '../support/seeded';

const UNIT = '019aa000-0000-7000-8000-000000000001';
const ACCOUNT = '019aa000-0000-7000-8000-000000000002';
const keys = createKeys(Buffer.alloc(32, 7));
const credit = (points: number, values: Partial<DraftEntry> = {}): DraftEntry => ({
  accountId: ACCOUNT,
  kind: 'credit',
  points,
  title: '清洁家园',
  source: 'give',
  sourceId: 's',
  unitId: UNIT,
  itemId: null,
  itemVersion: null,
  deedDate: '2026-11-23',
  postedAtMs: 1_700_000_000_000,
  correctsSeq: null,
  ...values,
});

describe('what an entry does to a balance', () => {
  const kinds = fc.constantFrom(
    'credit' as const,
    'hold' as const,
    'redeem' as const,
    'release' as const,
    'correction' as const,
  );

  it('never lets available points fall below nothing, and lifetime points only by a correction', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, fc.integer({ min: 1, max: 50 }))), (steps) => {
        let balance = NO_POINTS;
        for (const [kind, points] of steps) {
          const applied = applyEntry(balance, kind, points);
          if (!applied.ok) continue;
          expect(applied.balance.available).toBe(
            applied.balance.lifetime - applied.balance.held - applied.balance.redeemed,
          );
          expect(
            Math.min(applied.balance.available, applied.balance.held, applied.balance.redeemed),
          ).toBeGreaterThanOrEqual(0);
          if (kind !== 'correction') expect(applied.balance.lifetime).toBeGreaterThanOrEqual(balance.lifetime);
          balance = applied.balance;
        }
      }),
      seeded({ numRuns: 500 }),
    );
  });

  it('says how much is missing', () => {
    expect(applyEntry({ lifetime: 10, held: 4, redeemed: 3, available: 3 }, 'hold', 5)).toMatchObject({
      code: 'POINTS_INSUFFICIENT',
      detail: { missing: 2 },
    });
  });

  it('refuses to correct a credit whose points are held or spent', () => {
    expect(applyEntry({ lifetime: 10, held: 0, redeemed: 8, available: 2 }, 'correction', 5).ok).toBe(false);
  });
});

describe('an account’s chain', () => {
  const { entries, head } = chain(FIRST_HEAD, [credit(5), credit(3), credit(2, { kind: 'hold', source: 'voucher' })]);
  const account = { ...head, balance: { lifetime: 8, held: 2, redeemed: 0, available: 6 } };

  it('verifies as it was written', () => {
    expect(checkChain(entries, account)).toBeNull();
  });

  it.each([
    [
      'altered points',
      () => entries.map((entry, i) => (i === 1 ? { ...entry, points: 30 } : entry)),
      { seq: 2, fault: 'hashDiffers' },
    ],
    [
      'altered title',
      () => entries.map((entry, i) => (i === 0 ? { ...entry, title: '义务巡逻' } : entry)),
      { seq: 1, fault: 'hashDiffers' },
    ],
    ['an entry left out', () => entries.filter((_, i) => i !== 1), { seq: 2, fault: 'sequenceGap' }],
    ['a cut tail', () => entries.slice(0, 2), { seq: 3, fault: 'headDiffers' }],
    [
      'two entries swapped',
      () => [entries[1], entries[0], entries[2]].flatMap((entry) => entry ?? []),
      { seq: 1, fault: 'sequenceGap' },
    ],
  ])('names the first bad entry: %s', (_what, tampered, expected) => {
    expect(checkChain(tampered(), account)).toEqual(expected);
  });

  it('finds a balance that was changed by hand', () => {
    expect(
      checkChain(entries, { ...account, balance: { lifetime: 9, held: 2, redeemed: 0, available: 7 } }),
    ).toMatchObject({ fault: 'headDiffers' });
  });
});

describe('a day’s Merkle tree', () => {
  it('leads from every leaf to the root, whatever the number of leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 40 }), (data) => {
        const leaves = data.map((bytes) => Buffer.from(bytes));
        const root = merkleRoot(leaves);
        for (const [i, leaf] of leaves.entries())
          expect(rootFromPath(leaf, merklePath(leaves, i)).equals(root)).toBe(true);
      }),
    );
  });

  it('gives another root when a leaf is another, missing or moved', () => {
    const leaves = ['a', 'b', 'c', 'd', 'e'].map((text) => Buffer.from(text));
    const root = merkleRoot(leaves).toString('hex');
    const others = [
      leaves.slice(0, 4),
      [...leaves].reverse(),
      leaves.map((leaf, i) => (i === 2 ? Buffer.from('x') : leaf)),
    ];
    for (const other of others) expect(merkleRoot(other).toString('hex')).not.toBe(root);
  });
});

describe('a receipt', () => {
  const { entries, head } = chain(FIRST_HEAD, [credit(5), credit(3), credit(4)]);
  const leaves = dayLeaves(entries, [{ accountId: ACCOUNT, ...head }]);
  const checkpoint = makeCheckpoint({ unitId: UNIT, day: '2026-11-23', leaves, prevHash: FIRST_CHECKPOINT_HASH }, keys);
  const [, second] = entries;
  const { prevHash, hash, ...canonical } = second ?? entries[0] ?? fail();
  const path = pathAmong(leaves, { ...canonical, hash });
  const receipt = makeReceipt(canonical, { prevHash, hash }, path, checkpoint);

  it('is genuine with the operator’s key', () => {
    expect(isSigned(checkpoint, keys.signingPublicKey)).toBe(true);
    expect(isGenuine(receipt, keys.signingPublicKey)).toBe(true);
  });

  it('is not, once anything in it is altered', () => {
    const flip = (hex: string) => (hex.startsWith('0') ? `1${hex.slice(1)}` : `0${hex.slice(1)}`);
    const altered = [
      { ...receipt, entry: { ...receipt.entry, points: 300 } },
      { ...receipt, entry: { ...receipt.entry, accountId: UNIT } },
      { ...receipt, prevHash: flip(receipt.prevHash) },
      { ...receipt, path: receipt.path.slice(1) },
      { ...receipt, path: receipt.path.map((step) => ({ ...step, hash: flip(step.hash) })) },
      { ...receipt, checkpoint: { ...checkpoint, root: flip(checkpoint.root) } },
      { ...receipt, checkpoint: { ...checkpoint, signature: flip(checkpoint.signature) } },
      { ...receipt, checkpoint: { ...checkpoint, day: '2026-11-22' } },
    ];
    expect(altered.map((one) => isGenuine(one, keys.signingPublicKey))).toEqual(altered.map(() => false));
    expect(isGenuine(receipt, createKeys(Buffer.alloc(32, 8)).signingPublicKey)).toBe(false);
  });
});

function fail(): never {
  throw new Error('the chain has no entries');
}
