import { useState } from 'react';
import { scanWithWeChat } from './scan-with-wechat';

/** WeChat's scanner behind a button; `refused` until it opens, to be said in place. */
export function useWeChatScan(onText: (text: string) => unknown) {
  const [refused, setRefused] = useState(false);
  const scan = async () => {
    const seen = await scanWithWeChat();
    setRefused(seen === 'refused');
    if (typeof seen === 'object') await onText(seen.text);
  };
  return { scan, refused };
}
