/** A guard in the code: without it (what stands in its place) the named test must fail. */
export interface CodeGuard {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly text: string;
  readonly without: string;
  /** Below tests/. */
  readonly testFile: string;
  readonly test: string;
}

type Cut = readonly [name: string, text: string, without: string, testFile: string, test: string];
export const inFile = (file: string, ...cuts: readonly Cut[]): CodeGuard[] =>
  cuts.map(([name, text, without, testFile, test]) => ({
    ...{ name, text, without, test },
    file: `cloudfunctions/${file}.ts`,
    testFile: `tests/${testFile}.test.ts`,
  }));
