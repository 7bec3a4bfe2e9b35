import { createClient } from '../../src/api/client';
import { fingerprintOf } from '../../src/api/fingerprint';
import { createPending, type Sent } from '../../src/api/pending';
import type { Message, RawAnswer } from '../../src/api/send';

const NOW_MS = Date.parse('2026-11-23T12:00:00+08:00');
const DONE = { ok: true, data: { shown: true } };
const fault = { ok: false, code: 'FAULT', detail: {} };
const refusal = (code: string, detail = {}) => ({ ok: false, code, detail });

/** A client whose server answers as it is told, one after the other, and what was sent to it. */
function clientOf(...answers: (RawAnswer | null)[]) {
  const sent: Message[] = [];
  const pauses: number[] = [];
  const shelf = { kept: [] as readonly Sent[], isFull: false };
  let ids = 0;
  let duringPause = () => {};
  const write = (value: readonly Sent[]) => {
    if (shelf.isFull) throw new Error('setStorageSync:fail exceed max size');
    shelf.kept = value;
  };
  const client = createClient({
    send: async (message) => {
      sent.push(message);
      return answers.shift() ?? null;
    },
    pause: async (ms) => {
      pauses.push(ms);
      duringPause();
    },
    pending: createPending(
      { read: () => shelf.kept, write },
      async () => `id ${++ids}`,
      () => NOW_MS,
    ),
    clock: () => NOW_MS,
  });
  const tap = () => client.write('household.showMyName', { shown: true });
  const roster = { unitId: 'unit', fileName: '名册.xlsx', fileHash: 'c0ffee'.repeat(10) };
  return {
    tap,
    importRoster: () => client.write('household.importRoster', { ...roster, decisions: [] }),
    callerIs: client.callerIs,
    whenOther: client.whenOther,
    shelf,
    sent,
    whilePausing: (what: () => void) => {
      duringPause = what;
    },
    read: () => client.read('household.me', {}),
    pauses,
    ids: () => sent.map(({ requestId }) => requestId),
  };
}

describe('a write', () => {
  it('that is answered is done with: the same thing again is a new deed', async () => {
    const { tap, ids } = clientOf(DONE, refusal('TOO_MANY'), DONE);
    expect(await tap()).toEqual(DONE);
    expect(await tap()).toMatchObject({ code: 'TOO_MANY' });
    await tap();
    expect(ids()).toEqual(['id 1', 'id 2', 'id 3']);
  });

  it('is tried again, ever more slowly, while nobody answers or the server stumbles', async () => {
    const { tap, ids, pauses } = clientOf(null, fault, null, DONE);
    expect(await tap()).toEqual(DONE);
    expect(ids()).toEqual(['id 1', 'id 1', 'id 1', 'id 1']);
    expect(pauses).toEqual([400, 1_200, 3_000]);
  });

  it('keeps its id until there is an answer, however often the person taps', async () => {
    const { tap, ids } = clientOf(null, null, null, null, null, DONE, DONE);
    expect(await tap()).toMatchObject({ code: 'UNREACHABLE' });
    expect(await tap()).toEqual(DONE);
    expect(await tap()).toEqual(DONE);
    expect(ids()).toEqual([...Array.from({ length: 6 }, () => 'id 1'), 'id 2']);
  });

  it.each(['TOO_MANY', 'NOT_SIGNED_IN', 'ORIGIN_NOT_ALLOWED', 'SIGNED_IN_AS_OTHER'])(
    'that may have been done keeps its id when it is turned away at the door with %s',
    async (code) => {
      const turnedAway = refusal(code, { retryAtMs: NOW_MS + 30_000 });
      const { tap, ids } = clientOf(null, turnedAway, turnedAway, DONE);
      expect(await tap()).toMatchObject({ code });
      expect(await tap()).toMatchObject({ code });
      expect(await tap()).toEqual(DONE);
      expect(new Set(ids())).toEqual(new Set(['id 1']));
    },
  );

  it('is done with when the pause it is told of is over: that is a kept answer, and would be given for ever', async () => {
    const { tap, ids } = clientOf(null, refusal('TOO_MANY', { retryAtMs: NOW_MS }), DONE);
    expect(await tap()).toMatchObject({ code: 'TOO_MANY' });
    expect(await tap()).toEqual(DONE);
    expect(ids()).toEqual(['id 1', 'id 1', 'id 2']);
  });
});

