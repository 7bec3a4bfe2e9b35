import type { IconName } from '../icon/names';

export interface MenuEntry {
  key: string;
  path: string;
  word: string;
  icon: IconName;
}
export interface MenuGroup {
  /** The first group stands without a heading. */
  title?: string;
  entries: readonly MenuEntry[];
}

/** The desk's side menu. Keys are what `AppFacts.allowed` and `AppFacts.waiting` speak of. */
export const menuGroups: readonly MenuGroup[] = [
  {
    entries: [
      {
        key: 'workbench',
        path: '/staff/workbench/index',
        word: '工作台',
        icon: 'home',
      },
      {
        key: 'award',
        path: '/staff/award/index',
        word: '发积分',
        icon: 'plus',
      },
      {
        key: 'activities',
        path: '/staff/activities/index',
        word: '活动',
        icon: 'calendar',
      },
      {
        key: 'activity',
        path: '/staff/activity-edit/index',
        word: '办活动',
        icon: 'plus',
      },
    ],
  },
  {
    title: '居民',
    entries: [
      {
        key: 'people',
        path: '/staff/people/index',
        word: '花名册',
        icon: 'people',
      },
      {
        key: 'applications',
        path: '/staff/applications/index',
        word: '加入申请',
        icon: 'flag',
      },
      {
        key: 'roster',
        path: '/staff/roster/index',
        word: '导花名册',
        icon: 'plus',
      },
    ],
  },
  {
    title: '奖励',
    entries: [
      {
        key: 'redeem',
        path: '/staff/redeem/index',
        word: '核销',
        icon: 'scan',
      },
      {
        key: 'redeemed',
        path: '/staff/redeemed/index',
        word: '核销过的',
        icon: 'check',
      },
      {
        key: 'desk',
        path: '/staff/desk/index',
        word: '代办兑换',
        icon: 'ticket',
      },
      {
        key: 'counter',
        path: '/staff/counter/index',
        word: '发东西',
        icon: 'gift',
      },
      {
        key: 'register',
        path: '/staff/register/index',
        word: '兑换登记',
        icon: 'book',
      },
      {
        key: 'shelf',
        path: '/staff/shelf/index',
        word: '物资',
        icon: 'list',
      },
      {
        key: 'rewards',
        path: '/staff/rewards/index',
        word: '奖励',
        icon: 'gift',
      },
      {
        key: 'kinds',
        path: '/staff/kinds/index',
        word: '奖励种类',
        icon: 'list',
      },
    ],
  },
  {
    title: '规则',
    entries: [
      {
        key: 'catalogue',
        path: '/staff/catalogue/index',
        word: '积分项目',
        icon: 'book',
      },
      {
        key: 'second',
        path: '/staff/second/index',
        word: '等另一位看',
        icon: 'shield',
      },
      {
        key: 'corrections',
        path: '/staff/corrections/index',
        word: '改正',
        icon: 'edit',
      },
      {
        key: 'guidelines',
        path: '/staff/guidelines/index',
        word: '指导标准',
        icon: 'book',
      },
      {
        key: 'units',
        path: '/staff/units/index',
        word: '各社区',
        icon: 'list',
      },
    ],
  },
  {
    title: '人员',
    entries: [
      {
        key: 'limits',
        path: '/staff/limits/index',
        word: '限额',
        icon: 'shield',
      },
      {
        key: 'team',
        path: '/staff/team/index',
        word: '人员和机构',
        icon: 'person',
      },
      {
        key: 'unitChanges',
        path: '/staff/unit-changes/index',
        word: '机构变动',
        icon: 'swap',
      },
    ],
  },
];
