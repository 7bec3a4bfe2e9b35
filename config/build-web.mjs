/** Builds the pages for the browser, dist/h5, and only when what they are made of has changed. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './esbuild.mjs';
import { buildWhenChanged } from './inputs.mjs';
import { buildFace } from './taro.mjs';
import { finishWeb } from './web/finish.mjs';

const taroSettings = Object.entries(process.env).filter(([name]) => name.startsWith('TARO_APP_'));

/** `announce` is called before a build that takes its time. */
export function buildWeb(announce = () => {}) {
  return buildWhenChanged({
    mark: 'dist/h5/.inputs',
    names: [
      'src',
      'cloudfunctions/values',
      'config/index.ts',
      'config/pages.ts',
      'config/page-files.ts',
      'config/web',
      'config/aria.js',
      'babel.config.js',
      'package-lock.json',
    ],
    settings: taroSettings.sort(),
    build: async () => {
      announce();
      await buildFace('h5');
      finishWeb(path.join(root, 'dist/h5'));
    },
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href && (await buildWeb()) === 'current')
  console.log('dist/h5 is current');
