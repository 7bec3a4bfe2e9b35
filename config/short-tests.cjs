const { readdirSync } = require('node:fs');
const path = require('node:path');
const { SECONDS } = require('./longest-first.cjs');

const ROOT = path.join(__dirname, '..');

/** The short test files of a folder of tests and of those in it, from the root: all but those that are begun first. */
const shortTests = (folder) =>
  readdirSync(path.join(ROOT, 'tests', folder), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.posix.join('tests', folder, file))
    .filter((file) => !(file in SECONDS))
    .sort();

/** The folders whose short tests run as one file each: those that tests/together names. */
const foldersTogether = () =>
  readdirSync(path.join(ROOT, 'tests/together')).map((file) => path.basename(file, '.test.ts'));

module.exports = { foldersTogether, shortTests };
