import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import {
  FIRST_CHECKPOINT_HASH,
  isCountersigned as isToServer,
  makeCheckpoint,
} from '../../cloudfunctions/ledger/rules';
import { countersignText } from '../../cloudfunctions/values/receipt';
import { publicKeyOf, signed, sinceLast, toWitness, type Witness } from '../../src/ledger/countersign/witness';
import type { Checkpoint } from '../../src/ledger/receipt/check';
import { isCountersigned, outsideOf } from '../../src/ledger/receipt/outside';
import { withOutside } from '../../src/ledger/receipt/receipt-words';

const rawOf = (key: ReturnType<typeof createPublicKey>) =>
  key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const host = generateKeyPairSync('ed25519');
const hostKey = rawOf(host.publicKey);
const signer = { sign: (message: Buffer) => sign(null, message, host.privateKey), signingKeyId: hostKey.slice(0, 16) };
const unitId = '019aa000-0000-7000-8000-000000000001';

function daysFrom(word: string, count = 4): Checkpoint[] {
  const made: Checkpoint[] = [];
  for (let n = 1; n <= count; n++) {
    const prevHash = made[made.length - 1]?.hash ?? FIRST_CHECKPOINT_HASH;
    made.push(
      makeCheckpoint({ unitId, day: `2026-11-0${n}`, leaves: [Buffer.from(`${word} ${n}`)], prevHash }, signer),
    );
  }
  return made;
}
const days = daysFrom('as it was');
const fresh: Witness = { unitId, seed: '07'.repeat(32), operatorKey: null, last: null, unsent: [] };
const NOW = { operatorKey: hostKey, nowMs: 1_795_406_400_000 };
const afterTwo = signed(fresh, days.slice(0, 2), NOW);

describe('whoever signs from outside, on a device of their own', () => {
  it('signs what the server takes, with the key that it shows', () => {
    const publicKey = publicKeyOf(fresh);
    expect(afterTwo.unsent.map(({ day }) => day)).toEqual(['2026-11-01', '2026-11-02']);
    for (const one of afterTwo.unsent) {
      expect(isToServer({ ...one, unitId, publicKey })).toBe(true);
      expect(isCountersigned({ ...one, unitId, publicKey })).toBe(true);
      expect(isCountersigned({ ...one, unitId, publicKey, signedAtMs: 1 })).toBe(false);
    }
  });

  it('is shown what is new, from the first day on and then from the last', () => {
    expect(sinceLast(fresh, days, hostKey)).toEqual(days);
    expect(sinceLast(afterTwo, days.slice(1), hostKey)).toEqual(days.slice(2));
    expect(sinceLast(afterTwo, days.slice(1, 2), hostKey)).toEqual([]);
  });

  it('signs nothing where history was written anew with the very key of the host', () => {
    const anew = daysFrom('rewritten');
    expect(sinceLast(afterTwo, anew, hostKey)).toEqual({ why: 'rewritten', day: '2026-11-02' });
    expect(sinceLast(afterTwo, days.slice(2), hostKey)).toEqual({ why: 'rewritten', day: '2026-11-02' });
    expect(sinceLast(afterTwo, [...days.slice(0, 2), ...anew.slice(2)], hostKey)).toEqual({
      ...{ why: 'broken', day: '2026-11-03' },
    });
  });

  it('nor where a day is left out, altered, signed by nobody, or the host’s key is another', () => {
    const [, second, third, fourth] = days as [Checkpoint, Checkpoint, Checkpoint, Checkpoint];
    expect(sinceLast(afterTwo, [second, fourth], hostKey)).toMatchObject({ why: 'broken', day: fourth.day });
    const altered = { ...third, leafCount: third.leafCount + 1 };
    expect(sinceLast(afterTwo, [second, altered, fourth], hostKey)).toMatchObject({ why: 'broken', day: third.day });
    const unsigned = { ...fourth, signature: '00'.repeat(64) };
    expect(sinceLast(afterTwo, [second, third, unsigned], hostKey)).toMatchObject({ why: 'broken', day: fourth.day });
    expect(sinceLast(afterTwo, days, 'ab'.repeat(32))).toMatchObject({ why: 'otherKey' });
  });

  it('goes on from a saved file, and from no other text', () => {
    expect(toWitness(JSON.parse(JSON.stringify(afterTwo)))).toEqual(afterTwo);
    for (const other of [null, 'x', {}, { ...afterTwo, seed: 'short' }, { ...afterTwo, last: {} }])
      expect(toWitness(other)).toBeUndefined();
  });
});

describe('a receipt says of its day', () => {
  const publicKey = publicKeyOf(fresh);
  const name = '村务监督委员会';
  const told = (more: object = {}, inForce = true) => ({
    countersignatures: afterTwo.unsent.map((one) => ({ ...one, unitId, publicKey, name, ...more })),
    countersigners: inForce
      ? [{ countersignerId: unitId, name, publicKey, state: 'inForce' as const, sinceMs: 0, saidByMe: false }]
      : [],
    nextCursor: null,
  });
  const [first, , third] = days as [Checkpoint, Checkpoint, Checkpoint];

  it('that somebody from outside signed it too, or has not yet, or that nobody does', () => {
    expect(outsideOf(first, told())).toEqual({ state: 'signed', names: [name] });
    expect(outsideOf(third, told())).toEqual({ state: 'notYet', names: [name] });
    expect(outsideOf(third, told({}, false))).toEqual({ state: 'nobody', names: [] });
    expect(outsideOf(first, told({ signature: '00'.repeat(64) })).state).toBe('notYet');
  });

  it('that they signed another one: then it is no good news, whatever the host’s key says', () => {
    const outside = outsideOf(daysFrom('rewritten')[0] as Checkpoint, told());
    expect(outside).toEqual({ state: 'differs', names: [name] });
    expect(withOutside('genuine', outside)).toBe('outsideDiffers');
    expect(withOutside('altered', outside)).toBe('altered');
    expect(withOutside('genuine', outsideOf(first, told()))).toBe('genuine');
  });

  it('the new one alone where the same key has signed both, after a restore', () => {
    const anew = daysFrom('restored')[0] as Checkpoint;
    const both = told();
    both.countersignatures.push(
      ...signed(fresh, [anew], NOW).unsent.map((one) => ({ ...one, unitId, publicKey, name })),
    );
    expect(outsideOf(anew, both).state).toBe('signed');
  });
});

it('is Ed25519 as everybody has it: Node’s own key of the same seed signs the same', () => {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(fresh.seed, 'hex')]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { day, hash, signedAtMs, signature } = afterTwo.unsent[0] as (typeof afterTwo.unsent)[number];
  expect(rawOf(createPublicKey(key))).toBe(publicKeyOf(fresh));
  expect(sign(null, Buffer.from(countersignText({ unitId, day, hash, signedAtMs })), key).toString('hex')).toBe(
    signature,
  );
});
