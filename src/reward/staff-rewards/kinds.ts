import { REWARD_HOLDERS } from '../../../cloudfunctions/values/rewards';
import type { DataOf, RequestFor } from '../../api';

export type Asked = RequestFor<'reward.create'>;
/** A reward with what it was opened with. */
export type Opened = DataOf<'reward.get'>;
export type Kind = Asked['kind'];
export type Period = Asked['period'];

interface KindWords {
  /** An open one is called as its kind. */
  readonly title?: string;
  readonly holderKind: NonNullable<Asked['holderKind']>;
  readonly ageMin?: string;
  readonly ageMax?: string;
  readonly ruralOnly?: true;
}

/** What usually goes with each kind is filled in and may be changed. */
export const KINDS: Record<Kind, KindWords> = {
  healthCheck: { title: '免费体检', holderKind: REWARD_HOLDERS.healthCheck[0], ageMin: '60' },
  healthCard: { title: '健康服务卡', holderKind: REWARD_HOLDERS.healthCard[0] },
  fitnessOrBook: { title: '健身卡／购书卡', holderKind: REWARD_HOLDERS.fitnessOrBook[0] },
  afterSchool: {
    title: '免费校内托管',
    holderKind: REWARD_HOLDERS.afterSchool[0],
    ageMin: '6',
    ageMax: '15',
  },
  agriculture: { title: '涉农奖励', holderKind: REWARD_HOLDERS.agriculture[0], ruralOnly: true },
  incubation: { title: '社会组织孵化', holderKind: REWARD_HOLDERS.incubation[0] },
  open: { holderKind: REWARD_HOLDERS.open[0] },
};
export const FOR_WHOM = { resident: '给个人', household: '给全家', society: '给社团' } as const;
export const PERIODS: readonly { key: Period; word: string }[] = [
  { key: 'month', word: '每月' },
  { key: 'quarter', word: '每季度' },
  { key: 'year', word: '每年' },
];
export const periodWord = (period: Period) => PERIODS.find(({ key }) => key === period)?.word ?? '';
