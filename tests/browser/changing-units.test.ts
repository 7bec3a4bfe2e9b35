import { handsOn } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

const TEAM = '/staff/team/index';

describeInBrowser('changing units', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  it('an admin renames a grid, merges another into it, and chooses households of it', async () => {
    const admin = await stage.person('admin', TEAM, { viewport: DESK });
    const hands = handsOn(admin);
    await hands.tap('改机构');
    await hands.write('找哪一个', '第二网格');
    await hands.choose('第二网格');
    await hands.write('新的名称', '浏河东网格');
    await hands.tap('改名');
    await hands.sees('再写文号，或者为什么');
    await hands.write('文号，或者为什么', '浏社〔2026〕3 号');
    await picture(admin, 'units-renaming');
    await hands.tap('改名');
    await hands.sees('“第二网格”改叫“浏河东网格”了');

    await hands.tap('改机构');
    await hands.turnTo('并到别处');
    await hands.choose('第一网格');
    await admin.getByLabel('并到哪里').getByRole('radio', { name: '浏河东网格', exact: true }).click();
    await hands.sees('过去多少');
    await hands.write('文号，或者为什么', '浏社〔2026〕4 号');
    await picture(admin, 'units-merging');
    await hands.tap('并过去');
    await hands.sees('第一网格并到了浏河东网格');
    await hands.tap('改机构');
    await hands.turnTo('划出住户');
    await hands.write('找从哪里划', '浏河东网格');
    await hands.choose('浏河东网格');
    await hands.turnTo('挑几户');
    await hands.sees(/挑了 0 户/);
    await picture(admin, 'units-redrawing');
  });

  it('a supervisor sees what will come of merging two communities before it is done', async () => {
    const district = await stage.person('district', TEAM);
    const hands = handsOn(district);
    await hands.tap('改机构');
    await picture(district, 'units-phone');
    await hands.turnTo('并到别处');
    await hands.sees('哪一个');
    await picture(district, 'units-phone-merging');
  });
});
