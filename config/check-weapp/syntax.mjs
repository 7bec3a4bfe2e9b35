import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { declaredIn, declaring, enginesOf, syntaxOf } from './engines.mjs';
import { listFiles, read } from './files.mjs';
import { remembering } from './remembering.mjs';
import { namesIn, parseScripts } from './scripts.mjs';

/**
 * One step below what the engines of the declared base library run (engines.mjs); the project file turns WeChat's own
 * transpiling off, so nobody lowers it after us.
 */
const LEVEL = 2015;
/** Values that came later and that nothing fills in. */
const newer = new Set([
  'BigInt',
  'BigInt64Array',
  'BigUint64Array',
  'WeakRef',
  'FinalizationRegistry',
  'structuredClone',
]);

const faultOf = remembering((text) => {
  try {
    parse(text, { ecmaVersion: LEVEL });
    return null;
  } catch (fault) {
    return fault.message;
  }
});

function parseAt(folder, file) {
  const fault = faultOf(read(folder, file));
  return fault ? [`${file}: ${fault} is newer than ES${LEVEL}, or no JavaScript`] : [];
}

const adding = (text) => (folder) => appendFileSync(path.join(folder, 'vendors.js'), `\n${text}`);

export const syntax = {
  name: 'syntax',
  check(folder) {
    const files = listFiles(folder, '.js');
    const values = parseScripts(folder).flatMap(({ file, tree }) =>
      [...namesIn(tree)].filter((name) => newer.has(name)).map((name) => `${file} uses ${name}, which old phones lack`),
    );
    const engines = enginesOf(declaredIn(folder));
    const phones = Object.keys(engines).map((name) => `${name} ${engines[name]}`);
    const runs = syntaxOf(engines);
    return {
      faults: [
        ...files.flatMap((file) => parseAt(folder, file)),
        ...values,
        ...(runs < LEVEL ? [`${phones.join(', ')}: the declared library runs ES${runs} there, no ES${LEVEL}`] : []),
      ],
      said: `${files.length} scripts in ES${LEVEL}, for ${phones.join(', ')} and newer, which run ES${runs}`,
    };
  },
  plants: [
    { what: 'a class field', plant: adding('class A { b = 1 }'), caught: /vendors\.js: .*newer/ },
    { what: 'a logical assignment', plant: adding('a ||= 1;'), caught: /vendors\.js: .*newer/ },
    { what: 'an optional chain', plant: adding('a?.b;'), caught: /vendors\.js: .*newer/ },
    {
      what: 'a library of phones that run nothing of it',
      plant: declaring('1.0.0'),
      caught: /^ios 8, .*no ES2015/,
    },
    { what: 'a power', plant: adding('a ** 2;'), caught: /vendors\.js: .*newer/ },
    { what: 'a number without end', plant: adding('BigInt(1);'), caught: /vendors\.js uses BigInt/ },
  ],
};
