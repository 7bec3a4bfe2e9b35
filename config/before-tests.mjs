/**
 * All that stands before the tests: what is static, the builds, and what is asked of them. The long ones begin first, and
 * whatever is not waiting for another keeps a core busy. What measures a time comes alone, at the end.
 */
import { availableParallelism } from 'node:os';
import { sideBySide } from './side-by-side.mjs';

await sideBySide(
  [
    { script: 'build:h5' },
    { script: 'build:weapp' },
    { script: 'check:weapp', after: 'build:weapp' },
    { script: 'check:size', after: 'build:h5' },
    { script: 'check:types' },
    { script: 'check:imports' },
    { script: 'check:dead' },
    { script: 'check:format' },
    { script: 'build:functions' },
    { script: 'build:host' },
    { script: 'check:docs' },
  ],
  Math.max(2, availableParallelism()),
);
if (!process.exitCode) await sideBySide([{ script: 'check:functions' }], 1);
