import { bytesToHex } from '@noble/hashes/utils.js';
import Taro from '@tarojs/taro';

/** Random bytes from the device. WeChat's JavaScript has no `crypto`, and Taro makes no promise of its call. */
export function randomBytes(length: number): Promise<Uint8Array> {
  if (process.env.TARO_ENV === 'h5') return Promise.resolve(crypto.getRandomValues(new Uint8Array(length)));
  return new Promise((resolve, reject) => {
    Taro.getRandomValues({
      length,
      success: ({ randomValues }) => resolve(new Uint8Array(randomValues)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });
}

/** 128 random bits: unique by themselves, whoever signs in. */
export async function newId(): Promise<string> {
  return bytesToHex(await randomBytes(16));
}
