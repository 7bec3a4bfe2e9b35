import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import oldLibrary from './old-library';
import { PageFiles } from './page-files';
import { listPages } from './pages';

const root = path.resolve(__dirname, '..');
/** What both sides share stands outside src, and is compiled like it. */
const values = path.join(root, 'cloudfunctions/values');

/** What a desk's lists run on; a phone's pages, and those of staff that have no table, do without. */
const DESK = /src[\\/](components[\\/](data-table|filters)|device[\\/]sheet)/;
/** A table alone. */
const TABLE = /data-table[\\/](index|head|row|column|chosen|sort|use-sorting)\./;
/** What is printed, and codes to be shown: few pages have any. */
const PAPERS = /src[\\/]components[\\/](paper|shown-code|voucher-card|qr-code)/;
/** What is mended of a person: at a desk it comes when somebody is edited. */
const MENDING = /src[\\/]household[\\/]staff-person[\\/](?!later)/;
/** What checks and makes signatures: a receipt's pages alone. */
const SIGNING = /node_modules[\\/]tweetnacl[\\/]/;
const PIECES = /src[\\/](components|theme|app-)/;

interface Module {
  readonly type: string;
  nameForCondition?(): string | null;
}
const nameOf = (module: Module) => module.nameForCondition?.() ?? '';
const LATER = /node_modules[\\/]fflate[\\/]/;
/** Their scripts alone: the style sheet of all pieces is one. */
const isScript = ({ type }: Module) => !type.startsWith('css');

interface Chunk {
  readonly groupsIterable: Iterable<{ readonly origins: readonly { readonly request: string }[] }>;
}
/**
 * What several pages use comes by the folder it stands in, what a device does piece by piece; residents need not load what
 * only staff's pages have in common.
 */
function sharedBy(module: Module, chunks: readonly Chunk[]): string {
  const pages = chunks.flatMap((chunk) => [...chunk.groupsIterable].flatMap(({ origins }) => origins));
  if (MENDING.test(nameOf(module))) return 'mending';
  if (SIGNING.test(nameOf(module))) return 'signing';
  const [, folder = 'others'] = /[\\/]src[\\/](device[\\/]\w+(?=[\\/])|\w+)[\\/]/.exec(nameOf(module)) ?? [];
  const prefix = pages.every(({ request }) => request.includes('staff/')) ? 'shared-staff' : 'shared';
  return `${prefix}-${folder.replace(/\W/, '-')}`;
}

/** Two faces from one code: `taro build --type weapp` and `--type h5`. */
export default defineConfig<'webpack5'>(async (merge) => {
  const face = process.env.TARO_ENV || 'weapp';
  const out = process.env.TARO_APP_OUT || `dist/${face}`;
  // `src/app.config.ts` is read in this process and again by webpack, which knows no file system: both get the list here.
  const pages = JSON.stringify(listPages(face, process.env.TARO_APP_GALLERY === '1'));
  process.env.PAGES = pages;
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'behaviour-bank',
    date: '2026-11-23',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: out,
    plugins: [path.join(root, 'config/aria.js')],
    env: { PAGES: JSON.stringify(pages) },
    defineConstants: {
      API_BASE: JSON.stringify(process.env.TARO_APP_API_BASE || '/api'),
      // What receipts are checked against, from elsewhere than the answer that brings them: `npm run verify` prints it.
      SIGNING_KEY: JSON.stringify(process.env.TARO_APP_SIGNING_KEY || ''),
    },
    alias: { '@': path.join(root, 'src') },
    copy: {
      patterns:
        face === 'h5'
          ? [
              { from: 'src/static/', to: `${out}/static/`, ignore: ['*.webmanifest'] },
              { from: 'src/static/manifest.webmanifest', to: `${out}/manifest.webmanifest` },
            ]
          : [{ from: 'src/sitemap.json', to: `${out}/sitemap.json` }],
      options: {},
    },
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // A stale persistent cache once cost more than the twenty seconds it saves.
    cache: { enable: false },
    mini: {
      // Pieces are independent of each other, so the order in which their style sheets load says nothing.
      miniCssExtractPluginOption: { ignoreOrder: true },
      optimizeMainPackage: { enable: true },
      webpackChain(chain) {
        for (const [name, plugin] of Object.entries(oldLibrary)) chain.plugin(`old-library-${name}`).use(plugin);
      },
      // Written for newer phones than the base library promises (docs/adr/0004).
      compile: { include: [values, ...['@noble', 'uqr'].map((name) => path.join(root, 'node_modules', name))] },
      postcss: {
        pxtransform: { enable: true, config: {} },
        cssModules: { enable: false },
        [path.join(root, 'config/flex-gap.js')]: { enable: true },
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'browser', enhanceAnimation: false },
      compile: { include: [values] },
      output: {
        filename: 'js/[name].[contenthash:8].js',
        chunkFilename: 'js/[name].[contenthash:8].js',
      },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      webpackChain(chain) {
        // One style sheet for all pieces: split per page, their rules would repeat and override each other by load order.
        const pieces = {
          name: 'pieces',
          test: (module: Module) => PIECES.test(nameOf(module)) && !(DESK.test(nameOf(module)) && isScript(module)),
          chunks: 'all',
          enforce: true,
          priority: 200,
        };
        const apart = (name: string, test: RegExp, priority: number) => ({
          ...{ name, chunks: 'all' as const, enforce: true, priority },
          test: (module: Module) => test.test(nameOf(module)) && isScript(module),
        });
        // What several pages use comes once, not in the file of each of them.
        const shared = {
          ...{ name: sharedBy, chunks: 'async' as const, minChunks: 2, enforce: true, priority: 100 },
          // asked for when somebody saves a sheet, by two ways: no page waits for it
          test: (module: Module) => !LATER.test(nameOf(module)),
        };
        chain.plugin('page-files').use(PageFiles);
        // Between the router and the pages' files stands our own watch (src/app-pages.tsx).
        chain.plugin('mainPlugin').tap(([options]) => {
          const watch = JSON.stringify(path.join(root, 'src/app-pages'));
          options.loaderMeta.extraImportForWeb += `import { watchPages } from ${watch}\n`;
          options.loaderMeta.execBeforeCreateWebApp += 'config.routes = watchPages(config.routes)\n';
          return [options];
        });
        chain.merge({
          optimization: {
            splitChunks: {
              cacheGroups: {
                table: apart('table', TABLE, 301),
                desk: apart('desk', DESK, 300),
                papers: apart('papers', PAPERS, 299),
                pieces,
                shared,
              },
            },
          },
          performance: { hints: false },
        });
      },
      postcss: {
        // Pixels stay pixels: scaling with the window's width would blow the desk up.
        pxtransform: { enable: false, config: {} },
        autoprefixer: { enable: true, config: {} },
        cssModules: { enable: false },
      },
      devServer: {
        port: 10086,
        open: false,
        proxy: [
          {
            context: ['/api'],
            target: 'http://127.0.0.1:8787',
            changeOrigin: true,
          },
        ],
      },
    },
  };
  return merge({}, base);
});
