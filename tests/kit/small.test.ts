import fc from 'fast-check';
import { normaliseReadable, toReadable } from '../../cloudfunctions/kit/base32';
import { newId, randomDigits, systemRandom } from '../../cloudfunctions/kit/ids';
import { type Principal, reaches } from '../../cloudfunctions/kit/principal';
import { isRefusal, refuse } from '../../cloudfunctions/kit/refusal';
import { canonicalJson } from '../../cloudfunctions/kit/request-log';
import { ROLES, STAFF } from '../../cloudfunctions/values/roles';
import { seeded } from '../support/seeded';

describe('ids', () => {
  const world = (ms: number) => ({ clock: () => ms, random: systemRandom });

  it('are UUIDs that sort by the time at which they were made', () => {
    const ids = [1, 2, 3, 1_000, 86_400_000].map((later) => newId(world(1_795_395_600_000 + later)));
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('differ within one millisecond', () => {
    const ids = Array.from({ length: 10_000 }, () => newId(world(1_795_395_600_000)));
    expect(new Set(ids).size).toBe(10_000);
  });
});

describe('random digits', () => {
  it('have the length that was asked for, and each digit as often as another', () => {
    const digits = Array.from({ length: 20_000 }, () => randomDigits(systemRandom, 6)).join('');
    expect(digits).toMatch(/^\d{120000}$/);
    for (const digit of '0123456789') {
      const times = digits.split(digit).length - 1;
      expect(Math.abs(times - 12_000)).toBeLessThan(600); // nearly six standard deviations
    }
  });

  it('leave out bytes that would make small digits likelier', () => {
    const bytes = [250, 255, 249, 7, 13, 0];
    const random = (length: number) => Buffer.from(bytes.splice(0, length));
    expect(randomDigits(random, 3)).toBe('973');
  });
});

describe('readable codes', () => {
  it('hold no letters or digits that are mistaken for one another', () => {
    const codes = Array.from({ length: 2_000 }, () => toReadable(systemRandom(16), 8)).join('');
    expect(codes).not.toMatch(/[^0-9A-Z]|[0O1ILUZ2S5B8]/);
    expect(new Set(codes).size).toBe(24);
  });

  it('come back from however people type them', () => {
    expect(normaliseReadable(' h7k-9mx ')).toBe('H7K9MX');
    expect(normaliseReadable('Ｈ７Ｋ－９ＭＸ')).toBe('H7K9MX');
    expect(normaliseReadable('h7k—9m　x')).toBe('H7K9MX');
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
        const code = toReadable(Buffer.from(bytes), 8);
        expect(normaliseReadable(`${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`)).toBe(code);
      }),
      seeded(),
    );
  });
});

describe('canonical JSON', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, field]) => [name, shuffled(field)]),
    );
  };

  it('does not depend on the order of keys, and says the same as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      seeded(),
    );
  });

  it('leaves out what is not there, and keeps the order of lists', () => {
    expect(canonicalJson({ b: 1, a: { d: [3, 1], c: undefined } })).toBe('{"a":{"d":[3,1]},"b":1}');
    expect(canonicalJson([undefined])).toBe('[null]');
  });
});

describe('scope', () => {
  const holder = (unitPath: string): Principal => ({
    identityId: 'i',
    residentId: 'r',
    householdId: null,
    communityId: null,
    roles: [{ role: 'communityStaff', unitId: 'c', unitPath, providerId: null, societyId: null }],
  });

  it('reaches the own unit and what lies below, not the neighbour and not what lies above', () => {
    const caller = holder('/city/district/c/');
    expect(reaches(caller, STAFF, '/city/district/c/')).toBe(true);
    expect(reaches(caller, STAFF, '/city/district/c/grid/')).toBe(true);
    expect(reaches(caller, STAFF, '/city/district/c2/')).toBe(false);
    expect(reaches(caller, STAFF, '/city/district/')).toBe(false);
    expect(
      reaches(
        caller,
        ROLES.filter((role) => role !== 'communityStaff'),
        '/city/district/c/',
      ),
    ).toBe(false);
  });
});

it('tells a refusal from everything else', () => {
  expect(isRefusal(refuse('NOT_SIGNED_IN'))).toBe(true);
  for (const value of [null, undefined, 'no', { ok: true, data: 1 }, { ok: false }, { code: 'NO' }])
    expect(isRefusal(value)).toBe(false);
});
