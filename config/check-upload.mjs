/**
 * WeChat's own upload tool over the built mini-program: it compiles it as for an upload and looks at its quality, sends nothing
 * and needs no account. Some 700 packages, so nobody's install has them: they are put into .cache on the first run.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './esbuild.mjs';
import { runGates } from './gates.mjs';

const VERSION = '2.1.42';
const tool = path.join(root, '.cache', `miniprogram-ci-${VERSION}`);

function install() {
  if (existsSync(path.join(tool, 'node_modules/miniprogram-ci/package.json'))) return;
  mkdirSync(tool, { recursive: true });
  writeFileSync(path.join(tool, 'package.json'), '{"private":true}\n');
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `miniprogram-ci@${VERSION}`];
  const { status } = spawnSync('npm', args, { cwd: tool, stdio: 'inherit' });
  if (status !== 0) throw new Error(`miniprogram-ci ${VERSION} could not be installed`);
}

/** The build makes all three small by itself, and WeChat's own would lower the scripts on the way (docs/adr/0004). */
const OURS = ['JS_COMPRESS_OPEN', 'WXML_COMPRESS_OPEN', 'WXSS_COMPRESS_OPEN'];

function compile(folder) {
  const script = path.join(root, 'config/check-upload/compile.mjs');
  const run = spawnSync(process.execPath, [script, tool, folder], { encoding: 'utf8', maxBuffer: 1 << 26 });
  try {
    return JSON.parse(run.stdout.split('\n').at(-1));
  } catch {
    return { refused: `the tool ended with ${run.status}: ${run.stderr.slice(-600)}` };
  }
}

const upload = {
  name: 'upload',
  check(folder) {
    const { refused, bytes, quality } = compile(folder);
    if (refused) return { faults: [refused], said: 'not compiled' };
    const poor = quality.filter(({ name, success }) => !success && !OURS.includes(name));
    return {
      faults: poor.map(({ name, text }) => `${name}: ${text}`),
      said: `${Math.round(bytes / 1024)} kB to send, ${quality.length - OURS.length} looks at its quality`,
    };
  },
  plants: [
    {
      what: 'a page that is not there',
      plant(folder) {
        const file = path.join(folder, 'dist/weapp/app.json');
        const app = JSON.parse(readFileSync(file, 'utf8'));
        writeFileSync(file, JSON.stringify({ ...app, pages: [...app.pages, 'pages/lost/index'] }));
      },
      caught: /pages\/lost\/index/,
    },
    {
      what: 'a picture of 300 kB',
      plant: (folder) => writeFileSync(path.join(folder, 'dist/weapp/large.png'), Buffer.alloc(300 * 1024, 1)),
      caught: /^IMAGE_AND_AUDIO_LIMIT/,
    },
  ],
};

const READ = ['project.config.json', 'dist/weapp'];
const missing = READ.filter((name) => !existsSync(path.join(root, name)));
if (missing.length > 0) {
  console.error(`upload: not built: ${missing.join(', ')} (npm run build:weapp)`);
  process.exit(1);
}
const copyTo = (folder) => {
  for (const name of READ) cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
};
install();
const built = path.join(tool, 'project');
rmSync(built, { recursive: true, force: true });
copyTo(built);
runGates({ label: 'upload', built, copyTo, gates: [upload] });
