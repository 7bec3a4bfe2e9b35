/**
 * WeChat's JSON files as its pages on configuration document them, narrowed to what this product may say. An unknown key is
 * refused: WeChat passes over a misspelt one in silence. Location (`permission`, `requiredPrivateInfos`), work in the
 * background and plugins are left out on purpose: the product asks for none of them.
 */
import * as z from 'zod';

/** Without a leading slash or an ending: pages/home/index. */
const Path = z.string().regex(/^[\w-]+(\/[\w-]+)*$/);
/** A folder, from the folder of the file that names it. */
const Folder = z.string().regex(/^[\w-]+(\/[\w-]+)*\/?$/);
const Colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
const Components = z.record(z.string().regex(/^[a-z][a-z-]*$/), z.string().regex(/^(\.{1,2}\/|\/)[\w./-]+$/));
const Version = z.string().regex(/^\d+\.\d+\.\d+$/);

const view = {
  navigationStyle: z.enum(['custom', 'default']),
  navigationBarTitleText: z.string(),
  navigationBarTextStyle: z.enum(['black', 'white']),
  navigationBarBackgroundColor: Colour,
  backgroundTextStyle: z.enum(['dark', 'light']),
  backgroundColor: Colour,
  backgroundColorTop: Colour,
  backgroundColorBottom: Colour,
  enablePullDownRefresh: z.boolean(),
  onReachBottomDistance: z.int().min(0),
  pageOrientation: z.enum(['portrait', 'landscape', 'auto']),
  homeButton: z.boolean(),
};

export const App = z.strictObject({
  pages: z.array(Path).min(1),
  entryPagePath: Path.optional(),
  subPackages: z
    .array(
      z.strictObject({
        root: Path,
        name: z.string().optional(),
        pages: z.array(Path).min(1),
        independent: z.boolean().optional(),
      }),
    )
    .optional(),
  preloadRule: z
    .record(Path, z.strictObject({ network: z.enum(['all', 'wifi']).optional(), packages: z.array(z.string()) }))
    .optional(),
  tabBar: z.strictObject({
    custom: z.boolean(),
    color: Colour,
    selectedColor: Colour,
    backgroundColor: Colour,
    borderStyle: z.enum(['black', 'white']).optional(),
    list: z.array(z.strictObject({ pagePath: Path, text: z.string().min(1) })),
  }),
  window: z.strictObject(view).partial(),
  usingComponents: Components.optional(),
  darkmode: z.boolean(),
  sitemapLocation: z.literal('sitemap.json'),
  lazyCodeLoading: z.literal('requiredComponents'),
  // WeChat asks before any interface that touches personal data, also where its own default did not yet
  __usePrivacyCheck__: z.literal(true),
});

export const Page = z.strictObject({ ...view, disableScroll: z.boolean(), usingComponents: Components }).partial();

export const Component = z.strictObject({
  component: z.literal(true),
  styleIsolation: z.enum(['isolated', 'apply-shared', 'shared']).optional(),
  usingComponents: Components.optional(),
});

export const Sitemap = z.strictObject({
  desc: z.string().optional(),
  rules: z
    .array(z.strictObject({ action: z.enum(['allow', 'disallow']), page: z.union([z.literal('*'), Path]) }))
    .min(1),
});

export const Project = z.strictObject({
  miniprogramRoot: Folder,
  cloudfunctionRoot: Folder,
  projectname: z.string().min(1),
  description: z.string(),
  appid: z.string().regex(/^(touristappid|wx[0-9a-f]{16})$/),
  compileType: z.literal('miniprogram'),
  libVersion: Version,
  setting: z.strictObject({
    urlCheck: z.literal(true),
    // lowered and made small by our own build; WeChat's would turn `**` into Math.pow and add its helpers
    es6: z.literal(false),
    enhance: z.literal(false),
    postcss: z.literal(false),
    minified: z.literal(false),
    compileHotReLoad: z.boolean(),
  }),
});

/** Each fault of `value` in words; none when it is as `schema` says. */
export function faultsOf(file, schema, value) {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map(({ path: [...keys], message }) => `${file}: ${keys.join('.') || 'all'}: ${message}`);
}
