import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { createDatabase, type Database } from '../../cloudfunctions/database/connect';
import { createApp } from '../../cloudfunctions/host/app';
import type { PersonaKey } from '../../cloudfunctions/host/demo/personas';
import { findPrincipal, rooms, runDueJobs } from '../../cloudfunctions/host/rooms';
import { readSettings } from '../../cloudfunctions/host/settings';
import type { World } from '../../cloudfunctions/kit/world';
import { freePort } from '../support/free-port';
import { momentMs, momentOfThisFile } from '../support/moments';
import { dropDatabase } from '../support/start-cluster';
import { testWorld } from '../support/world';
import { copyDemo } from './demo-database';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 800 };
export const WEB = path.resolve('dist/h5');
export const SHOTS = path.resolve('tests/browser/out');
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** The one without a window first: the same engine for a fifth less of the processor. */
const BROWSERS = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

const executablePath = BROWSERS.find((file) => file !== undefined && existsSync(file));
if (!executablePath) {
  const words = 'No Chromium or Chrome was found (CHROME_PATH, /usr/bin/chromium, …): THE BROWSER TESTS DO NOT RUN.';
  if (process.env.BROWSER === 'required') throw new Error(words);
  console.warn(words);
}

/** Like `describe`, but for those machines only that have a browser; CI demands one (BROWSER=required). */
export const describeInBrowser = executablePath ? describe : describe.skip;

/** The real web app over the real host, with the demo district and a browser; torn down with the test file. */
export class Stage {
  private constructor(
    readonly world: World,
    readonly origin: string,
    private readonly url: string,
    private readonly database: Database,
    private readonly browser: Browser,
    private stopHost: () => Promise<void>,
    private readonly host: () => Promise<() => Promise<void>>,
    private readonly clock: StageClock,
  ) {}

  /** Opens at a moment of Shanghai, that of the test file if none is named; from there time goes on as it does outside. */
  static async open(moment = momentOfThisFile('browser'), web = WEB): Promise<Stage> {
    if (!existsSync(path.join(web, 'index.html'))) throw new Error('dist/h5 is not built: npm run build:h5');
    const url = await copyDemo(moment);
    const clock = startClock(momentMs(moment));
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const database = createDatabase({ url, max: 20 });
    const world = { ...testWorld(database, { clock: clock.ofServer }), origin };
    const settings = readSettings({ PORT: String(port), RATE_LIMIT_FACTOR: '0', BEHAVIOUR_BANK_ORIGIN: origin });
    const host = async () => {
      const app = await createApp({ world, rooms, findPrincipal, settings, isDemo: true, web });
      await app.listen({ port, host: 'localhost' });
      return () => app.close();
    };
    const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ARGS });
    return new Stage(world, origin, url, database, browser, await host(), host, clock);
  }

  /** Somebody with a device of their own, signed in as that persona and standing on a page. */
  async person(key: PersonaKey, pagePath: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await this.context(options);
    const answer = await context.request.post(`${this.origin}/api/session/demo`, {
      data: { persona: key },
      headers: { origin: this.origin },
    });
    if (!answer.ok()) throw new Error(`signing in as ${key}: ${answer.status()} ${await answer.text()}`);
    const page = await context.newPage();
    await page.goto(this.origin + pagePath);
    return page;
  }

  async context(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      viewport: PHONE,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      serviceWorkers: 'block', // what one test keeps must not answer another's questions
      ...options,
    });
    await context.clock.install({ time: this.clock.ofDevices() }); // timers run on as they do without
    return context;
  }

  /** The server is gone, as by a power cut of the network: connections end, nobody answers. */
  async stopServer(): Promise<void> {
    await this.stopHost();
  }
  async startServer(): Promise<void> {
    this.stopHost = await this.host();
  }

  /** Moves the server's clock; devices keep theirs. */
  passTime(ms: number): void {
    this.clock.aheadMs += ms;
  }
  runJobs = () => runDueJobs(this.world);

  async close(): Promise<void> {
    await this.browser.close();
    await this.stopHost();
    await this.database.close();
    await dropDatabase(
      process.env.TEST_SERVER_URL ?? '',
      new URL(this.url.replace(/^postgres(ql)?:/, 'http:')).pathname.slice(1),
    );
  }
}

interface StageClock {
  /** By how much the server's is ahead of the devices'. */
  aheadMs: number;
  ofDevices(): number;
  ofServer(): number;
}

/** Shows `startMs` now and then runs as fast as any. */
function startClock(startMs: number): StageClock {
  const began = performance.now();
  const ofDevices = () => startMs + Math.round(performance.now() - began);
  const clock = { aheadMs: 0, ofDevices, ofServer: () => ofDevices() + clock.aheadMs };
  return clock;
}

/** Keeps what a person sees, in tests/browser/out. Where nobody will look (CI) none is taken: a hundred cost a minute. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.CI) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SHOTS, `${name}.png`) });
}
