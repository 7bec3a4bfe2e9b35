import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import { systemRandom } from '../../cloudfunctions/kit/ids';
import { createKeys, type KeyPurpose, seal, unseal } from '../../cloudfunctions/kit/keys';
import { seeded } from '../support/seeded';

const keys = createKeys(Buffer.alloc(32, 1));
const others = createKeys(Buffer.alloc(32, 2));
const key = Buffer.alloc(32, 3);
const phone = Buffer.from('14000000001');
const context = 'personal_data/phone_enc/row-1';

describe('sealing', () => {
  it('gives back what was sealed, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, anyContext) => {
        const sealed = seal(systemRandom, key, anyContext, Buffer.from(bytes));
        expect(unseal(key, anyContext, sealed)).toEqual(Buffer.from(bytes));
      }),
      seeded(),
    );
  });

  it('never gives the same bytes twice for the same words, and nothing that can be read', () => {
    const [one, two] = [seal(systemRandom, key, context, phone), seal(systemRandom, key, context, phone)];
    expect(one).not.toEqual(two);
    expect(one.includes(phone)).toBe(false);
  });

  it('throws when a value was moved to another row or column, or is opened with another key', () => {
    const sealed = seal(systemRandom, key, context, phone);
    expect(() => unseal(key, 'personal_data/phone_enc/row-2', sealed)).toThrow();
    expect(() => unseal(key, 'personal_data/name_enc/row-1', sealed)).toThrow();
    expect(() => unseal(Buffer.alloc(32, 4), context, sealed)).toThrow();
  });

  it('throws when any byte was changed or the end was cut off', () => {
    const sealed = seal(systemRandom, key, context, phone);
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed);
      changed[i] = (changed[i] as number) ^ 1;
      expect(() => unseal(key, context, changed)).toThrow();
      expect(() => unseal(key, context, sealed.subarray(0, i))).toThrow();
    }
  });
});

describe("a person's own key", () => {
  it('is wrapped by the master key and for that person only', () => {
    const wrapped = keys.wrap(systemRandom, key, 'resident-1');
    expect(keys.unwrap(wrapped, 'resident-1')).toEqual(key);
    expect(() => keys.unwrap(wrapped, 'resident-2')).toThrow();
    expect(() => others.unwrap(wrapped, 'resident-1')).toThrow();
    expect(keys.masterKeyId).not.toBe(others.masterKeyId);
  });
});

describe('HMAC', () => {
  it('is another one for every purpose and every installation', () => {
    const purposes: KeyPurpose[] = [
      'activityKey',
      'cardToken',
      'voucherToken',
      'personalCode',
      'inviteCode',
      'address',
    ];
    const all = [keys, others].flatMap((one) => purposes.map((purpose) => one.hmac(purpose, 'a').toString('hex')));
    expect(new Set(all).size).toBe(2 * purposes.length);
    expect(keys.hmac('cardToken', 'a')).toEqual(keys.hmac('cardToken', 'a'));
  });

  it('knows where one part ends and the next begins', () => {
    const parts = fc.array(fc.string({ maxLength: 6 }), { minLength: 1, maxLength: 4 });
    const differ = (a: readonly string[], b: readonly string[]) => JSON.stringify(a) !== JSON.stringify(b);
    fc.assert(
      fc.property(
        fc.tuple(parts, parts).filter(([a, b]) => differ(a, b)),
        ([a, b]) => {
          expect(keys.hmac('lookup', ...a)).not.toEqual(keys.hmac('lookup', ...b));
        },
      ),
      seeded(),
    );
    expect(keys.hmac('lookup', 'ab', 'c')).not.toEqual(keys.hmac('lookup', 'a', 'bc'));
    expect(keys.hmac('lookup', 'ab')).not.toEqual(keys.hmac('lookup', 'ab', ''));
  });
});

it('signs so that anyone can verify with the published key, and nobody with another', () => {
  const publish = (raw: Buffer) =>
    createPublicKey({
      key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]),
      format: 'der',
      type: 'spki',
    });
  const signature = keys.sign(Buffer.from('root'));
  expect(verify(null, Buffer.from('root'), publish(keys.signingPublicKey), signature)).toBe(true);
  expect(verify(null, Buffer.from('rood'), publish(keys.signingPublicKey), signature)).toBe(false);
  expect(verify(null, Buffer.from('root'), publish(others.signingPublicKey), signature)).toBe(false);
  expect(keys.signingKeyId).toHaveLength(16);
});

it('derives the same keys after a restart, and none from a secret that is too short', () => {
  expect(createKeys(Buffer.alloc(32, 1)).hmac('session', 'x')).toEqual(keys.hmac('session', 'x'));
  expect(() => createKeys(Buffer.alloc(31))).toThrow('32 bytes');
});
