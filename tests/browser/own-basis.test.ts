import { handsOn } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

describeInBrowser('on what a community’s items rest', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  it('is a range that the city sets, under a notice registered in the same place', async () => {
    const city = await stage.person('city', '/staff/units/index');
    await handsOn(city).follow(/^指导标准/);
    await handsOn(city).tap('定一项指导标准');
    await handsOn(city).write('做了什么事', '教邻居用手机');
    await handsOn(city).write('类别', '邻里互助');
    await handsOn(city).write('最少几分', '3');
    await handsOn(city).write('最多几分', '2');
    await handsOn(city).write('每什么计一回', '次');
    await handsOn(city).tap('登记一份文件');
    await handsOn(city).write('文号', '演示〔2026〕9号');
    await handsOn(city).write('文件标题', '关于帮老人用手机的通知');
    await handsOn(city).write('发文单位', '荆门市（演示）');
    await handsOn(city).write('发文日期', '2026-11-01');
    await handsOn(city).tap('登记这份文件');
    await city.getByRole('radio', { name: /关于帮老人用手机的通知/, checked: true }).waitFor();
    await handsOn(city).tap('定下来');
    await handsOn(city).sees('先写最多几分，不比最少的少');
    await handsOn(city).write('最多几分', '6');
    await picture(city, 'guideline-new');
    await handsOn(city).tap('定下来');
    await handsOn(city).sees('“教邻居用手机”定好了');
    await handsOn(city).sees('3 到 6 分 / 次');
    await picture(city, 'guidelines');
    await city.close();
  });

  it('is a brand of the community’s own, which its admin opens', async () => {
    const admin = await stage.person('admin', '/staff/catalogue/index', { viewport: DESK });
    await handsOn(admin).turnTo('依据');
    await handsOn(admin).sees('教邻居用手机');
    await handsOn(admin).tap('开一个特色品牌');
    await handsOn(admin).write('叫什么', '邻里书屋');
    await handsOn(admin).write('为了什么', '把家里看过的书借给邻居');
    await picture(admin, 'programme-new');
    await handsOn(admin).tap('开这个品牌');
    await handsOn(admin).sees('特色品牌开好了，新的积分项目可以归到它下面。');
    await handsOn(admin).turnTo('草稿');
    await handsOn(admin).tap('新建一个');
    await admin.getByRole('radio', { name: /邻里书屋/ }).waitFor();
    await admin.close();
  });

  it('is put right where somebody typed it wrong, and what stood there before is told', async () => {
    const city = await stage.person('city', '/staff/guidelines/index');
    await handsOn(city).follow(/^教邻居用手机/);
    await handsOn(city).tap('改写错的');
    await handsOn(city).write('最多几分', '8');
    await handsOn(city).write('为什么', '多打了一遍，照文件改');
    await picture(city, 'guideline-correcting');
    await handsOn(city).tap('改好了');
    await handsOn(city).sees('“教邻居用手机”改好了');
    await handsOn(city).sees('3 到 8 分 / 次');
    await handsOn(city).follow(/^关于帮老人用手机的通知/);
    await handsOn(city).sees('演示〔2026〕9号');
    await handsOn(city).tap('改写错的');
    await handsOn(city).write('文号', '演示〔2026〕10号');
    await handsOn(city).write('为什么', '文号写错了');
    await handsOn(city).tap('改好了');
    await handsOn(city).sees('“关于帮老人用手机的通知”改好了');
    await handsOn(city).follow(/^关于帮老人用手机的通知/);
    await handsOn(city).sees('改过：文号原来是“演示〔2026〕9号”');
    await handsOn(city).sees(/^文号写错了 · 经办 /);
    await picture(city, 'document-corrected');
    await city.close();
  });

  it('ends when it holds no longer: it stays on the list, and nothing new goes under it', async () => {
    const admin = await stage.person('admin', '/staff/catalogue/index', { viewport: DESK });
    await handsOn(admin).turnTo('依据');
    await handsOn(admin).follow(/^邻里书屋/);
    await handsOn(admin).tap('停用');
    await handsOn(admin).sees('停用以后，新的积分项目不能再归到它下面；已经公布的都不变，居民照样按它记分。');
    await handsOn(admin).write('为什么', '不办了');
    await picture(admin, 'programme-ending');
    await handsOn(admin).tap('停用它');
    await handsOn(admin).sees('“邻里书屋”停用了');
    await handsOn(admin).sees('停了');
    await picture(admin, 'programme-ended');
    await handsOn(admin).turnTo('草稿');
    await handsOn(admin).tap('新建一个');
    await admin.getByRole('radio', { name: /教邻居用手机/ }).waitFor();
    expect(await admin.getByRole('radio', { name: /邻里书屋/ }).count()).toBe(0);
    await admin.close();
  });

  it('is shown to staff who may not change it', async () => {
    const staff = await stage.person('staff', '/staff/catalogue/index');
    await handsOn(staff).turnTo('依据');
    await handsOn(staff).sees('特色品牌');
    expect(await staff.getByRole('button', { name: /登记一份文件|开一个特色品牌/ }).count()).toBe(0);
    await handsOn(staff).follow(/^邻里书屋/);
    await handsOn(staff).sees('停用了');
    expect(await staff.getByRole('button', { name: /改写错的|停用/ }).count()).toBe(0);
    await staff.close();
  });
});
