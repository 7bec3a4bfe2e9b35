import fc from 'fast-check';
import {
  bindCode,
  cardNumber,
  cardToken,
  inviteCode,
  makePersonalCode,
  readInvite,
  readPersonalCode,
  readScan,
} from '../../cloudfunctions/household/rules/codes';
import { createKeys } from '../../cloudfunctions/kit/keys';
import { TEST_NOW_MS } from '../support/world';

const keys = createKeys(Buffer.alloc(32, 7));
const ID = '0192f0a1-7b2c-7d3e-8f40-112233445566';

describe('the personal code', () => {
  const expiresAtMs = TEST_NOW_MS + 300_000;
  const code = makePersonalCode(keys, ID, expiresAtMs);

  it('names its resident until it runs out', () => {
    expect(readPersonalCode(keys, code, expiresAtMs - 1)).toEqual({ residentId: ID });
    expect(readPersonalCode(keys, code, expiresAtMs)).toMatchObject({ code: 'CODE_EXPIRED' });
  });

  it('is refused when a single bit of it is changed, and when another installation made it', () => {
    fc.assert(
      fc.property(fc.nat(32 * 8 - 1), (bit) => {
        const forged = Buffer.from(code, 'base64url');
        forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        const read = readPersonalCode(keys, forged.toString('base64url'), TEST_NOW_MS);
        expect(read).toMatchObject({ code: 'CARD_NOT_FOUND' });
      }),
    );
    const other = createKeys(Buffer.alloc(32, 8));
    expect(readPersonalCode(other, code, TEST_NOW_MS)).toMatchObject({ code: 'CARD_NOT_FOUND' });
  });

  it('is read from the whole address or by itself', () => {
    expect(readScan(`https://bank.test/r/${code}`)).toEqual({ kind: 'personalCode', token: code });
    expect(readScan(code)).toEqual({ kind: 'personalCode', token: code });
  });
});

describe('the household card', () => {
  it('has a token and ten digits that change with its version', () => {
    const token = cardToken(keys, ID, 1);
    expect(token).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(cardNumber(keys, ID, 1)).toMatch(/^\d{10}$/);
    expect(cardToken(keys, ID, 2)).not.toBe(token);
    expect(cardNumber(keys, ID, 2)).not.toBe(cardNumber(keys, ID, 1));
    expect(readScan(`https://bank.test/c/${token}`)).toEqual({ kind: 'cardToken', token });
  });

  it('is read from its digits, with the blanks in which they are printed', () => {
    expect(readScan(' 123 456-7890 ')).toEqual({ kind: 'cardNumber', number: '1234567890' });
  });

  it('is nothing when the text is something else', () => {
    for (const text of [
      '',
      '12345',
      'https://bank.test/a/abc',
      'https://bank.test/c/abc',
      `https://bank.test/r/${cardToken(keys, ID, 1)}`,
    ])
      expect(readScan(text)).toBeNull();
  });
});

describe('codes that are handed over', () => {
  it('has six digits for binding, others a moment later', () => {
    expect(bindCode(keys, ID, TEST_NOW_MS)).toMatch(/^\d{6}$/);
    expect(bindCode(keys, ID, TEST_NOW_MS + 1)).not.toBe(bindCode(keys, ID, TEST_NOW_MS));
  });

  it('reads an invite scanned, and typed in any case with blanks', () => {
    const code = inviteCode(keys, ID);
    expect(readInvite(`https://bank.test/i/${code}`)).toBe(code);
    expect(readInvite(` ${code.slice(0, 4).toLowerCase()} ${code.slice(4, 8)}-${code.slice(8)}`)).toBe(code);
  });
});
