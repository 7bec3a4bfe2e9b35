import { execFile } from 'node:child_process';
import path from 'node:path';
import type { CodeGuard } from './code/guard';

const JEST = require.resolve('jest/bin/jest');
const ROOT = path.resolve('.');

/** The rooms' own settings, with the server and the template that this run has already, and one transform more. */
function settings(): string {
  const { projects } = require(path.join(ROOT, 'jest.config.js'));
  const { globalSetup, globalTeardown, ...rooms } = projects.find((one: object) => 'testMatch' in one);
  const [swc, ...others] = Object.entries(rooms.transform);
  const [pattern, [, options]] = swc as [string, [string, object]];
  const transform = { [pattern]: [path.join(__dirname, 'without-guard.cjs'), options], ...Object.fromEntries(others) };
  return JSON.stringify({ ...rooms, rootDir: ROOT, transform });
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}
export interface Told {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  /** What went wrong besides the tests: a guard that was not found, a file that did not load. */
  readonly trouble: string;
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Runs the tests that these guards name, in a jest of their own, without one guard or with all of them. */
export function runNamed(guards: readonly CodeGuard[], without?: CodeGuard): Promise<Told> {
  const files = [...new Set(guards.map(({ testFile }) => testFile))];
  const names = [...new Set(guards.map(({ test }) => `${literally(test)}$`))].join('|');
  const asked = ['--config', settings(), '--json', '--runInBand', '--testNamePattern', names, '--runTestsByPath'];
  const env = { ...process.env, SOAK: '', WITHOUT_GUARD: without ? JSON.stringify(without) : '' };
  return new Promise((resolve) => {
    execFile(process.execPath, [JEST, ...asked, ...files], { env, maxBuffer: 1 << 26 }, (_code, said, complaints) =>
      resolve(understand(said, complaints)),
    );
  });
}

function understand(said: string, complaints: string): Told {
  if (!said.startsWith('{')) return { passed: [], failed: [], trouble: complaints };
  const { testResults } = JSON.parse(said) as Report;
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  const titles = (status: string) => results.filter((one) => one.status === status).map(({ title }) => title);
  const silent = testResults.filter(({ assertionResults }) => assertionResults.length === 0);
  return {
    passed: titles('passed'),
    failed: titles('failed'),
    trouble: silent.map(({ message }) => message).join('\n'),
  };
}
