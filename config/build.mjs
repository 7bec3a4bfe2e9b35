/** The four builds, the two long ones side by side: each keeps one core busy. `npm run build:<target>` runs one alone. */
import { sideBySide } from './side-by-side.mjs';

const TARGETS = ['h5', 'weapp', 'functions', 'host'];

await sideBySide(
  TARGETS.map((target) => ({ script: `build:${target}` })),
  2,
);
