/** Everything static, all at once. `npm run check:<part>` runs one alone. */
import { sideBySide } from './side-by-side.mjs';

const PARTS = ['types', 'imports', 'format', 'dead', 'docs'];

await sideBySide(
  PARTS.map((part) => ({ script: `check:${part}` })),
  PARTS.length,
);