describe('a page', () => {
  it('says for whom it was drawn, but not where it asks who sits here', async () => {
    const { tap, read, callerIs, sent } = clientOf(DONE, DONE, DONE);
    await tap();
    callerIs('mother');
    await tap();
    await read();
    expect(sent.map(({ drawnFor }) => drawnFor)).toEqual([undefined, 'mother', undefined]);
  });

  it('hears when somebody else has signed in since, once for the one for whom it was drawn', async () => {
    const { tap, callerIs, whenOther } = clientOf(refusal('SIGNED_IN_AS_OTHER'), DONE);
    const told = jest.fn(() => callerIs('son'));
    whenOther(told);
    callerIs('mother');
    expect(await tap()).toMatchObject({ code: 'SIGNED_IN_AS_OTHER' });
    await tap();
    expect(told).toHaveBeenCalledTimes(1);
  });
});

describe('what the device remembers of a write', () => {
  it('is nothing that was sent: no name, no file, no code', async () => {
    const { importRoster, shelf } = clientOf();
    await importRoster();
    const [one] = shelf.kept;
    expect(one).toEqual({ id: 'id 1', atMs: expect.any(Number), fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify(shelf.kept)).not.toMatch(/c0ffee|名册|household/);
  });

  it('tells other things apart, whatever script they are written in', () => {
    const many = ['', 'a', 'b', '李桂芳', '李桂兰', '\u674e', '\ud83d\ude00', '\ud83d', '\ufffd'];
    expect(new Set(many.map(fingerprintOf)).size).toBe(many.length);
    expect(fingerprintOf(['李桂芳'])).toBe(fingerprintOf(['李桂芳']));
  });

  it('goes when it is a day old, or was kept with everything in it', async () => {
    const { callerIs, shelf } = clientOf();
    const fresh = { id: 'fresh', fingerprint: 'f', atMs: NOW_MS };
    const old = { id: 'old', fingerprint: 'o', atMs: NOW_MS - 24 * 3_600_000 };
    const readable = { id: 'readable', body: '["household.addMember",{"name":"李桂芳"}]', atMs: NOW_MS };
    shelf.kept = [fresh, old, readable as unknown as Sent];
    callerIs('an identity');
    expect(shelf.kept).toEqual([fresh]);
  });

  it('is kept as long as the app is open when the storage is full, and the write goes out', async () => {
    const { tap, ids, shelf } = clientOf(null, null, null, null, DONE, DONE);
    shelf.isFull = true;
    expect(await tap()).toMatchObject({ code: 'UNREACHABLE' });
    expect(await tap()).toEqual(DONE);
    expect(await tap()).toEqual(DONE);
    expect(new Set(ids().slice(0, 5))).toEqual(new Set(['id 1']));
    expect(ids().at(-1)).toBe('id 2');
  });
});

describe('another person on the same device', () => {
  it('does not finish what the first began; the first, back again, does', async () => {
    const { callerIs, tap, ids } = clientOf(null, null, null, null, DONE, DONE);
    callerIs('first');
    await tap();
    callerIs(undefined);
    callerIs('second');
    await tap();
    callerIs('first');
    await tap();
    expect(ids()).toEqual(['id 1', 'id 1', 'id 1', 'id 1', 'id 2', 'id 1']);
  });

  it('does not send what the first still tries to', async () => {
    const { callerIs, tap, sent, whilePausing } = clientOf(null, DONE);
    callerIs('first');
    whilePausing(() => callerIs(undefined));
    expect(await tap()).toMatchObject({ code: 'UNREACHABLE' });
    expect(sent).toHaveLength(1);
  });

  it('is not seen in somebody who becomes known while a write is on its way', async () => {
    const { callerIs, tap, ids, whilePausing } = clientOf(null, null, null, null, DONE);
    whilePausing(() => callerIs('first'));
    await tap();
    expect(await tap()).toEqual(DONE);
    expect(new Set(ids())).toEqual(new Set(['id 1']));
  });
});

it('gives what reads a file more time, and sends it twice at most', async () => {
  const { importRoster, tap, sent, pauses } = clientOf();
  await importRoster();
  expect(sent.map(({ hasFile }) => hasFile)).toEqual([true, true]);
  expect(pauses).toEqual([3_000]);
  await tap();
  expect(sent.at(-1)?.hasFile).toBe(false);
});

it('asks again for what is only read, without an id', async () => {
  const { read, ids } = clientOf(null, null, null, null);
  expect(await read()).toMatchObject({ code: 'UNREACHABLE' });
  expect(ids()).toEqual([undefined, undefined, undefined, undefined]);
});
