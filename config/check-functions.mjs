/** What is asked of the built cloud functions, gate by gate (config/check-functions/), over the project's folder. */
import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { cold } from './check-functions/cold.mjs';
import { contents } from './check-functions/contents.mjs';
import { project } from './check-functions/project.mjs';
import { sizes } from './check-functions/sizes.mjs';
import { timers } from './check-functions/timers.mjs';
import { root } from './esbuild.mjs';
import { runGates } from './gates.mjs';

const READ = [
  'project.config.json',
  'cloudbaserc.json',
  'config/function-rules.json',
  'dist/cloudfunctions',
  'dist/cloudfunctions.json',
  'dist/weapp/app.json',
];

const missing = READ.filter((name) => !existsSync(path.join(root, name)));
if (missing.length > 0) {
  console.error(`functions: not built: ${missing.join(', ')} (npm run build)`);
  process.exit(1);
}
runGates({
  label: 'functions',
  built: root,
  copyTo: (folder) => {
    for (const name of READ) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  },
  gates: [sizes, contents, cold, project, timers],
});
