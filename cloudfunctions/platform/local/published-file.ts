import { mkdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { PublishedLines } from '../../kit/world';

/** The file in the data folder that only grows. Copies of it belong where neither operator nor database's owner writes. */
export const publishedFileIn = (folder: string): string => path.join(folder, 'published.jsonl');

/** What was being written when the process died has no end of line, and counts for nothing. */
function wholeLines(file: string): { readonly lines: readonly string[]; readonly isTorn: boolean } {
  try {
    const parts = readFileSync(file, 'utf8').split('\n');
    const rest = parts.pop();
    return { lines: parts.filter((line) => line !== ''), isTorn: rest !== '' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { lines: [], isTorn: false };
    throw error;
  }
}

export function publishedLinesIn(folder: string): PublishedLines {
  const file = publishedFileIn(folder);
  return {
    lines: async () => wholeLines(file).lines,
    add: async (lines) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const { isTorn } = wholeLines(file);
      const handle = await open(file, 'a', 0o644);
      try {
        await handle.appendFile(`${isTorn ? '\n' : ''}${lines.join('\n')}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}
