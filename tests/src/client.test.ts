import { createClient } from '../../src/api/client';
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
  let kept: readonly Sent[] = [];
  let ids = 0;
  const client = createClient({
    send: async (message) => {
      sent.push(message);
      return answers.shift() ?? null;
    },
    pause: async (ms) => pauses.push(ms),
    pending: createPending({ read: () => kept, write: (value) => (kept = value) }, async () => `id ${++ids}`),
    clock: () => NOW_MS,
  });
  const tap = () => client.write('household.showMyName', { shown: true });
  return {
    tap,
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

  it.each(['TOO_MANY', 'NOT_SIGNED_IN', 'ORIGIN_NOT_ALLOWED'])(
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

it('asks again for what is only read, without an id', async () => {
  const { read, ids } = clientOf(null, null, null, null);
  expect(await read()).toMatchObject({ code: 'UNREACHABLE' });
  expect(ids()).toEqual([undefined, undefined, undefined, undefined]);
});
