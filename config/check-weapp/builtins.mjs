import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { simple } from 'acorn-walk';
import data from 'core-js-compat/data.json' with { type: 'json' };
import { declaredIn, enginesOf, filledIn, isNewer } from './engines.mjs';
import { parseScripts } from './scripts.mjs';

/** Of core-js's modules those that name a method or a value, but not an iterator's: those are named as an array's are. */
const MODULE =
  /^es\.(?:array|array-buffer|string|object|promise|typed-array|number|math|map|set|weak-map|date|regexp|global-this|aggregate-error|error|reflect)(?:\.(.+))?$/;
/** Listed for a fault that was mended later: they are there, and do what we use of them. */
const MENDED = ['push', 'unshift', 'includes', 'set', 'fill', 'toStringTag', 'from', 'of', 'exec', 'flags'];
/** Not asked of JavaScript, or in no way that we go: each with the reason. */
const NOT_REACHED = new Map([
  ['hasOwn', '@noble/hashes asks it about options, and we give none (tests/src/receipt.test.ts checks without)'],
  ['detached', 'tweetnacl’s own name for a signature without its message'],
]);

const spell = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Names that these engines do not know, and that nothing fills in. */
export function unknownTo(engines, filled) {
  const knows = (module) =>
    Object.keys(engines).every((name) => data[module][name] && !isNewer(data[module][name], engines[name]));
  const names = Object.keys(data)
    .filter((module) => MODULE.test(module) && !filled.has(module) && !knows(module))
    .map((module) => spell(MODULE.exec(module)[1] ?? module.slice(3)));
  return new Set(names.filter((name) => !MENDED.includes(name) && !NOT_REACHED.has(name)));
}

/** The methods that a script calls: fields of its own data have such names too. */
export function methodsIn(tree) {
  const names = new Set();
  simple(tree, {
    CallExpression({ callee }) {
      if (callee.type === 'MemberExpression' && !callee.computed) names.add(callee.property.name);
    },
  });
  return names;
}

const adding = (text) => (folder) => appendFileSync(path.join(folder, 'common.js'), `\n${text}`);

/** Nothing is asked of JavaScript that came later than the declared base library, which fills in some of it. */
export const builtins = {
  name: 'builtins',
  check(folder) {
    const declared = declaredIn(folder);
    const unknown = unknownTo(enginesOf(declared), filledIn(declared));
    const scripts = parseScripts(folder);
    const faults = scripts.flatMap(({ file, tree }) =>
      [...methodsIn(tree)]
        .filter((name) => unknown.has(name))
        .map((name) => `${file} uses ${name}, newer than ${declared}`),
    );
    return { faults, said: `${scripts.length} scripts, ${unknown.size} names newer than ${declared}` };
  },
  plants: [
    { what: 'the last of an array', plant: adding('[].at(-1);'), caught: /common\.js uses at,/ },
    { what: 'an array sorted into another', plant: adding('[].toSorted();'), caught: /uses toSorted/ },
    { what: 'groups', plant: adding('Object.groupBy([],String);'), caught: /uses groupBy/ },
    { what: 'a promise kept elsewhere', plant: adding('Promise.withResolvers();'), caught: /uses withResolvers/ },
    { what: 'the last that is found', plant: adding('[].findLast(Boolean);'), caught: /uses findLast/ },
  ],
};
