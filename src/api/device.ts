import Taro from '@tarojs/taro';
import { DEMO_HEADER } from '../../cloudfunctions/values/demo';
import { noteAppFacts } from '../app-facts';
import { clock } from '../device/clock';
import { keptByDevice } from '../device/kept';
import type { Device } from './client';
import { newId } from './new-id';
import { overHttp } from './over-http';
import { createPending } from './pending';
import { isAnswer, type Message, type Send } from './send';

const TIMEOUT_MS = 12_000;
/** A roster of some thousand rows is read and held against the register. */
const TIMEOUT_WITH_FILE_MS = 60_000;

function timeLimit({ hasFile }: Message) {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), hasFile ? TIMEOUT_WITH_FILE_MS : TIMEOUT_MS);
  return { signal: ended.signal, clear: () => clearTimeout(timer) };
}

/** Said on every answer of the demo's host, also to somebody who has not signed in. */
const noteDemo = (headers: Headers) => headers.has(DEMO_HEADER) && noteAppFacts({ demo: true });

/** WeChat ends a call by itself, and the function after its own twenty seconds: nothing is cut short here. */
const sendToFunction: Send = async ({ room, verb, input, requestId }) => {
  try {
    const data = { action: verb, input, ...(requestId && { requestId }) };
    const { result } = await Taro.cloud.callFunction({ name: room, data });
    return isAnswer(result) ? result : null;
  } catch {
    return null;
  }
};

const inDoubt = keptByDevice<unknown>('pending-requests', (stored) => stored);

/** The phone or the browser that the app runs on. */
export const device: Device = {
  send:
    process.env.TARO_ENV === 'h5'
      ? overHttp(API_BASE, timeLimit, (...asked) => fetch(...asked), noteDemo)
      : sendToFunction,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  pending: createPending({ read: inDoubt.read, write: inDoubt.keep }, newId, clock),
  clock,
};
