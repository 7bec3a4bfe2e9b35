import path from 'node:path';
import { readSettings, type Settings } from './settings';
import { type RunningHost, StartRefused, startHost } from './start';

/** Beside the bundle, dist/host/main.cjs, from whatever folder it is started. */
const WEB = path.resolve(__dirname, '../h5');
const STOP_LIMIT_MS = 15_000;
/** One Ctrl-C reaches us twice: from the terminal, and from npm, which passes on what it got itself. */
const SAME_SIGNAL_MS = 1_000;
const isSignal: Readonly<Record<string, number>> = { SIGINT: 130, SIGTERM: 143 };

function welcome(host: RunningHost, settings: Settings): string {
  const url = `http://localhost:${host.port}`;
  const lines = [`\n行为银行已经启动：${url}`, `  Behaviour Bank is served at ${url}`];
  if (host.filledInMs !== null) lines.push(`  demo filled in ${host.filledInMs} ms`);
  if (host.isDemo)
    lines.push(
      '演示数据：社区、人物、积分全部是虚构的。',
      '  Demo data: every place, person and point in it is made up.',
    );
  else if (settings.fillsDemo)
    lines.push(
      '数据库里已有自己的单位，没有装入演示数据。',
      '  The database has units of its own: no demo was filled in.',
    );
  else if (!settings.isProduction)
    lines.push(
      '没有装入演示数据；DEMO=1 才会装进空的数据库。',
      '  No demo was filled in: DEMO=1 fills an empty database.',
    );
  if (!host.hasWeb)
    lines.push('网页还没有构建，只提供接口。', '  The pages are not built (npm run build:h5): API only.');
  if (!settings.isProduction) lines.push('按 Ctrl-C 停止。', '  Press Ctrl-C to stop.');
  return lines.join('\n');
}

/**
 * The first signal stops in good order, also while we are still starting; the second one at once. A start that is broken
 * off fails somehow (a terminal's Ctrl-C ends initdb, too), and how is nobody's concern.
 */
function stopOnSignals(start: (stopping: AbortSignal) => Promise<RunningHost>): Promise<RunningHost> {
  const stopping = new AbortController();
  let stoppingSinceMs: number | null = null;
  let starting: Promise<RunningHost>;
  const onSignal = (signal: NodeJS.Signals) => {
    const nowMs = performance.now();
    if (stoppingSinceMs !== null) {
      if (nowMs - stoppingSinceMs > SAME_SIGNAL_MS) process.exit(isSignal[signal]);
      return;
    }
    stoppingSinceMs = nowMs;
    console.log('正在停止……  Stopping …');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    stopping.abort();
    starting
      .then(
        (host) => host.stop(),
        () => console.log('还没有启动完，已经停下。\n  Stopped before it was up.'),
      )
      .then(() => process.exit(0), fail);
  };
  for (const signal of Object.keys(isSignal)) process.on(signal, onSignal);
  starting = start(stopping.signal);
  const forEver = new Promise<never>(() => {});
  const unlessStopping = <T>(go: () => T) => (stopping.signal.aborted ? forEver : go());
  return starting.then(
    (host) => unlessStopping(() => host),
    (error) => unlessStopping(() => Promise.reject(error)),
  );
}

function fail(error: unknown): never {
  if (error instanceof StartRefused) {
    console.log(error.message);
    process.exit(error.exitCode);
  }
  console.error(error instanceof Error ? error.message : error);
  if (process.env.LOG_LEVEL === 'debug') console.error(error);
  process.exit(1);
}

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const host = await stopOnSignals((stopping) => startHost(process.env, settings, WEB, stopping));
  console.log(welcome(host, settings));
}

main().catch(fail);
