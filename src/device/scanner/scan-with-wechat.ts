import Taro from '@tarojs/taro';
import { isClosed } from '../is-closed';

/** What WeChat's scanner gave: a code, nothing (the person closed it), or a refusal to open. */
export type WeChatScan = { readonly text: string } | 'closed' | 'refused';

/** A mini-program code gives a path; everything else its text. */
function textIn(scanned: Taro.scanCode.SuccessCallbackResult): string {
  const path = 'path' in scanned ? String(scanned.path) : '';
  return path || scanned.result;
}

export async function scanWithWeChat(): Promise<WeChatScan> {
  try {
    const text = textIn(await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] }));
    return text ? { text } : 'refused';
  } catch (reason) {
    return isClosed(reason) ? 'closed' : 'refused';
  }
}
