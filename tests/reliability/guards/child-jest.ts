import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { CodeGuard } from './code/guard';

interface FileReport {
  /** What went wrong besides the tests: a guard that was not found, a file that did not load. */
  readonly trouble: string;
  readonly told: readonly { readonly title: string; readonly status: string }[];
}
export interface Told {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  readonly trouble: string;
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A process that runs named tests in a jest of its own, again and again; asked one after the other. */
export function startChildJest() {
  const env = { ...process.env, SOAK: '' };
  const child = spawn(process.execPath, [path.join(__dirname, 'child.cjs')], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaints = '';
  child.stderr.on('data', (said) => (complaints += said));
  return {
    /** The tests that these guards name, without one guard or with all of them. */
    async runNamed(guards: readonly CodeGuard[], without?: CodeGuard): Promise<Told> {
      const files = [...new Set(guards.map(({ testFile }) => path.resolve(testFile)))];
      const names = [...new Set(guards.map(({ test }) => `${literally(test)}$`))].join('|');
      child.stdin.write(`${JSON.stringify({ files, names, without })}\n`);
      const { value, done } = await answers.next();
      if (done) return { passed: [], failed: [], trouble: complaints };
      return understand(JSON.parse(value) as FileReport[]);
    },
    async close(): Promise<void> {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

function understand(files: readonly FileReport[]): Told {
  const all = files.flatMap(({ told }) => told);
  const titles = (status: string) => all.filter((one) => one.status === status).map(({ title }) => title);
  const trouble = files.map((file) => file.trouble).join('');
  return { passed: titles('passed'), failed: titles('failed'), trouble };
}
