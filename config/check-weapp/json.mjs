import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, read } from './files.mjs';
import { App, Component, faultsOf, Page, Sitemap } from './json-schemas.mjs';

function schemaFor(file, value) {
  if (file === 'app.json') return App;
  if (file === 'sitemap.json') return Sitemap;
  return value?.component === undefined ? Page : Component;
}

function faultsIn(folder, file) {
  try {
    const value = JSON.parse(read(folder, file));
    return faultsOf(file, schemaFor(file, value), value);
  } catch (fault) {
    return [`${file}: ${fault.message}`];
  }
}

const setting = (file, change) => (folder) => {
  const value = JSON.parse(read(folder, file));
  change(value);
  writeFileSync(path.join(folder, file), JSON.stringify(value));
};
const inApp = (change) => setting('app.json', change);

/** Every JSON file of the package says only what WeChat knows and this product may say (json-schemas.mjs). */
export const json = {
  name: 'json',
  check(folder) {
    const files = listFiles(folder, '.json');
    return { faults: files.flatMap((file) => faultsIn(folder, file)), said: `${files.length} JSON files` };
  },
  plants: [
    {
      what: 'a misspelt key',
      plant: inApp((app) => Object.assign(app, { subPackage: app.subPackages })),
      caught: /^app\.json: .*subPackage/,
    },
    {
      what: 'a colour with a name',
      plant: inApp((app) => Object.assign(app.tabBar, { color: 'green' })),
      caught: /^app\.json: tabBar\.color/,
    },
    {
      what: 'where people are',
      plant: inApp((app) => Object.assign(app, { requiredPrivateInfos: ['getLocation'] })),
      caught: /requiredPrivateInfos/,
    },
    {
      what: 'permission to ask where people are',
      plant: inApp((app) => Object.assign(app, { permission: { 'scope.userLocation': { desc: '' } } })),
      caught: /permission/,
    },
    {
      what: 'no word on privacy',
      plant: inApp((app) => delete app.__usePrivacyCheck__),
      caught: /__usePrivacyCheck__/,
    },
    {
      what: 'all code at once',
      plant: inApp((app) => delete app.lazyCodeLoading),
      caught: /lazyCodeLoading/,
    },
    {
      what: 'a page that names itself a window',
      plant: setting('pages/home/index.json', (page) => Object.assign(page, { window: {} })),
      caught: /^pages\/home\/index\.json: .*window/,
    },
    {
      what: 'a component that is none',
      plant: setting('comp.json', (component) => Object.assign(component, { component: 'yes' })),
      caught: /^comp\.json: component/,
    },
    {
      what: 'a page that is half written',
      plant: (folder) => writeFileSync(path.join(folder, 'pages/me/index.json'), '{"usingComponents":'),
      caught: /^pages\/me\/index\.json: /,
    },
    {
      what: 'a rule for robots that says neither',
      plant: setting('sitemap.json', (sitemap) => Object.assign(sitemap.rules[0], { action: 'hide' })),
      caught: /^sitemap\.json: rules\.0\.action/,
    },
  ],
};
