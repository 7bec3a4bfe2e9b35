import type { ReadName, Refused, RequestFor, Result, WriteName } from './actions';
import type { Pending } from './pending';
import type { RawAnswer, Send } from './send';

/** What the client needs of the device that it runs on. */
export interface Device {
  readonly send: Send;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly pending: Pending;
}

/** Pauses between tries; the last try's silence is told to the person. */
const BACK_OFF_MS = [400, 1_200, 3_000];
const UNREACHABLE: Refused = { ok: false, code: 'UNREACHABLE', detail: {}, traceId: '' };

/** No answer, or the server stumbled: what was sent may or may not have been done. */
const isDefinite = (answer: RawAnswer | null): answer is RawAnswer => answer !== null && answer.code !== 'FAULT';

export function createClient({ send, pause, pending }: Device) {
  async function ask(name: string, input: unknown, requestId?: string): Promise<RawAnswer | null> {
    const [room = '', verb = ''] = name.split('.');
    const message = { room, verb, input, ...(requestId && { requestId }) };
    let answer = await send(message);
    for (const ms of BACK_OFF_MS) {
      if (isDefinite(answer)) return answer;
      await pause(ms);
      answer = await send(message);
    }
    return answer;
  }

  return {
    /** Asks for something. Tries again by itself while nobody answers. */
    async read<Name extends ReadName>(name: Name, input: RequestFor<Name>): Promise<Result<Name>> {
      return ((await ask(name, input)) as Result<Name> | null) ?? UNREACHABLE;
    },

    /**
     * Does something, once: every try carries the same request id, which is kept on the device until there is a definite
     * answer. After UNREACHABLE or FAULT the same call again finishes it and never doubles it.
     */
    async write<Name extends WriteName>(name: Name, input: RequestFor<Name>): Promise<Result<Name>> {
      const requestId = await pending.idFor(name, input);
      const answer = await ask(name, input, requestId);
      if (isDefinite(answer)) pending.forget(requestId);
      return (answer as Result<Name> | null) ?? UNREACHABLE;
    },
  };
}
