import path from 'node:path';

const { shortTests }: { shortTests(folder: string): string[] } = require('../../config/short-tests.cjs');

/**
 * The short tests of a folder as one file: jest loads every module anew for each file of tests, which takes a second of
 * the processor, longer than most of them last. Each keeps its own database and hooks, and is run alone by its own name.
 */
export function together(folder: string): void {
  for (const file of shortTests(folder)) {
    describe(file, () => {
      jest.requireActual(path.resolve(__dirname, '../..', file));
    });
  }
  jest.setTimeout(180_000); // the longest that one of them asks for
}
