import {
  type ActionName,
  type ReadName,
  type RequestFor,
  type Result,
  type TakesFile,
  UNREACHABLE,
  type WriteName,
} from './actions';
import type { Pending } from './pending';
import type { Message, RawAnswer, Send } from './send';

/** What the client needs of the device that it runs on. */
export interface Device {
  readonly send: Send;
  readonly pause: (ms: number) => Promise<unknown>;
  readonly pending: Pending;
  readonly clock: () => number;
}

/** Pauses between tries; the last try's silence is told to the person. */
const BACK_OFF_MS = [400, 1_200, 3_000];
/** Each reads a whole file, which takes its time and is not asked over and over. One that is missing here does not compile. */
const TAKES_FILE: Readonly<Record<TakesFile, true>> = {
  'household.previewRoster': true,
  'household.importRoster': true,
  'catalogue.previewSheet': true,
  'catalogue.importSheet': true,
  'award.readNamesFile': true,
};
const BACK_OFF_WITH_FILE_MS = [3_000];

/** No answer, or the server stumbled: what was sent may or may not have been done. */
const isDefinite = (answer: RawAnswer | null): answer is RawAnswer => answer !== null && answer.code !== 'FAULT';

/** Said before anybody looks whether the request was done already. */
const SAID_AT_THE_DOOR = ['TOO_MANY', 'NOT_SIGNED_IN', 'ORIGIN_NOT_ALLOWED', 'SIGNED_IN_AS_OTHER', 'CLOCK_BEHIND'];

/** Whether the answer tells what became of a request that may have been done by an earlier try. */
function tellsOfEarlier({ code = '', detail }: RawAnswer, nowMs: number): boolean {
  if (!SAID_AT_THE_DOOR.includes(code)) return true;
  const retryAtMs = detail?.retryAtMs; // in the past: the first answer, kept, which would be given for ever
  return typeof retryAtMs === 'number' && retryAtMs <= nowMs;
}

function messageOf(
  name: ActionName,
  input: unknown,
  asker: string | undefined,
  requestId: string | undefined,
): Message {
  const [room = '', verb = ''] = name.split('.');
  const drawnFor = name === 'household.me' ? undefined : asker; // that one asks who it is
  const hasFile = name in TAKES_FILE;
  return { room, verb, input, hasFile, ...(requestId && { requestId }), ...(drawnFor && { drawnFor }) };
}

export function createClient({ send, pause, pending, clock }: Device) {
  let caller: string | undefined;
  let tellOfOther = () => {};

  /** Until somebody answers, for as long as the one who asked sits here. */
  async function sendUntilAnswered(message: Message) {
    const asker = caller;
    let answer = await send(message);
    let tries = 1;
    for (const ms of message.hasFile ? BACK_OFF_WITH_FILE_MS : BACK_OFF_MS) {
      if (isDefinite(answer)) break;
      await pause(ms);
      if (asker && asker !== caller) break;
      answer = await send(message);
      tries += 1;
    }
    return { answer, tries };
  }

  async function ask(name: ActionName, input: unknown, requestId?: string) {
    const asker = caller;
    const { answer, tries } = await sendUntilAnswered(messageOf(name, input, asker, requestId));
    if (answer?.code === 'SIGNED_IN_AS_OTHER' && asker === caller) tellOfOther();
    return { answer, tries };
  }

  return {
    /** Asks for something. Tries again by itself while nobody answers. */
    async read<Name extends ReadName>(name: Name, input: RequestFor<Name>): Promise<Result<Name>> {
      const { answer } = await ask(name, input);
      return (answer as Result<Name> | null) ?? UNREACHABLE;
    },

    /**
     * Does something, once: every try carries the same request id, which is kept on the device until there is a definite
     * answer. After UNREACHABLE or FAULT the same call again finishes it and never doubles it.
     */
    async write<Name extends WriteName>(name: Name, input: RequestFor<Name>): Promise<Result<Name>> {
      const { id, isOld } = await pending.idFor(name, input, caller);
      const { answer, tries } = await ask(name, input, id);
      const mayBeDone = isOld || tries > 1;
      if (isDefinite(answer) && (!mayBeDone || tellsOfEarlier(answer, clock()))) pending.forget(id);
      return (answer as Result<Name> | null) ?? UNREACHABLE;
    },

    /** Who sits here, as far as is known: what one person began is neither tried on nor finished under the next. */
    callerIs(identityId: string | undefined): void {
      caller = identityId;
      pending.tidy();
    },

    /** What to do when the server says that somebody else has signed in on this device since. */
    whenOther(tell: () => void): void {
      tellOfOther = tell;
    },
  };
}
