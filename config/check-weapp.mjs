/** What WeChat asks of the built mini-program, gate by gate (config/check-weapp/), over dist/weapp. */
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { absent } from './check-weapp/absent.mjs';
import { builtins } from './check-weapp/builtins.mjs';
import { compilers } from './check-weapp/compilers.mjs';
import { gap } from './check-weapp/gap.mjs';
import { json } from './check-weapp/json.mjs';
import { library } from './check-weapp/library.mjs';
import { sizes } from './check-weapp/sizes.mjs';
import { spoken } from './check-weapp/spoken.mjs';
import { syntax } from './check-weapp/syntax.mjs';
import { wiring } from './check-weapp/wiring.mjs';
import { root } from './esbuild.mjs';
import { runGates } from './gates.mjs';

const built = path.join(root, 'dist/weapp');
if (!existsSync(path.join(built, 'app.json'))) {
  console.error('weapp: dist/weapp is not built (npm run build:weapp)');
  process.exit(1);
}
runGates({
  label: 'weapp',
  built,
  copyTo: (folder) => cpSync(built, folder, { recursive: true }),
  gates: [compilers, syntax, library, builtins, absent, gap, json, wiring, spoken, sizes],
});
