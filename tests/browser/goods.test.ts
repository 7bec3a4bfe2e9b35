import type { Page } from 'playwright-core';
import readExcel from 'read-excel-file/node';
import { businessDate, DAY_MS, momentOf } from '../../cloudfunctions/values/dates';
import { WEEKDAY_WORDS } from '../../src/words/windows';
import { handsOn } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

const THING = '大米 5 公斤';

describeInBrowser('a reward of goods, from its notice to the counter', () => {
  let stage: Stage;
  let staff: Page;
  /** In three days, so that it is not yet time. */
  let day: string;
  let weekday: string;
  /** Somebody with points. */
  let rich: string;
  beforeAll(async () => {
    stage = await Stage.open();
    staff = await stage.person('staff', '/staff/shelf/index', { viewport: DESK, acceptDownloads: true });
    day = businessDate(stage.world.clock() + 3 * DAY_MS);
    weekday = WEEKDAY_WORDS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? '';
  });
  afterAll(() => stage?.close());

  const radioOf = (page: Page, name: string | RegExp) =>
    page.getByRole('radio', { name }).filter({ visible: true }).first().click();

  it('has a kind that the city names', async () => {
    const city = await stage.person('city', '/staff/kinds/index', { viewport: DESK });
    await handsOn(city).tap('定一种奖励');
    await handsOn(city).write('叫什么', '积分超市');
    await handsOn(city).choose(/^物品/);
    await city.getByRole('radio').filter({ visible: true }).last().click();
    await picture(city, 'goods-kind');
    await handsOn(city).tap('定下来');
    await handsOn(city).sees('“积分超市”定好了，下面的社区现在就能开这种奖励');
    await city.close();
  });

  it('stands on a shelf once one has counted and another has watched', async () => {
    await handsOn(staff).tap('登记一样东西');
    await handsOn(staff).write('叫什么', THING);
    await handsOn(staff).write('单位', '袋');
    await staff.getByRole('button', { name: '登记', exact: true }).click();
    await handsOn(staff).sees(`“${THING}”登记好了，来了货就记一笔`);
    await handsOn(staff).tap('记一笔');
    await radioOf(staff, THING);
    await handsOn(staff).write('来了多少（袋）', '20');
    await handsOn(staff).write('单价（元）', '35');
    await handsOn(staff).write('在哪里买的', '浏河粮油店');
    await handsOn(staff).write('凭证号', '收 0017');
    await picture(staff, 'goods-counting');
    await handsOn(staff).tap('记下，请另一位看');
    await handsOn(staff).sees('你数的，要另一位来看。');
    const watcher = await stage.person('gridWorker', '/staff/shelf/index');
    await handsOn(watcher).sees('我看过，数目对');
    await picture(watcher, 'goods-watching');
    await handsOn(watcher).tap(/^我看过，数目对/);
    await handsOn(watcher).sees('采购进货记进账里了');
    await handsOn(watcher).turnTo('台账');
    await handsOn(watcher).sees('进 20 袋');
    await watcher.close();
  });

  it('is opened with a time of its own', async () => {
    const admin = await stage.person('admin', '/staff/rewards/index', { viewport: DESK, acceptDownloads: true });
    await handsOn(admin).tap('开一个奖励');
    await handsOn(admin).turnTo('积分超市');
    await radioOf(admin, THING);
    await handsOn(admin).write('一句话说清是什么', '东北大米，一袋');
    await admin.getByRole('textbox', { name: '要多少分', exact: true }).fill('1');
    await handsOn(admin).write('一期几份', '20');
    await handsOn(admin).write('一期每人几份', '2');
    await handsOn(admin).turnTo('自己定');
    await handsOn(admin).turnTo('每周');
    await handsOn(admin).tick(weekday);
    await handsOn(admin).tap('加上这个时间');
    await admin.getByRole('list', { name: '在哪里发' }).getByRole('checkbox').first().click();
    await admin.getByRole('list', { name: '文件' }).getByRole('radio').first().click();
    await handsOn(admin).write('钱从哪里出', '社区党建经费');
    await handsOn(admin).write('一份多少钱（元）', '35');
    await picture(admin, 'goods-reward');
    await handsOn(admin).tap('开这个奖励');
    await handsOn(admin).sees(`“${THING}”开好了，居民现在就能换`);
    await handsOn(admin).tap('兑换时间');
    await handsOn(admin).sees(/^这个月已经换了/);
    await picture(admin, 'goods-redemption');
    const titles = async () =>
      (await admin.locator('.data-table-row .data-table-open').allInnerTexts()).map((one) => one.trim());
    const told = (words: RegExp) => admin.getByText(words).filter({ visible: true }).waitFor();
    await told(/^一共 \d+ 样$/);
    await picture(admin, 'rewards-desk');
    const offered = await titles();
    for (const _twice of [1, 2]) await handsOn(admin).tap(/^要多少分/);
    await admin.waitForFunction(
      (first) => document.querySelector('.data-table-row .data-table-open')?.textContent?.trim() !== first,
      offered[0],
    );
    await handsOn(admin).tap('能不能换');
    await handsOn(admin).turnTo('现在不能换'); // its time is in three days
    await told(/^一共 1 样$/);
    expect(await titles()).toEqual([THING]);
    const saving = admin.waitForEvent('download');
    await handsOn(admin).tap('导出 Excel');
    const [written] = await readExcel(await (await saving).path());
    expect(written?.data.map((row) => row[0])).toEqual(['奖励', THING]);
    await admin.close();
  });

  it('tells a resident when the next time is', async () => {
    const head = await stage.person('householdHead', '/pages/rewards/index');
    const told = await head.request.post(`${stage.origin}/api/household/me`, {
      ...{ headers: { origin: stage.origin }, data: { input: {} } },
    });
    rich = (await told.json()).data.resident.name;
    await handsOn(head).turnTo('超市和别的');
    await handsOn(head).sees(new RegExp(`（${weekday}）8:30 到 11:30 可以换`));
    await picture(head, 'goods-closed');
    await head.close();
  });

  it('is handed over at the counter when it is time, and the next one comes', async () => {
    stage.passTime(momentOf(day, '09:00') - stage.world.clock());
    await staff.goto(`${stage.origin}/staff/counter/index`);
    await handsOn(staff).write('找人', rich);
    await staff.getByRole('list', { name: '是哪一位' }).getByRole('link').first().click();
    await handsOn(staff).tap(`加一份${THING}`);
    await handsOn(staff).tap(`加一份${THING}`);
    await handsOn(staff).sees(`${THING} 2 袋`);
    await picture(staff, 'goods-counter');
    await handsOn(staff).tap('用 2 分，发给他');
    await handsOn(staff).sees('这一次已经发了 1 位，请下一位。');
    await picture(staff, 'goods-next');
    await staff.goto(`${stage.origin}/staff/shelf/index`);
    await handsOn(staff).turnTo('台账');
    await handsOn(staff).sees('出 2 袋');
    await handsOn(staff).sees('18 袋');
    await picture(staff, 'goods-book');
  });

  /** What a form says, printed: its rows, and as many pages as it says that it has. */
  async function printed(button: string) {
    await staff.evaluate(() => {
      window.print = () => undefined;
    });
    await handsOn(staff).tap(button);
    await staff.locator('.form-sheet').first().waitFor({ state: 'attached' });
    const form = await staff.evaluate(() => ({
      sheets: document.querySelectorAll('.form-sheet').length,
      title: document.querySelector('.form-sheet h1')?.textContent,
      rows: [...document.querySelectorAll('.form-sheet tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.firstChild?.textContent ?? ''),
      ),
      signs: [...document.querySelectorAll('.form-sheet:last-child .form-signs span')].map((one) => one.textContent),
      foot: document.querySelector('.form-sheet:last-child .form-foot')?.textContent ?? '',
    }));
    await staff.setViewportSize({ width: 1123, height: 794 });
    await staff.emulateMedia({ media: 'print' });
    await picture(staff, `form-${form.title}`);
    await staff.emulateMedia({ media: 'screen' });
    await staff.setViewportSize(DESK);
    const pdf = (await staff.pdf({ preferCSSPageSize: true })).toString('latin1'); // which is printing: it is gone after it
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(form.sheets);
    await staff.locator('.form-on-paper').waitFor({ state: 'detached' });
    return form;
  }
  const sum = (rows: readonly string[][], column: number) =>
    rows.reduce((all, row) => all + Number(row[column] || 0), 0);

  it('prints the book of the shelf, thing by thing, adding up', async () => {
    const { title, rows, signs, foot } = await printed('打印台账');
    expect(title).toBe('物资出入库台账');
    const at = rows.findIndex((row) => row[0] === `${THING} 小计`);
    expect(rows[at]?.slice(1, 4)).toEqual(['20', '2', '18']);
    const moved = rows.slice(0, at).filter((row) => row[1] === THING && row[0] !== '');
    expect([sum(moved, 3), sum(moved, 4)]).toEqual([20, 2]);
    expect(signs).toEqual(['制表：', '审核：', '监督：', '日期：']);
    expect(foot).toMatch(/第 1 页，共 1 页/);
  });

  it('stands in the register with its history; the whole of it is sorted, saved and printed as the form', async () => {
    await staff.goto(`${stage.origin}/staff/register/index`);
    await handsOn(staff).sees(/^一共 \d+ 张/);
    const count = async () => Number((await handsOn(staff).reads('.row .t-sub')).match(/\d+/)?.[0]);
    const everything = await count();
    expect(await handsOn(staff).reads('.data-table-row')).toContain(THING);
    await handsOn(staff).sees(/在居委会|核销，在/);
    await picture(staff, 'register-desk');
    await handsOn(staff).tap('用没用');
    await handsOn(staff).turnTo('用过了');
    await staff.locator('.filters-on').waitFor();
    await staff.waitForFunction((all) => !document.body.innerText.includes(`一共 ${all} 张`), everything);
    const used = await count();
    expect(used).toBeLessThan(everything);
    const saving = staff.waitForEvent('download');
    await handsOn(staff).tap('导出 Excel');
    const [written] = await readExcel(await (await saving).path());
    expect(written?.data).toHaveLength(used + 1);
    const [heads = [], ...saved] = written?.data ?? [];
    const savedSum = (word: string) => saved.reduce((all, line) => all + Number(line[heads.indexOf(word)]), 0);
    const { title, rows } = await printed('打印登记表');
    expect(title).toBe('兑换登记表');
    const lines = rows.slice(0, -1);
    expect(rows.at(-1)?.slice(1, 3)).toEqual([String(sum(lines, 4)), String(sum(lines, 5))]);
    expect([savedSum('数量'), savedSum('积分')]).toEqual([sum(lines, 4), sum(lines, 5)]);
    expect(lines.filter((row) => row[3] !== '')).toHaveLength(used);
  });

  it('is there for the clerk and on a phone, too', async () => {
    const phone = await stage.person('staff', '/staff/register/index');
    await handsOn(phone).write('找人或奖励', rich);
    await handsOn(phone).sees(/^一共 1 张/); // sifted: what stood there before goes away under the hand
    await phone
      .getByRole('link', { name: new RegExp(THING) })
      .filter({ visible: true })
      .first()
      .click();
    await handsOn(phone).sees('换券');
    await picture(phone, 'register-phone');
    await phone.close();
    const clerk = await stage.person('clerk', '/staff/redeemed/index', { viewport: DESK });
    await handsOn(clerk).sees(/^一共 \d+ 张/);
    await picture(clerk, 'redeemed-desk');
    await clerk.close();
  });

  it('may be called otherwise and ended, kind and thing, each with why', async () => {
    const city = await stage.person('city', '/staff/kinds/index', { viewport: DESK });
    await handsOn(city).follow(/^积分超市/);
    await handsOn(city).tap('改名');
    await handsOn(city).write('改叫什么', '邻里超市');
    await handsOn(city).tap('改名');
    await handsOn(city).sees('先写为什么');
    await handsOn(city).write('为什么', '照新文件的叫法');
    await handsOn(city).tap('改名');
    await handsOn(city).sees('“积分超市”改叫“邻里超市”了');
    await handsOn(city).follow(/^邻里超市/);
    await handsOn(city).sees('改了名，以前叫“积分超市”');
    await handsOn(city).tap('停用');
    await handsOn(city).sees(/^停了以后，社区不能再开这种奖励/);
    await handsOn(city).write('为什么', '不办了');
    await picture(city, 'kind-ending');
    await handsOn(city).tap('停用它');
    await handsOn(city).sees('“邻里超市”停了');
    await city.close();
    await staff.goto(`${stage.origin}/staff/shelf/index`);
    await handsOn(staff).follow(new RegExp(`^${THING}`));
    await handsOn(staff).tap('停用');
    await handsOn(staff).write('为什么', '不进这种了');
    await handsOn(staff).tap('停用它');
    await handsOn(staff).sees('架上还有');
    await picture(staff, 'thing-left');
  });
});
