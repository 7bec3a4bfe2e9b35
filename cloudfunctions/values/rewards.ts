import type { HolderKind } from './awards';

/** The six incentives that the city's rules name: 免费体检 涉农奖励 社会组织孵化 健康服务卡 健身卡/购书卡 免费校内托管. */
export const REWARD_KINDS = [
  'healthCheck',
  'agriculture',
  'incubation',
  'healthCard',
  'fitnessOrBook',
  'afterSchool',
] as const;
export type RewardKind = (typeof REWARD_KINDS)[number];

/** Whom the city's rules name for each, the usual one first. The either-or card is for a person or a household. */
export const REWARD_HOLDERS: Readonly<Record<RewardKind, readonly [HolderKind, ...HolderKind[]]>> = {
  healthCheck: ['resident'],
  agriculture: ['household'],
  incubation: ['society'],
  healthCard: ['resident'],
  fitnessOrBook: ['resident', 'household'],
  afterSchool: ['resident'],
};

/** The either-or card of the city's rules: what a holder chooses between. */
export const FITNESS_OR_BOOK: readonly string[] = ['健身卡', '购书卡'];
