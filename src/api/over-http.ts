import { isAnswer, type Message, type Send } from './send';

export interface TimeLimit {
  readonly signal: AbortSignal;
  readonly clear: () => void;
}

/** One try over HTTP. `limit` starts the time that it may take, `heard` is told what stands above each answer. */
export function overHttp(
  base: string,
  limit: (message: Message) => TimeLimit,
  ask: typeof fetch,
  heard: (headers: Headers) => void = () => {},
): Send {
  return async (message) => {
    const { room, verb, input, requestId, drawnFor } = message;
    const time = limit(message);
    try {
      const response = await ask(`${base}/${room}/${verb}`, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json', ...(drawnFor && { 'x-signed-in-as': drawnFor }) },
        body: JSON.stringify({ input, ...(requestId && { requestId }) }),
        signal: time.signal,
      });
      heard(response.headers);
      const answer: unknown = await response.json();
      return isAnswer(answer) ? answer : null;
    } catch {
      return null;
    } finally {
      time.clear();
    }
  };
}
