import Taro from '@tarojs/taro';

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

interface Pending {
  readonly id: string;
  readonly body: string;
  readonly atMs: number;
}
const KEY = 'pending-requests';
/** A person who comes back after a day and does the same thing again means to do it again. */
const KEPT_MS = 24 * 3_600_000;

function readPending(): readonly Pending[] {
  const stored: unknown = Taro.getStorageSync(KEY);
  const pending = Array.isArray(stored) ? (stored as Pending[]) : [];
  return pending.filter(({ atMs }) => Date.now() - atMs < KEPT_MS);
}

/**
 * The id for a write: the one it had, when the same thing was sent before and never got a definite answer, also after
 * the app was closed in between. So trying again can never do it twice.
 */
export async function requestIdFor(name: string, input: unknown): Promise<string> {
  const body = JSON.stringify([name, input]);
  const known = readPending().find((pending) => pending.body === body);
  if (known) return known.id;
  const id = await newRequestId();
  Taro.setStorageSync(KEY, [...readPending(), { id, body, atMs: Date.now() }]);
  return id;
}

/** The server has said yes or no: from now on the same thing is a new deed. */
export function forgetRequestId(id: string): void {
  Taro.setStorageSync(
    KEY,
    readPending().filter((pending) => pending.id !== id),
  );
}
