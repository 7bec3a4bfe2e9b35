import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { describeInBrowser, picture, Stage, WEB } from './stage';

const KEPT = { serviceWorkers: 'allow' } as const;

/** Until the app's files are on the device, and answer the next page. */
async function keptOn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    while (registration.active?.state !== 'activated') await new Promise((resolve) => setTimeout(resolve, 50));
  });
}

describeInBrowser('the app kept on the device', () => {
  let stage: Stage;
  const web = mkdtempSync(path.join(tmpdir(), 'pages-'));
  beforeAll(async () => {
    cpSync(WEB, web, { recursive: true });
    stage = await Stage.open(undefined, web);
  });
  afterAll(async () => {
    await stage?.close();
    rmSync(web, { recursive: true, force: true });
  });

  const file = (name: string) => path.join(web, name);
  /** The next release: another index.html, and the worker that belongs to it. */
  const release = (mark: string) => {
    for (const [name, edit] of [
      ['index.html', (text: string) => text.replace(/<title>.*?<\/title>/, `<title>${mark}</title>`)],
      ['sw.js', (text: string) => text.replace(/const VERSION = '[^']*'/, `const VERSION = '${mark}'`)],
    ] as const) {
      writeFileSync(file(name), edit(readFileSync(file(name), 'utf8')));
      for (const packed of ['.br', '.gz']) rmSync(file(name + packed), { force: true });
    }
  };
  /** What stands in the page as it came, before the app wrote its own title into it. */
  const titleAsItCame = async (page: Page) =>
    page.evaluate(async () => /<title>(.*?)<\/title>/.exec((await (await caches.match('/'))?.text()) ?? '')?.[1]);

  it('shows the code at an event after a start without the network, and says where the network is missing', async () => {
    const page = await stage.person('staff', '/staff/workbench/index', KEPT);
    await handsOn(page).tap('亮签到码，清洁家园');
    await handsOn(page).reads('.live-digits');
    const live = page.url();
    await keptOn(page);
    await stage.stopServer();
    await page.goto(live);
    expect(await handsOn(page).reads('.live-digits')).toMatch(/\d/);
    await picture(page, 'without-network-live-code');
    await page.goto(live.replace('live-code', 'arrivals'));
    await handsOn(page).sees('名单没能打开');
    await page.goto(`${stage.origin}/pages/me/index`);
    await handsOn(page).sees('没能打开');
    await picture(page, 'without-network-me');
    await stage.startServer();
    await handsOn(page).tap('再试一次');
    await handsOn(page).sees('工作台');
    await page.context().close();
  });

  it('holds code alone: no answer stays, whoever was signed in', async () => {
    const page = await stage.person('householdHead', '/pages/home/index', KEPT);
    await keptOn(page);
    await page.goto(`${stage.origin}/pages/household/index`);
    await handsOn(page).sees('家里人');
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(
        names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
      );
      return all.flat().map((url) => new URL(url).pathname);
    });
    expect(kept).toContain('/');
    expect(kept.filter((name) => !/^\/$|\.(js|css|svg)$/.test(name))).toEqual([]);
    await page.context().close();
  });

  it('gives way to a new version as the app starts, whole, and not while another window has the old one open', async () => {
    const page = await stage.person('senior', '/pages/home/index', KEPT);
    await keptOn(page);
    const other = await page.context().newPage();
    await other.goto(`${stage.origin}/pages/me/index`);
    release('the second');
    await other.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const isWaiting = async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state === 'installed';
    for (let looks = 0; looks < 200 && !(await other.evaluate(isWaiting)); looks++) await other.waitForTimeout(100);
    await page.reload();
    await handsOn(page).sees('累计积分');
    expect(await other.evaluate(isWaiting)).toBe(true);
    await other.close();
    const versions = () => page.evaluate(async () => (await caches.keys()).join()).catch(() => ''); // it loads itself anew meanwhile
    const isSecond = async () => (await versions()) === 'pages-the second';
    // a window that was closed a moment ago may still be counted: then the next start takes the new version
    for (let starts = 0; starts < 10 && !(await isSecond()); starts++) {
      await page.reload();
      for (let looks = 0; looks < 30 && !(await isSecond()); looks++) await page.waitForTimeout(100);
    }
    await handsOn(page).sees('累计积分');
    expect(await titleAsItCame(page)).toBe('the second');
    await page.context().close();
  });
});
