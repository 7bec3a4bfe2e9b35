import { type ChosenFile, type FileProblem, SIZE_MAX_BYTES } from './choose-file';

/** A browser's file as base64. */
export function readBrowserFile(file: File): Promise<ChosenFile | FileProblem> {
  if (file.size > SIZE_MAX_BYTES) return Promise.resolve('tooLarge');
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, base64: String(reader.result).replace(/^[^,]*,/, '') });
    reader.onerror = () => resolve('unreadable');
    reader.readAsDataURL(file);
  });
}
