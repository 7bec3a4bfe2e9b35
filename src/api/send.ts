import Taro from '@tarojs/taro';

/** The server's answer as it came, or null when there was none: no network, no time, or no sense in it. */
export interface RawAnswer {
  readonly ok: boolean;
  readonly data?: unknown;
  readonly code?: string;
  readonly detail?: Record<string, unknown>;
  readonly traceId?: string;
}

export interface Message {
  readonly room: string;
  readonly verb: string;
  readonly input: unknown;
  readonly requestId?: string;
}

const TIMEOUT_MS = 12_000;

/** One try, over the way that this face of the app has. */
export function send(message: Message): Promise<RawAnswer | null> {
  return process.env.TARO_ENV === 'h5' ? sendOverHttp(message) : sendToFunction(message);
}

const isAnswer = (value: unknown): value is RawAnswer => typeof (value as RawAnswer | null)?.ok === 'boolean';

async function sendOverHttp({ room, verb, input, requestId }: Message): Promise<RawAnswer | null> {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(`${API_BASE}/${room}/${verb}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ input, ...(requestId && { requestId }) }),
      signal: ended.signal,
    });
    const answer: unknown = await response.json();
    return isAnswer(answer) ? answer : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function sendToFunction({ room, verb, input, requestId }: Message): Promise<RawAnswer | null> {
  try {
    const data = { action: verb, input, ...(requestId && { requestId }) };
    const { result } = await Taro.cloud.callFunction({ name: room, data });
    return isAnswer(result) ? result : null;
  } catch {
    return null;
  }
}
