import type { PassbookLine } from '../components/passbook-month';
import type { HomeContent } from '../home/home/content';

/** Made-up content for the gallery; nothing here reaches a build that people use. */
export const months = [9, 3, 14, 6, 5, 12, 10, 16, 8, 11, 7, 13, 9, 15];

export const home: HomeContent = {
  greeting: '李阿姨，早上好',
  today: '11月7日 周六 · 立冬，出门添件衣',
  lifetime: 321,
  available: 181,
  waiting: 10,
  months,
  household: { members: 3, lifetime: 548 },
  nudge: { activityId: 'a', words: '9 点三号院“清洁家园”，有空来搭把手，没空也不要紧。' },
  next: [
    { id: 'a', title: '道德讲堂', dayWord: '今天', day: '7', where: '19:30 · 居委会二楼', points: 3, joined: true },
    { id: 'b', title: '义务巡逻', dayWord: '明天', day: '8', where: '19:00 · 浏河路口集合', points: 4, joined: false },
  ],
  unseen: 0,
  thanks: [
    { id: '1', words: '下雨天帮我收了被子，还送上楼来。', from: '刘＊英 谢谢 陈＊ · 昨天' },
    { id: '2', words: '楼道的灯是他修好的，晚上不怕黑了。', from: '六单元 谢谢 马＊强 · 周四' },
  ],
  voucher: { count: 1, word: '体检券', until: '12月31日' },
  helper: { name: '网格员小王', phone: '000' },
};

const line = (
  id: string,
  day: string,
  weekday: string,
  title: string,
  source: string,
  points: number,
): PassbookLine => ({
  id,
  day,
  weekday,
  title,
  source,
  points,
  kind: 'final',
  onTap: () => {},
});

export const november: PassbookLine[] = [
  line('1', '7', '周六', '清洁家园', '扫码签到 · 三号院绿地', 5),
  {
    ...line('2', '5', '周四', '陪独居老人看病', '自己申报 · 11月12日后入账', 10),
    kind: 'waiting',
    tag: { word: '公示中', kind: 'wait' },
  },
  line('3', '4', '周三', '义务巡逻', '小组长 陈国强 记的', 4),
  {
    ...line('4', '2', '周一', '改正一笔重复的记录', '冲正 · 王敏提出，刘主任核准', 3),
    kind: 'correction',
    why: '10月28日“道德讲堂”多记了一次，这里改回来。这不是扣分。',
  },
];

export const october: PassbookLine[] = [
  { ...line('5', '29', '周四', '换了免费体检券', '先为你留着，体检后才算用掉', 80), kind: 'held' },
  { ...line('6', '28', '周三', '道德讲堂', '扫码签到 · 多记的一次', 3), tag: { word: '已改正', kind: 'plain' } },
];
