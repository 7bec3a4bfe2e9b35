import { writeFileSync } from 'node:fs';
import path from 'node:path';
import compat from 'miniprogram-compat';
import { read } from './files.mjs';

/** The oldest base library for which the mini-program is made, as the head of its app.js has it from src/app-library.json. */
export function declaredIn(folder) {
  const [, version] = /^[^{]*?\(function.*?\)\("(\d+\.\d+\.\d+)",wx,App\)/s.exec(read(folder, 'app.js')) ?? [];
  return version;
}

/** For plants: the same package, made for another library. */
export const declaring = (version) => (folder) => {
  const text = read(folder, 'app.js').replace(`"${declaredIn(folder)}",wx,App`, `"${version}",wx,App`);
  writeFileSync(path.join(folder, 'app.js'), text);
};

const numbers = (version) => `${version}`.split('.').map(Number);

/** Negative when `one` is the older, 0 when they are the same; 2.9.0 is older than 2.20.1. */
export function compareVersions(one, other) {
  const [left, right] = [numbers(one), numbers(other)];
  for (let n = 0; n < 3; n++) {
    const difference = (left[n] ?? 0) - (right[n] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
export const isNewer = (one, other) => compareVersions(one, other) > 0;

/** Versions of iOS and of Android's web view (chrome) on which WeChat runs that library. */
export function enginesOf(library) {
  const list = compat.getBrowsersList(library) ?? [];
  return Object.fromEntries(list.map((name) => name.split(' ')).filter(([name]) => name !== 'safari'));
}

/** What core-js calls the values that the library fills in by itself; an early name counts as the final one. */
export function filledIn(library) {
  const { coreJsModules } = compat.getPolyfillInfo(library) ?? { coreJsModules: [] };
  return new Set(coreJsModules.map((name) => name.replace(/^esnext\./, 'es.')));
}

/** From which version on the engines run all of a year's syntax. */
const SYNTAX = [
  { year: 2015, ios: '10', chrome: '51' },
  { year: 2016, ios: '10.3', chrome: '52' },
  { year: 2017, ios: '11', chrome: '58' },
  { year: 2018, ios: '16.4', chrome: '64' },
];

/** The newest year that all of these engines run. */
export function syntaxOf(engines) {
  const runs = ({ year: _, ...least }) => Object.keys(least).every((name) => !isNewer(least[name], engines[name] ?? 0));
  return SYNTAX.filter(runs).at(-1)?.year ?? 5;
}
