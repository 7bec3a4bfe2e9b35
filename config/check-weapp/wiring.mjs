import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, read } from './files.mjs';

/** A page without a style of its own has no style sheet; the other three WeChat cannot do without. */
const PARTS = ['.js', '.json', '.wxml'];
const TABS = { least: 2, most: 5 };
/** Taro gives the custom tab bar no `comp`, which stands in for what is more than sixteen deep; a row of tabs is not. */
const SHALLOW = ['custom-tab-bar/index'];

const readApp = (folder) => JSON.parse(read(folder, 'app.json'));
const has = (folder, file) => existsSync(path.join(folder, file));
const rootsOf = ({ subPackages = [] }) => subPackages.map(({ root }) => root);
const insideOf = ({ subPackages = [] }) =>
  subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
const isBelow = (file, root) => file.startsWith(`${root}/`);

function faultsOfPages(folder, app) {
  const pages = [...app.pages, ...insideOf(app)];
  const missing = pages.flatMap((page) =>
    PARTS.filter((part) => !has(folder, page + part)).map((part) => `${page}${part} is not there`),
  );
  const twice = pages.filter((page, n) => pages.indexOf(page) !== n).map((page) => `${page} is named twice`);
  const built = listFiles(folder, '/index.wxml').map((file) => file.replace('.wxml', ''));
  const unnamed = built.filter((page) => !pages.includes(page) && !SHALLOW.includes(page));
  const entry = app.entryPagePath && !pages.includes(app.entryPagePath) ? ['entryPagePath is no page'] : [];
  return [...missing, ...twice, ...unnamed.map((page) => `${page} was built, and app.json does not name it`), ...entry];
}

function faultsOfPackages(app) {
  const roots = rootsOf(app);
  const names = [...roots, ...(app.subPackages ?? []).map(({ name }) => name), '__APP__'];
  const pages = [...app.pages, ...insideOf(app)];
  const rules = Object.entries(app.preloadRule ?? {});
  return [
    ...app.pages.flatMap((page) =>
      roots.filter((root) => isBelow(page, root)).map((root) => `${page} is the main package's, inside ${root}`),
    ),
    ...roots.flatMap((root) =>
      roots.filter((other) => isBelow(root, other)).map((other) => `${root} is inside ${other}`),
    ),
    ...rules.filter(([page]) => !pages.includes(page)).map(([page]) => `preloadRule: ${page} is no page`),
    ...rules.flatMap(([page, { packages }]) =>
      packages.filter((name) => !names.includes(name)).map((name) => `preloadRule: ${page} loads ${name}, no package`),
    ),
  ];
}

function faultsOfTabs(folder, { tabBar, pages }) {
  const { list, custom } = tabBar;
  const faults = list
    .filter(({ pagePath }) => !pages.includes(pagePath))
    .map(({ pagePath }) => `tabBar: ${pagePath} is no page of the main package`);
  if (list.length < TABS.least || list.length > TABS.most) faults.push(`tabBar: ${list.length} tabs`);
  for (const part of custom ? PARTS : [])
    if (!has(folder, `custom-tab-bar/index${part}`)) faults.push(`tabBar: custom-tab-bar/index${part} is not there`);
  return faults;
}

/** Where `from`, a file of the package, finds what it calls `name`. */
const resolve = (from, name) => path.posix.join(name.startsWith('/') ? '.' : path.posix.dirname(from), name);

function faultsOfComponents(folder, app) {
  return listFiles(folder, '.json').flatMap((file) => {
    const { usingComponents = {} } = JSON.parse(read(folder, file));
    return Object.values(usingComponents).flatMap((name) => {
      const found = resolve(file, name);
      const away = rootsOf(app).find((root) => isBelow(found, root) && !isBelow(file, root));
      if (away) return [`${file}: ${name} is in ${away}, which may not be there yet`];
      const lacks = PARTS.filter((part) => !has(folder, found + part));
      if (lacks.length > 0) return [`${file}: ${name} leads to no component (${found}${lacks[0]})`];
      return JSON.parse(read(folder, `${found}.json`)).component ? [] : [`${file}: ${name} is no component`];
    });
  });
}

const importsIn = (text) => [...text.matchAll(/<(?:import|include|wxs)[^>]*\ssrc="([^"]+)"/g)].map(([, name]) => name);

/** The file and all that it imports. */
function closure(folder, file, seen = new Set()) {
  if (seen.has(file) || !has(folder, file)) return seen;
  seen.add(file);
  for (const name of importsIn(read(folder, file))) closure(folder, resolve(file, name), seen);
  return seen;
}

function faultsOfTemplates(folder) {
  const templates = listFiles(folder, '.wxml');
  const lost = templates.flatMap((file) =>
    importsIn(read(folder, file))
      .filter((name) => !has(folder, resolve(file, name)))
      .map((name) => `${file}: imports ${name}, which is not there`),
  );
  const owners = templates.filter((file) => has(folder, file.replace('.wxml', '.json')));
  const unknown = owners.flatMap((file) => {
    const name = file.replace('.wxml', '');
    const { usingComponents = {} } = JSON.parse(read(folder, `${name}.json`));
    const usesComp = [...closure(folder, file)].some((one) => read(folder, one).includes('<comp '));
    return usesComp && !usingComponents.comp && !SHALLOW.includes(name) ? [`${name}: does not know comp`] : [];
  });
  return [...lost, ...unknown];
}

