import { type ChosenFile, type FileProblem, problemOf } from './choose-file';

/** What is in a browser's file. */
export function readBrowserFile(file: File): Promise<ChosenFile | FileProblem> {
  const problem = problemOf(file);
  if (problem) return Promise.resolve(problem);
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, bytes: new Uint8Array(reader.result as ArrayBuffer) });
    reader.onerror = () => resolve('unreadable');
    reader.readAsArrayBuffer(file);
  });
}
