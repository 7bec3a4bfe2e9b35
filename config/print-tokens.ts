import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { printStylesheet } from '../src/theme/stylesheet';

/** `npx esbuild config/print-tokens.ts --bundle --platform=node | node` writes the style sheet anew after a change of tokens. */
writeFileSync(path.resolve('src/theme/tokens.scss'), printStylesheet());
