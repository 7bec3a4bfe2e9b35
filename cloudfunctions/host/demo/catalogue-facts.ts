import type { HolderKind } from '../../values/awards';
import type { CommunityKey } from './places';

/** A guideline of the city with the value that communities chose within its range. All of it is made up for the demo. */
export interface ItemFacts {
  readonly name: string;
  readonly category: string;
  readonly points: number;
  readonly range: readonly [number, number];
  readonly countedPer: string;
  readonly holderKind: HolderKind;
  readonly caps: Partial<
    Record<'personDay' | 'personMonth' | 'personYear' | 'householdDay' | 'householdMonth' | 'householdYear', number>
  >;
  readonly evidence: string;
  /** Why it goes beyond what law already demands. */
  readonly beyondDuty: string;
}

const item = (
  name: string,
  category: string,
  points: number,
  range: readonly [number, number],
  countedPer: string,
  caps: ItemFacts['caps'],
  evidence: string,
  beyondDuty: string,
  holderKind: ItemFacts['holderKind'] = 'resident',
): ItemFacts => ({ name, category, points, range, countedPer, caps, evidence, beyondDuty, holderKind });

export const ITEMS: readonly ItemFacts[] = [
  item(
    '清洁家园',
    '环境卫生',
    5,
    [3, 8],
    '次',
    { personDay: 1, householdDay: 4 },
    '活动签到',
    '打扫的是公共的地方，是自愿的义务劳动',
  ),
  item(
    '义务巡逻',
    '平安巡逻',
    4,
    [3, 6],
    '次',
    { personDay: 1, householdDay: 2 },
    '活动签到',
    '巡逻是居民自愿参加，不是谁的职责',
  ),
  item('道德讲堂', '文明宣讲', 3, [1, 5], '次', { personDay: 1 }, '活动签到', '听不听讲由自己决定'),
  item('夜校学习', '文明宣讲', 3, [1, 5], '次', { personDay: 1 }, '活动签到', '学习是自愿的'),
  item('公益理发', '邻里互助', 3, [2, 6], '次', { personDay: 1 }, '活动签到', '义务为邻居服务，不收钱'),
  item(
    '照看独居老人',
    '邻里互助',
    6,
    [4, 10],
    '次',
    { personDay: 1, personMonth: 12 },
    '写一句经过',
    '照看的不是自己的父母，没有法律义务',
  ),
  item(
    '调解邻里纠纷',
    '矛盾调解',
    8,
    [5, 15],
    '件',
    { personDay: 2, personMonth: 6 },
    '两位当事人签字',
    '居民出面劝和，不是职务行为',
  ),
  item(
    '打扫楼道',
    '环境卫生',
    2,
    [1, 4],
    '户次',
    { householdDay: 1, householdMonth: 4 },
    '楼栋长看过',
    '楼道是公共的，主动打扫超出本分',
    'household',
  ),
  item('社团公益演出', '文明宣讲', 20, [10, 30], '场', { personMonth: 2 }, '演出照片', '社团义务为居民演出', 'society'),
];

/** A community's own speciality, beyond the guideline. */
export const PROGRAMMES: Readonly<
  Partial<Record<CommunityKey, { name: string; aim: string; items: readonly ItemFacts[] }>>
> = {
  jinxiang: {
    name: '“双金”工程',
    aim: '关爱空巢老人和留守儿童，人人搭把手',
    items: [
      item(
        '陪空巢老人聊天',
        '双金工程',
        6,
        [1, 20],
        '次',
        { personDay: 1, personMonth: 8 },
        '写一句经过',
        '陪的是邻居家的老人，没有法律义务',
      ),
      item(
        '辅导留守儿童作业',
        '双金工程',
        8,
        [1, 20],
        '次',
        { personDay: 1, personMonth: 8 },
        '四点半课堂签到',
        '义务辅导别人家的孩子',
      ),
    ],
  },
  liuhe: {
    name: '浏河阅读角',
    aim: '把家里看过的书拿出来，给邻居的孩子看',
    items: [
      item(
        '给孩子讲故事',
        '书香浏河',
        4,
        [1, 20],
        '次',
        { personDay: 1, personMonth: 8 },
        '阅读角签到',
        '义务讲给邻居的孩子听',
      ),
    ],
  },
};

export const DOCUMENTS = {
  city: {
    number: '演示〔2026〕1号',
    title: '社区（村）积分项目内容和分值指导标准（演示）',
    issuer: '荆门市积分制管理办公室（演示）',
  },
  rewards: {
    number: '演示〔2026〕2号',
    title: '社区（村）积分奖励办法（演示）',
    issuer: '荆门市积分制管理办公室（演示）',
  },
} as const;

/** The sheets that committees keep, as they are, and what is made of three of each. */
export const SHEETS: Readonly<
  Partial<Record<CommunityKey, { file: 'household' | 'rural'; publish: readonly string[]; reason: string }>>
> = {
  liuhe: {
    file: 'household',
    publish: ['参加社区环境卫生整治', '参加社区组织的夜校、宣讲等活动', '参加公益理发'],
    reason: '自愿参加的公益活动，不是法律规定的义务',
  },
  queji: {
    file: 'rural',
    publish: ['做到积极发言', '棍棍棒棒码整齐', '屋里屋外扫整齐'],
    reason: '村民自愿，做得比要求的更好',
  },
};
