import Taro from '@tarojs/taro';

/** WeChat asks by itself, before every way back. */
export function holdBack(words: string): () => void {
  void Taro.enableAlertBeforeUnload({ message: words });
  return () => void Taro.disableAlertBeforeUnload();
}
