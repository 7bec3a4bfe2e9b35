import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { listFiles } from './files.mjs';

const systems = { linux: 'linux', darwin: 'mac', win32: 'windows' };
const tools = path.join(
  path.dirname(fileURLToPath(import.meta.resolve('miniprogram-compiler'))),
  'bin',
  systems[process.platform] ?? 'linux',
);

/** What a compiler of WeChat's says of the files: it may end well and give nothing, which no phone can show. */
function compile(tool, folder, args, wanted) {
  const program = path.join(tools, process.platform === 'win32' ? `${tool}.exe` : tool);
  chmodSync(program, 0o755); // the package carries it without a run bit
  const run = spawnSync(program, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error) return [`${tool} did not run: ${run.error.message}`];
  const words = `${run.stderr}`.trim();
  if (run.status !== 0) return [`${tool} ended with ${run.status}: ${words || 'no message'}`];
  const missing = wanted.filter((name) => !run.stdout.includes(name));
  return missing.map((name) => `${tool} gave nothing for ${name}: ${words || 'no message'}`);
}

function checkTemplates(folder) {
  const templates = listFiles(folder, '.wxml');
  const scripts = listFiles(folder, '.wxs');
  return compile('wcc', folder, ['-d', '-cc', '0', ...templates, ...scripts, '-gn', '$gwx'], ['$gwx', ...templates]);
}

/** The app's own sheet goes first, then those of pages and components; the rest are imported by others. */
function checkStyleSheets(folder) {
  const sheets = listFiles(folder, '.wxss').filter((file) => file !== 'app.wxss');
  const owned = sheets.filter((file) => existsSync(path.join(folder, file.replace(/wxss$/, 'json'))));
  const imported = sheets.filter((file) => !owned.includes(file));
  const files = ['app.wxss', ...owned, ...imported];
  return compile('wcsc', folder, ['-lc', '-js', '-db', '-pc', String(1 + owned.length), ...files], files);
}

const atEndOf = (file, text) => (folder) => appendFileSync(path.join(folder, file), text);

export const compilers = {
  name: 'compilers',
  check(folder) {
    const faults = [...checkTemplates(folder), ...checkStyleSheets(folder)];
    const seen = [listFiles(folder, '.wxml', '.wxs').length, listFiles(folder, '.wxss').length];
    return { faults, said: `wcc took ${seen[0]} templates and scripts, wcsc ${seen[1]} style sheets` };
  },
  plants: [
    {
      what: 'a child of any kind in a style sheet',
      plant: atEndOf('common.wxss', '.a>*{top:0}'),
      caught: /token `\*`/,
    },
    { what: 'a layer', plant: atEndOf('app-origin.wxss', '@layer a{.a{top:0}}'), caught: /unexpected `\{`/ },
    {
      what: 'a container query',
      plant: atEndOf('app-origin.wxss', '@container (width>1px){.a{top:0}}'),
      caught: /wcsc/,
    },
    { what: 'a view that nobody closes', plant: atEndOf('base.wxml', '<view>'), caught: /wcc .*base\.wxml/s },
    { what: 'a script that is none', plant: atEndOf('utils.wxs', 'var = ;'), caught: /wcc .*utils\.wxs/s },
  ],
};
