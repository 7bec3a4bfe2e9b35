const { randomInt } = require('node:crypto');
const { foldersTogether, shortTests } = require('./config/short-tests.cjs');

/** Another one for every run; SEED plays one again. The summary says it. */
process.env.TEST_SEED ??= process.env.SEED ?? String(randomInt(2 ** 31));

const swc = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: true, decorators: false },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** Published as ES modules only, which jest cannot load as they are. */
const esModules = ['@noble', 'uqr', 'uuid'];

const ignored = ['<rootDir>/dist/', '<rootDir>/\\.data/', '<rootDir>/\\.cache/'];

/** Tests in Node with the real database: one cluster for the run, a database for each file that asks for one. */
const withDatabase = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/support/start-cluster.ts',
  globalTeardown: '<rootDir>/tests/support/stop-cluster.ts',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node', 'sql'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  modulePathIgnorePatterns: ignored,
  transform: {
    '\\.[cm]?[jt]sx?$': swc,
    '\\.sql$': '<rootDir>/tests/support/sql-transform.cjs',
    '\\.xlsx$': '<rootDir>/tests/support/xlsx-transform.cjs',
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:${esModules.join('|')})/)`],
};

/** The tests of rooms and of what stands around them, each file by itself. */
const rooms = {
  ...withDatabase,
  displayName: 'rooms',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/tests/(weapp|browser|screens|together)/'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/room-timeout.ts'],
};

module.exports = {
  maxWorkers: 4, // on two cores: of three a fifth was idle, as much of a test's time is waiting for the database or a page
  testSequencer: '<rootDir>/config/longest-first.cjs',
  reporters: ['default', '<rootDir>/config/summary-reporter.cjs'],
  projects: [
    rooms,
    // the same tests as in `rooms`: the short ones of a folder as one file, and all others
    {
      ...rooms,
      displayName: 'together',
      testMatch: ['<rootDir>/tests/together/*.test.ts'],
      testPathIgnorePatterns: [],
    },
    {
      ...rooms,
      displayName: 'alone',
      testPathIgnorePatterns: [
        ...rooms.testPathIgnorePatterns,
        ...foldersTogether()
          .flatMap(shortTests)
          .map((file) => `<rootDir>/${file}$`),
      ],
    },
    {
      displayName: 'weapp',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/weapp/**/*.test.js'],
      modulePathIgnorePatterns: ignored.slice(1),
      transform: { '\\.ts$': swc }, // the app comes built
      setupFilesAfterEnv: ['<rootDir>/tests/support/room-timeout.ts'],
    },
    {
      ...withDatabase,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/browser-timeout.ts'],
    },
    {
      ...withDatabase,
      displayName: 'screens',
      testMatch: ['<rootDir>/tests/screens/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/browser-timeout.ts'],
    },
  ],
};
