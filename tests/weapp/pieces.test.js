/** @jest-environment jsdom */
const { execFileSync } = require('node:child_process');
const { readdirSync, statSync } = require('node:fs');
const path = require('node:path');
const { createTaroApp } = require('./taro-weapp');

const root = path.join(__dirname, '../..');
const dist = path.join(root, 'dist/gallery-weapp');

/** The gallery is in no ordinary build, so this file makes its own: the same pieces, the same plugin, the same WeChat output. */
function buildGallery() {
  const cli = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  execFileSync(process.execPath, [cli, 'build', '--type', 'weapp'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', TARO_APP_GALLERY: '1', TARO_APP_OUT: 'dist/gallery-weapp' },
    stdio: 'pipe',
  });
}

/** When the newest file below was last changed, or the file itself; never, if it is not there. */
function changedAt(name) {
  const full = path.join(root, name);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(...readdirSync(full, { recursive: true }).map((file) => statSync(path.join(full, file)).mtimeMs));
}

let app;
const navigateTo = jest.fn((options) => options.success?.({}));

beforeAll(() => {
  const sources = Math.max(...['src', 'config', 'package-lock.json'].map(changedAt));
  if (changedAt('dist/gallery-weapp/app.json') < sources) buildGallery();
  require('miniprogram-simulate');
  app = createTaroApp(dist, { wx: { navigateTo } });
}, 180_000);

const open = (part, more = {}) => app.open('gallery/index', { part, ...more });

describe('the pieces in WeChat', () => {
  it('carry the theme on the root view and keep clear of the capsule', async () => {
    const page = await open('pieces');
    expect(page.$('.screen').className).toContain('theme-light');
    expect(page.$('.title-bar').getAttribute('style')).toContain('padding-right: 99px');
    // what the server says arrives after the first picture
    await page.settle(false, 200);
    expect(page.text()).toContain('演示数据，人物均为虚构');
    page.close();
  });

  it('tell a screen reader what they are, what they are called and how they stand', async () => {
    const page = await open('people');
    const [first] = page.$$('.person-row');
    expect(page.attrs(first)).toMatchObject({
      ariaRole: 'checkbox',
      ariaLabel: '马淑珍，80 岁 · 2号2单元803',
      ariaChecked: true,
    });
    page.close();
  });

  it('pick and unpick a person by a tap, and say why the next step waits', async () => {
    const page = await open('people');
    expect(page.text()).toContain('已选 1 人');
    await page.fire(page.$$('.person-row')[1], 'tap');
    expect(page.text()).toContain('已选 2 人');
    await page.fire(page.$$('.person-row')[1], 'tap');
    await page.fire(page.$$('.person-row')[0], 'tap');
    expect(page.text()).toContain('先选至少一位邻居');
    page.close();
  });

  it('leave a blocked person as they are', async () => {
    const page = await open('people');
    const before = page.text();
    await page.fire(page.$$('.person-row')[3], 'tap');
    expect(page.text()).toBe(before);
    page.close();
  });

  it('take what is written and count it as the value', async () => {
    const page = await open('pieces');
    await page.fire(page.$$('.field-input')[0], 'input', { value: '张三' });
    expect(page.attrs(page.$$('.field-input')[0]).value).toBe('张三');
    page.close();
  });

  it('draw rings and codes as pictures, because WeChat has no inline SVG', async () => {
    const page = await open('voucher');
    expect(page.html()).not.toContain('<svg');
    expect(page.$('.qr-code').getAttribute('style')).toContain('data:image/svg+xml');
    expect(page.text()).toContain('KF7 3Q2');
    page.close();
    const home = await open('home');
    expect(home.$('.tree-rings').getAttribute('style')).toContain('data:image/svg+xml');
    home.close();
  });

  it('open and close a sheet', async () => {
    const page = await open('passbook');
    expect(page.$('.dialog')).toBeNull();
    await page.fire(page.named('看回执'), 'tap');
    expect(page.$('.dialog').textContent).toContain('LH-2026-004817');
    await page.fire(page.named('关闭积分回执'), 'tap');
    expect(page.$('.dialog')).toBeNull();
    page.close();
  });

  it('lead from home to the household', async () => {
    const page = await open('home');
    await page.fire('.balance-hero-home', 'tap');
    expect(navigateTo).toHaveBeenCalledWith(expect.objectContaining({ url: '/pages/household/index' }));
    page.close();
  });

  it('show the four tabs and the scan button in a tree of its own, in the theme of the pages', async () => {
    const bar = await app.open('custom-tab-bar/index');
    expect(bar.$$('.tab-bar-tab').map((tab) => tab.textContent)).toEqual(['首页', '活动', '兑换', '我的']);
    await bar.fire('.tab-bar-scan', 'tap');
    expect(navigateTo).toHaveBeenCalledWith(expect.objectContaining({ url: '/pages/scan/index' }));
    bar.close();
  });

  it('offer large type once, and then show three cards instead of tabs', async () => {
    const page = await open('home');
    await page.fire(page.named('用大字'), 'tap');
    expect(page.$('.screen').className).toContain('type-large');
    expect(page.text()).toContain('扫码签到');
    expect(page.text()).not.toContain('字要大一点吗');
    const bar = await app.open('custom-tab-bar/index');
    expect(bar.text()).toBe('');
    bar.close();
    expect(wx.getStorageSync('appearance')).toMatchObject({ large: true, asked: true });
    page.close();
  });

  it('turn a sheet into a section of the page in large type', async () => {
    const page = await open('passbook');
    await page.fire(page.named('看回执'), 'tap');
    expect(page.$('.dialog')).toBeNull();
    expect(page.$('.dialog-section').textContent).toContain('LH-2026-004817');
    page.close();
  });
});
