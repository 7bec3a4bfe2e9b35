import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { faultsOf, Project } from '../check-weapp/json-schemas.mjs';

const FILE = 'project.config.json';

/** WeChat's developer tools open the folder of a project file, and read its two roots from there. */
function rootsOf(folder) {
  const { miniprogramRoot, cloudfunctionRoot } = JSON.parse(readFileSync(path.join(folder, FILE), 'utf8'));
  return { miniprogram: path.join(folder, miniprogramRoot), functions: path.join(folder, cloudfunctionRoot) };
}

function set(folder, values) {
  const file = path.join(folder, FILE);
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...values }));
}

export const project = {
  name: 'project',
  check(folder) {
    const { miniprogram, functions } = rootsOf(folder);
    const faults = [
      ...faultsOf(FILE, Project, JSON.parse(readFileSync(path.join(folder, FILE), 'utf8'))),
      ...(existsSync(path.join(miniprogram, 'app.json')) ? [] : [`no mini-program stands in ${miniprogram}`]),
      ...(existsSync(path.join(functions, 'household/index.js')) ? [] : [`no functions stand in ${functions}`]),
      ...(existsSync(path.join(folder, 'dist/weapp', FILE))
        ? [`dist/weapp has a ${FILE} of its own, from which the functions are not found`]
        : []),
    ];
    return { faults, said: `${FILE} leads to the mini-program and to the functions` };
  },
  plants: [
    {
      what: 'a key that nobody knows',
      plant: (folder) => set(folder, { miniProgramRoot: 'dist/weapp/' }),
      caught: /^project\.config\.json: .*miniProgramRoot/,
    },
    {
      what: 'WeChat’s own transpiling',
      plant: (folder) => set(folder, { setting: { es6: true } }),
      caught: /^project\.config\.json: setting\.es6/,
    },
    {
      what: 'a mini-program elsewhere',
      plant: (folder) => set(folder, { miniprogramRoot: 'weapp/' }),
      caught: /^no mini-program/,
    },
    {
      what: 'functions that were not built',
      plant: (folder) => rmSync(path.join(folder, 'dist/cloudfunctions/household'), { recursive: true }),
      caught: /^no functions/,
    },
    {
      what: 'a second project file',
      plant: (folder) => cpSync(path.join(folder, FILE), path.join(folder, 'dist/weapp', FILE)),
      caught: /^dist\/weapp has a/,
    },
  ],
};
