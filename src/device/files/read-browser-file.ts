import { UPLOAD_BYTES_MAX } from '../../../cloudfunctions/values/limits';
import type { ChosenFile, FileProblem } from './choose-file';

/** A browser's file as base64. */
export function readBrowserFile(file: File): Promise<ChosenFile | FileProblem> {
  if (file.size > UPLOAD_BYTES_MAX) return Promise.resolve('tooLarge');
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, base64: String(reader.result).replace(/^[^,]*,/, '') });
    reader.onerror = () => resolve('unreadable');
    reader.readAsDataURL(file);
  });
}
