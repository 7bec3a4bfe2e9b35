import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createDatabase } from '../../cloudfunctions/database/connect';
import { migrate } from '../../cloudfunctions/database/migrate';
import { createIfMissing } from '../../cloudfunctions/database/open';
import { createApp } from '../../cloudfunctions/host/app';
import { prepareDemo } from '../../cloudfunctions/host/demo';
import { findPrincipal, rooms } from '../../cloudfunctions/host/rooms';
import { readSettings } from '../../cloudfunctions/host/settings';
import { systemClock } from '../../cloudfunctions/kit/clock';
import { startTestCluster } from '../support/cluster';
import { freePort } from '../support/free-port';
import { onDatabase } from '../support/start-cluster';
import { testWorld } from '../support/world';
import { median } from './measure';

/** How soon a poor phone shows the web app that it has never opened before: `npm run bench:web`. */
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const WEB = path.resolve(process.env.WEB ?? 'dist/h5');
const CHROME =
  process.env.CHROME_PATH ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));

/** As Chrome's own tools have them: the delay is of each request, the rates are of what is carried. */
const NETWORKS = {
  'Slow 4G': { latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375, patienceMs: 60_000 },
  'Slow 3G': { latency: 2_000, downloadThroughput: 50_000, uploadThroughput: 50_000, patienceMs: 120_000 },
} as const;
type Network = keyof typeof NETWORKS;

const PAGES = [
  { name: '首页', path: '/', persona: 'householdHead', shown: '.balance-hero' },
  { name: '登录页', path: '/pages/sign-in/index', persona: null, shown: '.screen-main' },
] as const;
type Visited = (typeof PAGES)[number];

interface Visit {
  readonly paintMs: number;
  readonly lcpMs: number;
  /** When the page's own content stood there, with its answers. */
  readonly contentMs: number;
  readonly cls: number;
  readonly kBBeforePaint: number;
  readonly kBBeforeContent: number;
  readonly requests: number;
}

/** What the page notes about itself, from before its first byte. */
function watchPage(shown: string): void {
  const seen = { lcpMs: 0, cls: 0, contentMs: 0 };
  Object.assign(window, { seenByBench: seen });
  const watch = (type: string, note: (entry: PerformanceEntry & { value?: number }) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => {
    seen.lcpMs = startTime;
  });
  watch('layout-shift', ({ value = 0 }) => {
    seen.cls += value;
  });
  const look = () => {
    if (document.querySelector(shown)) seen.contentMs = performance.now();
    else requestAnimationFrame(look);
  };
  look();
}

interface Arrival {
  readonly atMs: number;
  readonly bytes: number;
}

async function listen(page: Page, network: Network): Promise<{ arrivals: Arrival[]; requests: () => number }> {
  const session = await page.context().newCDPSession(page);
  const arrivals: Arrival[] = [];
  let requests = 0;
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const { latency, downloadThroughput, uploadThroughput } = NETWORKS[network];
  const conditions = { offline: false, latency, downloadThroughput, uploadThroughput };
  await session.send('Network.emulateNetworkConditions', conditions);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let startedS: number | undefined;
  session.on('Network.requestWillBeSent', ({ timestamp }) => {
    startedS ??= timestamp;
    requests += 1;
  });
  const note = (timestamp: number, bytes: number) =>
    arrivals.push({ atMs: (timestamp - (startedS ?? timestamp)) * 1000, bytes });
  session.on('Network.responseReceived', ({ timestamp, response }) => note(timestamp, response.encodedDataLength));
  session.on('Network.dataReceived', ({ timestamp, encodedDataLength }) => note(timestamp, encodedDataLength));
  return { arrivals, requests: () => requests };
}

async function visit(browser: Browser, origin: string, to: Visited, network: Network): Promise<Visit> {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
    ...{ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
  });
  try {
    if (to.persona) {
      const data = { persona: to.persona };
      const answer = await context.request.post(`${origin}/api/session/demo`, { data, headers: { origin } });
      if (!answer.ok()) throw new Error(`signing in as ${to.persona}: ${answer.status()}`);
    }
    const page = await context.newPage();
    await page.addInitScript(watchPage, to.shown);
    const { arrivals, requests } = await listen(page, network);
    const { patienceMs } = NETWORKS[network];
    await page.goto(origin + to.path, { waitUntil: 'commit', timeout: patienceMs });
    await page.waitForSelector(to.shown, { timeout: patienceMs });
    await page.waitForTimeout(2_500);
    const seen = await page.evaluate(() => {
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
      return { ...(window as unknown as { seenByBench: Seen }).seenByBench, paintMs: paint };
    });
    const before = (ms: number) =>
      arrivals.filter(({ atMs }) => atMs <= ms).reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
    return {
      ...seen,
      kBBeforePaint: before(seen.paintMs),
      kBBeforeContent: before(seen.contentMs),
      requests: requests(),
    };
  } finally {
    await context.close();
  }
}
interface Seen {
  readonly lcpMs: number;
  readonly cls: number;
  readonly contentMs: number;
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

async function report(browser: Browser, origin: string): Promise<void> {
  const columns = [
    'page',
    'network',
    'first paint',
    'LCP',
    'content',
    'CLS',
    'kB to paint',
    'kB to content',
    'requests',
  ];
  console.log(`| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}`);
  for (const network of Object.keys(NETWORKS) as Network[])
    for (const to of PAGES) {
      const visits: Visit[] = [];
      for (let round = 0; round < ROUNDS; round++) visits.push(await visit(browser, origin, to, network));
      const of = (name: keyof Visit) => median(visits.map((one) => one[name]));
      const times = [of('paintMs'), of('lcpMs'), of('contentMs')].map(seconds);
      const bytes = [of('kBBeforePaint'), of('kBBeforeContent'), of('requests')].map(Math.round);
      console.log(`| ${[to.name, network, ...times, of('cls').toFixed(3), ...bytes].join(' | ')} |`);
    }
}

async function main(): Promise<void> {
  if (!existsSync(path.join(WEB, 'index.html'))) throw new Error('dist/h5 is not built: npm run build:h5');
  if (!CHROME) throw new Error('no Chromium or Chrome was found; CHROME_PATH names one');
  const cluster = await startTestCluster();
  try {
    const name = 'bench_web';
    await createIfMissing(cluster.server.url('postgres'), 'database', name);
    const url = onDatabase(cluster.server.url('postgres'), name);
    await migrate(url);
    const database = createDatabase({ url, max: 20 });
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const world = { ...testWorld(database, { clock: systemClock }), origin };
    await prepareDemo(world, url, true);
    const settings = readSettings({ PORT: String(port), RATE_LIMIT_FACTOR: '0', BEHAVIOUR_BANK_ORIGIN: origin });
    const app = await createApp({ world, rooms, findPrincipal, settings, isDemo: true, web: WEB });
    await app.listen({ port, host: 'localhost' });
    const browser = await chromium.launch({ executablePath: CHROME, args: ['--no-sandbox', '--disable-gpu'] });
    const built = statSync(path.join(WEB, 'index.html')).mtime.toISOString();
    console.log(`${ROUNDS} cold visits each, median; CPU 4×; pages built ${built}\n`);
    await report(browser, origin);
    await browser.close();
    await app.close();
    await database.close();
  } finally {
    await cluster.remove();
  }
}

await main();
