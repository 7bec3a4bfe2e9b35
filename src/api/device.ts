import Taro from '@tarojs/taro';
import type { Device } from './client';
import { overHttp } from './over-http';
import { createPending } from './pending';
import { isAnswer, type Send } from './send';

const TIMEOUT_MS = 12_000;

function timeLimit() {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), TIMEOUT_MS);
  return { signal: ended.signal, clear: () => clearTimeout(timer) };
}

const sendToFunction: Send = async ({ room, verb, input, requestId }) => {
  try {
    const data = { action: verb, input, ...(requestId && { requestId }) };
    const { result } = await Taro.cloud.callFunction({ name: room, data });
    return isAnswer(result) ? result : null;
  } catch {
    return null;
  }
};

/** Random bytes from the device. WeChat's JavaScript has no `crypto`, and Taro makes no promise of its call. */
function randomBytes(length: number): Promise<Uint8Array> {
  if (process.env.TARO_ENV === 'h5') return Promise.resolve(crypto.getRandomValues(new Uint8Array(length)));
  return new Promise((resolve, reject) => {
    Taro.getRandomValues({
      length,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** 128 random bits: unique by themselves, whoever signs in. */
async function newRequestId(): Promise<string> {
  return Array.from(await randomBytes(16), (byte) => HEX[byte]).join('');
}

const KEY = 'pending-requests';
const shelf = {
  read: (): unknown => Taro.getStorageSync(KEY),
  write: (value: unknown) => Taro.setStorageSync(KEY, value),
};

/** The phone or the browser that the app runs on. */
export const device: Device = {
  send: process.env.TARO_ENV === 'h5' ? overHttp(API_BASE, timeLimit, (...asked) => fetch(...asked)) : sendToFunction,
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  pending: createPending(shelf, newRequestId),
  clock: Date.now,
};
