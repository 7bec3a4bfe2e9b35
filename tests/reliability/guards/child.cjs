/**
 * A jest of its own for each line that comes in: { files, names, without }. It answers each with a line: what jest
 * reports. One process for them all, as half of a short run is loading jest.
 */
const path = require('node:path');
const { createInterface } = require('node:readline');
const { runCLI } = require('jest');

const ROOT = path.resolve('.');
const answer = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true; // what the tests print is nobody's answer

/** The rooms' own settings, with the server and the template that this run has already, and one transform more. */
function settings(without) {
  const { projects } = require(path.join(ROOT, 'jest.config.js'));
  const { globalSetup, globalTeardown, ...rooms } = projects.find((one) => 'testMatch' in one);
  const [[pattern, [, options]], ...others] = Object.entries(rooms.transform);
  const spoiling = [path.join(__dirname, 'without-guard.cjs'), { ...options, without }];
  return JSON.stringify({ ...rooms, rootDir: ROOT, transform: { [pattern]: spoiling, ...Object.fromEntries(others) } });
}

async function run({ files, names, without }) {
  const asked = { config: settings(without), runTestsByPath: true, _: files, testNamePattern: names, runInBand: true };
  const { results } = await runCLI({ ...asked, silent: true, reporters: [], $0: 'jest' }, [ROOT]);
  return results.testResults.map(({ failureMessage, testResults }) => ({
    trouble: testResults.length === 0 ? failureMessage : '',
    told: testResults.map(({ title, status }) => ({ title, status })),
  }));
}

async function main() {
  for await (const line of createInterface({ input: process.stdin }))
    answer(`${JSON.stringify(await run(JSON.parse(line)))}\n`);
}

main();