const loadedBy = {
  '.js': /\brequire\("(\.[^"]+)"\)/g,
  '.wxss': /@import "([^"]+)"/g,
};

function faultsOfLoads(folder) {
  return Object.entries(loadedBy).flatMap(([ending, pattern]) =>
    listFiles(folder, ending).flatMap((file) =>
      [...read(folder, file).matchAll(pattern)]
        .map(([, name]) => resolve(file, name))
        .filter((found) => !has(folder, found) && !has(folder, found + ending))
        .map((found) => `${file}: loads ${found}, which is not there`),
    ),
  );
}

function faultsOfSitemap(folder, app) {
  const pages = ['*', ...app.pages, ...insideOf(app)];
  if (!has(folder, app.sitemapLocation ?? 'sitemap.json')) return ['sitemap.json is not there'];
  const { rules } = JSON.parse(read(folder, app.sitemapLocation ?? 'sitemap.json'));
  return rules.filter(({ page }) => !pages.includes(page)).map(({ page }) => `sitemap.json: ${page} is no page`);
}

const inApp = (change) => (folder) => {
  const app = readApp(folder);
  change(app);
  writeFileSync(path.join(folder, 'app.json'), JSON.stringify(app));
};
const without = (file) => (folder) => rmSync(path.join(folder, file));
const set = (file, text) => (folder) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};

/** What the files of the package say of each other is so: pages, packages, tabs, components, imports. */
export const wiring = {
  name: 'wiring',
  check(folder) {
    const app = readApp(folder);
    const faults = [
      ...faultsOfPages(folder, app),
      ...faultsOfPackages(app),
      ...faultsOfTabs(folder, app),
      ...faultsOfComponents(folder, app),
      ...faultsOfTemplates(folder),
      ...faultsOfLoads(folder),
      ...faultsOfSitemap(folder, app),
    ];
    const said = `${app.pages.length} pages, ${insideOf(app).length} in ${rootsOf(app).length} subpackage, ${app.tabBar.list.length} tabs`;
    return { faults, said };
  },
  plants: [
    { what: 'a page without a script', plant: without('pages/me/index.js'), caught: /^pages\/me\/index\.js is not/ },
    { what: 'a page without a template', plant: without('staff/team/index.wxml'), caught: /^staff\/team\/index\.wxml/ },
    { what: 'a page that nobody built', plant: inApp((app) => app.pages.push('pages/x/index')), caught: /^pages\/x/ },
    { what: 'a page twice', plant: inApp((app) => app.pages.push(app.pages[0])), caught: /named twice/ },
    { what: 'a page left out', plant: inApp((app) => app.pages.pop()), caught: /app\.json does not name it/ },
    {
      what: 'a tab in a subpackage',
      plant: inApp((app) => Object.assign(app.tabBar.list[1], { pagePath: 'staff/workbench/index' })),
      caught: /^tabBar: staff\/workbench/,
    },
    { what: 'one tab', plant: inApp((app) => app.tabBar.list.splice(1)), caught: /^tabBar: 1 tabs/ },
    { what: 'no tab bar', plant: without('custom-tab-bar/index.wxml'), caught: /^tabBar: custom-tab-bar/ },
    {
      what: 'a subpackage around main pages',
      plant: inApp((app) => Object.assign(app.subPackages[0], { root: 'pages' })),
      caught: /is the main package's, inside pages/,
    },
    {
      what: 'a package loaded ahead that is none',
      plant: inApp((app) => Object.assign(app, { preloadRule: { 'pages/home/index': { packages: ['stuff'] } } })),
      caught: /loads stuff, no package/,
    },
    {
      what: 'a component that is not there',
      plant: set('pages/home/index.json', '{"usingComponents":{"comp":"../../camp"}}'),
      caught: /leads to no component/,
    },
    {
      what: 'a page that does not know comp',
      plant: set('pages/home/index.json', '{}'),
      caught: /^pages\/home\/index: does not know comp/,
    },
    {
      what: 'a component of a subpackage in the main one',
      plant: set('pages/home/index.json', '{"usingComponents":{"comp":"/staff/comp"}}'),
      caught: /is in staff, which may not be there yet/,
    },
    {
      what: 'a template that is not there',
      plant: set('pages/home/index.wxml', '<import src="../../bass.wxml"/>'),
      caught: /imports \.\.\/\.\.\/bass\.wxml/,
    },
    {
      what: 'a script that is not there',
      plant: (folder) => appendFileSync(path.join(folder, 'app.js'), ';require("./lost");'),
      caught: /^app\.js: loads lost/,
    },
    {
      what: 'a style sheet that is not there',
      plant: (folder) => appendFileSync(path.join(folder, 'app.wxss'), '@import "./lost.wxss";'),
      caught: /^app\.wxss: loads lost\.wxss/,
    },
    {
      what: 'a rule for a page that is none',
      plant: set('sitemap.json', '{"rules":[{"action":"allow","page":"pages/x/index"}]}'),
      caught: /^sitemap\.json: pages\/x/,
    },
  ],
};
