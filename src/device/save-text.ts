import Taro from '@tarojs/taro';
import { copyText } from './copy-text';
import { download } from './download';

/** Saves a text as a file: on the web into the downloads, on WeChat by sending it to a chat of one's own. False: not taken. */
export async function saveText(name: string, text: string, type: string): Promise<boolean> {
  return process.env.TARO_ENV === 'h5' ? download(name, text, type) : sendAsFile(name, text);
}

async function sendAsFile(name: string, text: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
    await Taro.shareFileMessage({ filePath, fileName: name });
    return true;
  } catch {
    return false;
  }
}

export type Shared = 'shared' | 'copied' | 'neither';

/** By the device's own way to share where a browser has one, else into the clipboard. */
export const shareLink = (title: string, url: string): Promise<Shared> => share({ title, url }, url);
export const shareText = (title: string, text: string): Promise<Shared> => share({ title, text }, text);

async function share(what: ShareData, plain: string): Promise<Shared> {
  if (process.env.TARO_ENV === 'h5' && typeof navigator.share === 'function') {
    const isShared = await navigator.share(what).then(
      () => true,
      () => false,
    );
    if (isShared) return 'shared';
  }
  return (await copyText(plain)) ? 'copied' : 'neither';
}
