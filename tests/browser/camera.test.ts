import type { Page } from 'playwright-core';
import { encode } from 'uqr';
import { handsOn } from './hands';
import { photograph, readCode } from './qr-picture';
import { DESK, describeInBrowser, picture, Stage } from './stage';

/** Stands where the phone's camera would: what is drawn on this canvas is what it films. */
function filmCanvas() {
  const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 480 });
  const context = canvas.getContext('2d');
  let shown: readonly boolean[][] = [];
  setInterval(() => {
    if (!context) return;
    context.fillStyle = 'white';
    context.fillRect(0, 0, 480, 480);
    context.fillStyle = 'black';
    const side = Math.floor(480 / Math.max(1, shown.length));
    for (const [y, row] of shown.entries())
      for (const [x, dark] of row.entries()) if (dark) context.fillRect(x * side, y * side, side, side);
  }, 100);
  Object.assign(window, {
    holdBefore: (modules: readonly boolean[][]) => {
      shown = modules;
    },
  });
  navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);
}

describeInBrowser('the camera of the scan page', () => {
  let stage: Stage;
  let page: Page;
  const sent: string[] = [];
  beforeAll(async () => {
    stage = await Stage.open();
    page = await stage.person('senior', '/pages/passbook/index');
    await page.addInitScript(filmCanvas);
    page.on('request', (request) => {
      if (request.url().endsWith('/api/activity/checkIn')) sent.push(request.postDataJSON().input.code);
    });
    await page.goto(`${stage.origin}/pages/scan/index`);
  });
  afterAll(() => stage?.close());

  const hold = (text: string) =>
    page.evaluate((modules) => {
      (window as unknown as { holdBefore: (modules: boolean[][]) => void }).holdBefore(modules);
    }, encode(text).data);

  it('says that a foreign code is none of ours, and looks on', async () => {
    await hold('https://example.org/menu');
    await handsOn(page).sees('这不是行为银行的码');
  });

  it('says of a neighbour’s personal code whom it is for', async () => {
    await hold(`${stage.origin}/r/${'A'.repeat(40)}`);
    await handsOn(page).sees('这是居民的个人码，给工作人员扫的。');
    await handsOn(page).sees('签到请扫活动现场屏幕上的码');
    await picture(page, 'camera-personal-code');
    expect(sent).toEqual([]);
  });

  it('sends a refused code once, however long it is held', async () => {
    const forged = `${stage.origin}/a/1${'A'.repeat(28)}`;
    await hold(forged);
    await handsOn(page).sees('这个码对不上');
    await page.waitForTimeout(5_000);
    expect(sent).toEqual([forged]);
  });

  it('takes the right one from there, without a tap', async () => {
    const organiser = await stage.person('staff', '/staff/workbench/index', { viewport: DESK });
    await handsOn(organiser).tap('亮签到码，清洁家园');
    await handsOn(organiser).sees('位邻居到了');
    await hold(readCode(await photograph(organiser)));
    await handsOn(page).sees('谢谢你参加了');
    expect(sent).toHaveLength(2);
  });
});
