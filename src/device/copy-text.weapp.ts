import Taro from '@tarojs/taro';

/** Into the clipboard, which WeChat tells itself; false where it does not let us. */
export const copyText = (text: string): Promise<boolean> =>
  Taro.setClipboardData({ data: text }).then(
    () => true,
    () => false,
  );
