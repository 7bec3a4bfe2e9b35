import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { simple } from 'acorn-walk';
import { root } from '../esbuild.mjs';
import { compareVersions, declaredIn, declaring, isNewer } from './engines.mjs';
import { listFiles, read } from './files.mjs';
import { parseScripts } from './scripts.mjs';
import { CALLS, fieldsOf, KEYS, PROPERTIES } from './since.mjs';

/** Newer, and seen to do without: each with the place that does. */
const DONE_WITHOUT = new Map([['fontSizeSetting', 'src/theme/platform.ts: unknown counts as not large']]);

/** What a script asks of WeChat: methods that it calls, and all names that it reads or gives. */
function namesOf({ file, tree }) {
  const calls = new Set();
  const names = new Set();
  const guarded = new Set();
  simple(tree, {
    CallExpression({ callee, arguments: [first] }) {
      if (callee.type !== 'MemberExpression' || callee.computed) return;
      if (callee.property.name === 'canIUse') guarded.add(first?.value);
      else calls.add(callee.property.name);
    },
    MemberExpression: ({ property, computed }) => void (computed || names.add(property.name)),
    Property: ({ key }) => void names.add(key.name ?? key.value),
  });
  return { file, calls, names, guarded };
}

const needsOf = (file, entries) =>
  entries.filter(([, since]) => since).map(([name, since]) => ({ file, name, since: `${since}` }));

function needsOfScript({ file, calls, names, guarded }) {
  const called = [...calls].filter((name) => CALLS.has(name) && !guarded.has(name));
  const fields = called.flatMap(fieldsOf).filter(({ field }) => names.has(field) && !DONE_WITHOUT.has(field));
  return needsOf(file, [
    ...called.map((name) => [name, CALLS.get(name)]),
    ...fields.map(({ field, since }) => [field, since]),
    ...[...names].map((name) => [name, PROPERTIES.get(name)]),
  ]);
}

function needsOfJson(folder, file) {
  const keys = new Set();
  JSON.parse(read(folder, file), (key, value) => {
    keys.add(key);
    return value;
  });
  return needsOf(
    file,
    [...keys].map((key) => [key, KEYS.get(key)]),
  );
}

/** All that the package cannot do without, the newest first. */
function needsOfPackage(folder) {
  const scripts = parseScripts(folder).map(namesOf).flatMap(needsOfScript);
  const json = listFiles(folder, '.json').flatMap((file) => needsOfJson(folder, file));
  return [...scripts, ...json].sort((one, other) => compareVersions(other.since, one.since));
}

const inSource = () => JSON.parse(readFileSync(path.join(root, 'src/app-library.json'), 'utf8')).least;
const adding = (text) => (folder) => appendFileSync(path.join(folder, 'common.js'), `\n${text}`);

/** The declared base library is the oldest that has all the package uses without asking first whether it is there. */
export const library = {
  name: 'library',
  check(folder) {
    const declared = declaredIn(folder);
    if (!declared) return { faults: ['app.js does not begin by looking at the base library'], said: 'none declared' };
    const needs = needsOfPackage(folder);
    const needed = needs[0].since;
    const newest = [...new Set(needs.filter(({ since }) => since === needed).map(({ name }) => name))];
    const faults = needs
      .filter(({ since }) => isNewer(since, declared))
      .map(({ file, name, since }) => `${file}: ${name} needs ${since}, and ${declared} is declared`);
    if (isNewer(declared, needed)) faults.push(`${declared} is declared, and ${needed} would do`);
    if (declared !== inSource()) faults.push(`app.js looks for ${declared}, src/app-library.json says ${inSource()}`);
    return { faults, said: `base library ${declared}, for ${newest.join(', ')}` };
  },
  plants: [
    {
      what: 'a call of 2.26.2',
      plant: adding('wx.getSkylineInfoSync();'),
      caught: /getSkylineInfoSync needs 2\.26\.2/,
    },
    { what: 'a field of 2.30.0', plant: adding('wx.getDeviceInfo().memorySize;'), caught: /memorySize needs 2\.30\.0/ },
    {
      what: 'a property of 3.1.0',
      plant: adding('a(Input,{cursorColor:"#000"});'),
      caught: /cursorColor needs 3\.1\.0/,
    },
    {
      what: 'a question about something else',
      plant: adding('wx.canIUse("scanCode")&&wx.getSkylineInfoSync();'),
      caught: /getSkylineInfoSync needs/,
    },
    { what: 'a library too old', plant: declaring('2.10.0'), caught: /getWindowInfo needs 2\.20\.1, and 2\.10\.0 is/ },
    {
      what: 'a library newer than need be',
      plant: declaring('2.28.0'),
      caught: /2\.28\.0 is declared, and .* would do/,
    },
    {
      what: 'no look at the library',
      plant(folder) {
        const file = path.join(folder, 'app.js');
        writeFileSync(file, readFileSync(file, 'utf8').replace(/\("\d+\.\d+\.\d+",wx,App\)/, '("",wx,App)'));
      },
      caught: /does not begin by looking/,
    },
  ],
};
