import { createHash } from 'node:crypto';
import { createKeys } from '../../cloudfunctions/kit/keys';
import { choicesOf, hashCodes, qrText, readCode, refuseReward, voucherCodes } from '../../cloudfunctions/reward/rules';

const keys = createKeys(createHash('sha256').update('tests').digest());
const id = '019abcde-0000-7000-8000-000000000001';

describe('voucher codes', () => {
  it('are derived from key, id and version, so that they can be shown again', () => {
    expect(voucherCodes(keys, id, 1)).toEqual(voucherCodes(keys, id, 1));
    expect(voucherCodes(keys, id, 2)).not.toEqual(voucherCodes(keys, id, 1));
    const others = createKeys(createHash('sha256').update('another installation').digest());
    expect(voucherCodes(others, id, 1)).not.toEqual(voucherCodes(keys, id, 1));
  });

  it('hold at least 128 bits in the picture, and six readable characters to type', () => {
    const { token, code } = voucherCodes(keys, id, 1);
    expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
    expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTVWXY]{6}$/);
  });

  it('are stored as hashes that only this installation can make', () => {
    const codes = voucherCodes(keys, id, 1);
    const others = createKeys(createHash('sha256').update('another installation').digest());
    const [ours, theirs] = [hashCodes(keys, codes), hashCodes(others, codes)];
    expect(ours.codeHash.equals(theirs.codeHash)).toBe(false);
    expect(ours.tokenHash.equals(theirs.tokenHash)).toBe(false);
  });

  it('are found by the picture, by the token alone and by what people type', () => {
    const codes = voucherCodes(keys, id, 1);
    const { tokenHash, codeHash } = hashCodes(keys, codes);
    expect(readCode(keys, qrText('https://example.org', codes.token))).toEqual({ tokenHash });
    expect(readCode(keys, codes.token)).toEqual({ tokenHash });
    expect(readCode(keys, codes.code)).toEqual({ codeHash });
    expect(readCode(keys, ` ${codes.code.slice(0, 3).toLowerCase()} - ${codes.code.slice(3)}`)).toEqual({ codeHash });
  });

  it('are not taken for one another, nor is anything else taken for one', () => {
    for (const text of ['', 'abc', '1234567', 'https://example.org/a/xxxxxxxxxxxxxxxxxxxxxxxx', 'x'.repeat(200)])
      expect(readCode(keys, text)).toBeNull();
  });

  it('stand apart: 10,000 vouchers have 10,000 tokens, and hashes that tell neither token nor code', () => {
    const tokens = new Set<string>();
    for (let i = 0; i < 10_000; i++) {
      const codes = voucherCodes(keys, `voucher-${i}`, 1);
      tokens.add(codes.token);
      const { codeHash } = hashCodes(keys, codes);
      if (i < 100) expect(codeHash.equals(createHash('sha256').update(codes.code).digest())).toBe(false);
    }
    expect(tokens.size).toBe(10_000);
  });

  it('are not hit by 100,000 guesses at a thousand vouchers', () => {
    const hex = (hash: Buffer | undefined) => hash?.toString('hex') ?? '';
    const issued = new Set<string>();
    for (let i = 0; i < 1000; i++) issued.add(hex(hashCodes(keys, voucherCodes(keys, `voucher-${i}`, 1)).tokenHash));
    let hits = 0;
    for (let guess = 0; guess < 100_000; guess++) {
      const token = createHash('sha256').update(`guess ${guess}`).digest().subarray(0, 18).toString('base64url');
      if (issued.has(hex(readCode(keys, token)?.tokenHash))) hits++;
    }
    expect(hits).toBe(0);
  });
});

describe('opening a reward', () => {
  const proposed = { kind: 'healthCheck', holderKind: 'resident', choices: [] } as const;
  it('is for whom the city names', () => {
    expect(refuseReward(proposed)).toBeNull();
    expect(refuseReward({ ...proposed, holderKind: 'household' })).toMatchObject({ code: 'KIND_NEEDS_OTHER_HOLDER' });
    expect(refuseReward({ ...proposed, kind: 'agriculture' })).toMatchObject({
      detail: { holderKinds: ['household'] },
    });
    expect(refuseReward({ ...proposed, kind: 'incubation', holderKind: 'society' })).toBeNull();
    expect(refuseReward({ ...proposed, kind: 'fitnessOrBook', holderKind: 'household' })).toBeNull();
  });
  it('refuses ages the wrong way round', () => {
    expect(refuseReward({ ...proposed, ageMin: 60, ageMax: 59 })).toMatchObject({ code: 'AGES_REVERSED' });
    expect(refuseReward({ ...proposed, ageMin: 60, ageMax: 60 })).toBeNull();
  });
  it('gives the either-or card its two choices, and every choice once', () => {
    expect(choicesOf({ ...proposed, kind: 'fitnessOrBook' })).toEqual(['健身卡', '购书卡']);
    expect(choicesOf({ ...proposed, choices: ['甲', '乙', '甲'] })).toEqual(['甲', '乙']);
  });
});
