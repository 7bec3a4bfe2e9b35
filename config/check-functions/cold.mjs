import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { addFunction, functionsIn, scriptOf } from './built.mjs';

const MAX_MS = 160;
/** On a slow machine: as many times what Node alone needs to start there. */
const MAX_TIMES_NODE = 9;
/** Others work on the machine too, and only ever make it slower: the least of a few runs counts, of more when in doubt. */
const RUNS = 3;
const RUNS_MAX = 15;
/** As many times the limit is no doubt any more. */
const TIMES_BEYOND = 2;

const PRINT = 'const { user, system } = process.cpuUsage(); console.log((user + system) / 1000); process.exit(0);';
/** A cold instance is loaded and answers a first call, which needs no database. */
const CALL = `const context = { environment: JSON.stringify({ WX_OPENID: 'o' }) };
Promise.resolve(require(process.argv[1]).main({ action: 'noSuchAction' }, context)).finally(() => { ${PRINT} });`;
const env = {
  PATH: process.env.PATH,
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
  BEHAVIOUR_BANK_SECRET: 'a'.repeat(64),
  BEHAVIOUR_BANK_ORIGIN: 'https://bank.test',
  LOG_LEVEL: 'silent',
};

function cpuMs(code, ...args) {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', code, ...args], { env, encoding: 'utf8' });
  const ms = Number(stdout);
  if (stdout === '' || Number.isNaN(ms)) throw new Error(`a cold start did not end as it should:\n${stderr}`);
  return ms;
}

function least(max, measure) {
  let ms = measure();
  for (let run = 1; run < RUNS || (ms > max && ms < max * TIMES_BEYOND && run < RUNS_MAX); run++)
    ms = Math.min(ms, measure());
  return ms;
}

export const cold = {
  name: 'cold start',
  check(folder) {
    const node = least(0, () => cpuMs(PRINT));
    const max = Math.max(MAX_MS, node * MAX_TIMES_NODE);
    const functions = functionsIn(folder).map((name) => ({
      name,
      ms: least(max, () => cpuMs(CALL, scriptOf(folder, name))),
    }));
    const faults = functions
      .filter(({ ms }) => ms > max)
      .map(({ name, ms }) => `${name} takes ${ms.toFixed(0)} ms of CPU, ${max.toFixed(0)} are allowed`);
    const each = functions.map(({ name, ms }) => `${name} ${ms.toFixed(0)}`).join(', ');
    return { faults, said: `${each} of ${max.toFixed(0)} ms of CPU, Node alone ${node.toFixed(0)}` };
  },
  plants: [
    {
      what: 'a function that is slow to start',
      plant(folder) {
        for (const name of functionsIn(folder)) rmSync(path.dirname(scriptOf(folder, name)), { recursive: true });
        const busy = `for (let turn = 1; turn % 1e6 || process.cpuUsage().user < ${MAX_MS * 5_000}; turn++); exports.main = async () => ({});`;
        addFunction(folder, 'planted', busy);
      },
      caught: /^planted takes \d+ ms of CPU/,
    },
  ],
};
