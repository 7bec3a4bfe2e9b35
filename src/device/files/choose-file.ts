import Taro from '@tarojs/taro';
import { FILE_KINDS } from '../../../cloudfunctions/values/files';
import { isClosed } from '../is-closed';

export interface ChosenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** What cannot be sent. */
export type FileProblem = 'empty' | 'tooLarge' | 'unreadable';

/** Told before anything is read or sent; null: it may be. */
export function problemOf({ size }: { readonly size: number }): FileProblem | null {
  if (size === 0) return 'empty';
  return size > FILE_KINDS.xlsx.bytesMax ? 'tooLarge' : null;
}

/** What an Excel file is called; older kinds are taken, too, so that the server can say what to do with them. */
export const EXCEL_ENDINGS = ['xlsx', 'xls'] as const;

/** WeChat lends no file picker but that of its chats: staff send themselves the file. Undefined: nothing was chosen. */
export async function chooseWeChatFile(): Promise<ChosenFile | FileProblem | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: [...EXCEL_ENDINGS] }).catch(
    (reason: unknown) => (isClosed(reason) ? undefined : ('unreadable' as const)),
  );
  if (chosen === 'unreadable') return chosen;
  const [file] = chosen?.tempFiles ?? [];
  if (!file) return undefined;
  const problem = problemOf(file);
  if (problem) return problem;
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readFile({
      filePath: file.path,
      success: ({ data }) =>
        resolve(typeof data === 'string' ? 'unreadable' : { name: file.name, bytes: new Uint8Array(data) }),
      fail: () => resolve('unreadable'),
    });
  });
}
