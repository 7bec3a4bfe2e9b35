import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build, stop } from 'esbuild';

/** Makes one file of a TypeScript program of the tests, for a process of its own that may be killed. */
export async function bundleProgram(entry: string, { isAlone = false } = {}): Promise<string> {
  const name = `${path.basename(entry, '.ts')}-${isAlone ? 'alone-' : ''}${process.pid}.cjs`;
  const outfile = path.resolve('.cache/tests', name);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    // alone, it stands outside the project and finds no package there
    ...(isAlone ? { external: ['pg-native'] } : { packages: 'external' as const }),
    platform: 'node',
    target: 'node20',
    loader: { '.sql': 'text' },
    logLevel: 'warning',
  });
  await stop(); // its service would keep jest from ending
  return outfile;
}

/** A child process that speaks in lines of JSON. */
export class Child {
  readonly exited: Promise<number | NodeJS.Signals>;
  private readonly lines: AsyncIterator<string>;
  private errors = '';

  private constructor(private readonly child: ChildProcess) {
    if (!child.stdout || !child.stderr) throw new Error('a child speaks by its output');
    this.lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    child.stderr.on('data', (data) => {
      this.errors += data;
    });
    this.exited = once(child, 'exit').then(([code, signal]) => signal ?? code);
  }

  static start(file: string, args: readonly string[], options: SpawnOptions = {}): Child {
    return new Child(spawn(process.execPath, [file, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] }));
  }

  /** What it says next; when it ends instead, what it complained of. */
  async says<T>(): Promise<T> {
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`the child ended: ${this.errors}`);
    return JSON.parse(value) as T;
  }

  kill(signal: NodeJS.Signals): Promise<number | NodeJS.Signals> {
    this.child.kill(signal);
    return this.exited;
  }
}
