import type { Page } from 'playwright-core';
import { handsOn } from './hands';
import { DESK, describeInBrowser, picture, Stage } from './stage';

interface Coming {
  readonly activityId: string;
  readonly title: string;
  readonly mySignUp: string;
  readonly startsAtMs: number;
}

describeInBrowser('an activity that changes', () => {
  let stage: Stage;
  let neighbour: Page;
  let staff: Page;
  let activityId: string;
  beforeAll(async () => {
    stage = await Stage.open();
    neighbour = await stage.person('householdHead', '/pages/activities/index');
    staff = await stage.person('staff', '/staff/workbench/index', { viewport: DESK });
    activityId = await findSignedUp();
  });
  afterAll(() => stage?.close());

  async function ask(action: string, input: object) {
    const headers = { origin: stage.origin };
    const response = await neighbour.request.post(`${stage.origin}/api/${action}`, { headers, data: { input } });
    return (await response.json()).data;
  }

  /** What the neighbour has a place for. */
  async function findSignedUp(): Promise<string> {
    const me = await ask('household/me', {});
    const { activities } = await ask('activity/list', { unitId: me.household.communityId, days: 14 });
    const mine = (activities as Coming[]).find(
      ({ mySignUp, startsAtMs }) => mySignUp === 'signedUp' && startsAtMs > stage.world.clock(),
    );
    if (!mine) throw new Error('the demo’s head of a household has signed up for nothing');
    return mine.activityId;
  }

  const openActivity = () => neighbour.goto(`${stage.origin}/pages/activity/index?id=${activityId}`);
  const words = (page: Page) => page.locator('.screen').filter({ visible: true }).last().innerText();

  it('is mended by staff, and whoever signed up is told that it is another place', async () => {
    await openActivity();
    await handsOn(neighbour).sees('给你留好名额了');
    expect(await words(neighbour)).not.toContain('改过了');
    await staff.goto(`${stage.origin}/staff/activity-edit/index?id=${activityId}`);
    await handsOn(staff).tap('改一改');
    await handsOn(staff).write('在哪里', '四号院凉亭');
    await picture(staff, 'activity-mending');
    await handsOn(staff).tap('改好了');
    await handsOn(staff).sees('四号院凉亭');
    await openActivity();
    await handsOn(neighbour).sees('地点改过了');
    await handsOn(neighbour).sees('四号院凉亭');
    await picture(neighbour, 'activity-mended');
  });

  it('is held again for four weeks, past midnight', async () => {
    await staff.goto(`${stage.origin}/staff/activity-edit/index?id=${activityId}`);
    await handsOn(staff).tap('再办一场');
    await handsOn(staff).write('几点开始', '21:30');
    await handsOn(staff).write('几点结束', '00:30');
    await staff.getByRole('switch', { name: /第二天才结束/ }).click();
    await handsOn(staff).turnTo('连着 4 周');
    await picture(staff, 'activity-weekly');
    await handsOn(staff).tap('发布这 4 场活动');
    await handsOn(staff).sees('发布好了');
    await handsOn(staff).sees('21:30 到第二天 0:30');
    await picture(staff, 'activity-past-midnight');
    const me = await ask('household/me', {});
    const { activities } = await ask('activity/list', { unitId: me.household.communityId, days: 62, limit: 100 });
    const late = (activities as Coming[]).filter(({ startsAtMs }) =>
      new Date(startsAtMs).toISOString().includes('T13:30'),
    );
    expect(late).toHaveLength(4);
  });

  it('that is cancelled is no longer praised as new on the page of those who cancel it', async () => {
    await openActivity();
    await handsOn(neighbour).sees('给你留好名额了');
    await staff.goto(`${stage.origin}/staff/activity-edit/index?id=${activityId}&made=1`);
    await handsOn(staff).sees('发布好了');
    await handsOn(staff).tap('取消这场活动');
    await staff.getByRole('button', { name: '取消这场活动' }).last().click();
    await handsOn(staff).sees('这场活动取消了');
    expect(await words(staff)).not.toMatch(/发布好了|海报/);
    await picture(staff, 'cancelled-staff');
  });

  it('that is cancelled waits for nobody: one notice, no place, no countdown, no points for coming', async () => {
    await openActivity();
    await handsOn(neighbour).sees('这个活动取消了，不用来了');
    expect(await words(neighbour)).not.toMatch(/名额|还有 |到现场扫码|来了就行|让出来|报名/);
    await picture(neighbour, 'cancelled-neighbour');
  });

  it('that is cancelled needs no live code: says so, and offers no second try', async () => {
    await staff.goto(`${stage.origin}/staff/live-code/index?id=${activityId}`);
    await handsOn(staff).sees('不用再亮签到码了');
    expect(await words(staff)).not.toMatch(/再试一次|别的活动/);
    await picture(staff, 'cancelled-live-code');
  });
});
