import { FILE_KINDS } from '../../../cloudfunctions/values/files';
import type { ChosenFile, FileProblem } from './choose-file';

/** What is in a browser's file. */
export function readBrowserFile(file: File): Promise<ChosenFile | FileProblem> {
  if (file.size > FILE_KINDS.xlsx.bytesMax) return Promise.resolve('tooLarge');
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, bytes: new Uint8Array(reader.result as ArrayBuffer) });
    reader.onerror = () => resolve('unreadable');
    reader.readAsArrayBuffer(file);
  });
}
