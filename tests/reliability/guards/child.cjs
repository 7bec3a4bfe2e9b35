/**
 * Runs the tests of each line that comes in, { files, names, without }, and answers with a line: what jest reports.
 * One process for them all, and one look at the project's files: half of a short run is loading jest, a third of the rest
 * finding where each module stands.
 */
const path = require('node:path');
const { createInterface } = require('node:readline');
const { readConfigs } = require('jest-config');
const { default: TestRunner } = require('jest-runner');
const { default: Runtime } = require('jest-runtime');
const { TestWatcher } = require('jest-watcher');

const ROOT = path.resolve('.');
const answer = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true; // what the tests print is nobody's answer

/** The rooms' own settings, with the server and the template that this run has already. */
async function openProject() {
  const { projects } = require(path.join(ROOT, 'jest.config.js'));
  const { globalSetup, globalTeardown, ...rooms } = projects.find((one) => one.displayName === 'rooms');
  const given = { config: JSON.stringify({ ...rooms, rootDir: ROOT }), silent: true, reporters: [], $0: 'jest', _: [] };
  const { globalConfig, configs } = await readConfigs(given, [ROOT]);
  return { globalConfig, project: await Runtime.createContext(configs[0], { maxWorkers: 1, watchman: false }) };
}

/** One transform in the place of another. */
function spoil(config, without) {
  const [[pattern, , options], ...others] = config.transform;
  return {
    ...config,
    transform: [[pattern, path.join(__dirname, 'without-guard.cjs'), { ...options, without }], ...others],
  };
}

async function run({ globalConfig, project }, { files, names, without }) {
  const context = { ...project, config: spoil(project.config, without) };
  const runner = new TestRunner({ ...globalConfig, testNamePattern: names }, {});
  const reports = [];
  runner.on('test-file-success', ([, { testResults, failureMessage }]) =>
    reports.push({
      trouble: testResults.length === 0 ? failureMessage : '',
      told: testResults.map(({ title, status }) => ({ title, status })),
    }),
  );
  runner.on('test-file-failure', ([, { message, stack }]) => reports.push({ trouble: stack ?? message, told: [] }));
  const watcher = new TestWatcher({ isWatchMode: false });
  await runner.runTests(
    files.map((file) => ({ path: file, context })),
    watcher,
    { serial: true },
  );
  return reports;
}

async function main() {
  const opened = await openProject();
  for await (const line of createInterface({ input: process.stdin }))
    answer(`${JSON.stringify(await run(opened, JSON.parse(line)))}\n`);
}

main();
