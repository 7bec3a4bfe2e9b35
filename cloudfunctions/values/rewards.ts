import type { HolderKind } from './awards';

/** The six incentives that the city's rules name: 免费体检 涉农奖励 社会组织孵化 健康服务卡 健身卡/购书卡 免费校内托管. */
export const NAMED_KINDS = [
  'healthCheck',
  'agriculture',
  'incubation',
  'healthCard',
  'fitnessOrBook',
  'afterSchool',
] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** And `open`: any that a city or district names itself, by a notice of its own. */
export const REWARD_KINDS = [...NAMED_KINDS, 'open'] as const;
export type RewardKind = (typeof REWARD_KINDS)[number];

export const KIND_NAMES: Readonly<Record<NamedKind, string>> = {
  healthCheck: '免费体检',
  agriculture: '涉农奖励',
  incubation: '社会组织孵化',
  healthCard: '健康服务卡',
  fitnessOrBook: '健身卡或购书卡',
  afterSchool: '免费校内托管',
};

/** What an open kind is about: things from a shelf, something done for people, or a title, which costs no points. */
export const KIND_NATURES = ['goods', 'service', 'honour'] as const;
export type KindNature = (typeof KIND_NATURES)[number];

/** Kinds that one unit may name. */
export const OPEN_KINDS_MAX = 20;

/** What happens to the name of a kind, or of a thing of the shelf. */
export const REWARD_CHANGES = ['renamed', 'ended'] as const;
export type RewardChange = (typeof REWARD_CHANGES)[number];
/** Kinds that have ended are told beside those that go on, so many of a city and a district together. */
export const ENDED_KINDS_TOLD = 40;

/** Whom the city's rules name for each, the usual one first. The either-or card is for a person or a household. */
export const REWARD_HOLDERS: Readonly<Record<RewardKind, readonly [HolderKind, ...HolderKind[]]>> = {
  healthCheck: ['resident'],
  agriculture: ['household'],
  incubation: ['society'],
  healthCard: ['resident'],
  fitnessOrBook: ['resident', 'household'],
  afterSchool: ['resident'],
  open: ['resident', 'household', 'society'],
};

/** The either-or card of the city's rules: what a holder chooses between. */
export const FITNESS_OR_BOOK: readonly string[] = ['健身卡', '购书卡'];

/** By what the list of all vouchers is put in order, the usual one first: what happened to one last, and when it was issued. */
export const VOUCHER_SORTS = ['time', 'issued', 'reward', 'points'] as const;

/** By what a desk's list of all rewards is put in order, the usual one first: points, and when it was opened. */
export const REWARD_SORTS = ['cost', 'title', 'kind', 'stock', 'opened'] as const;

/** With a fifth of a span's stock left, or less, there is little of it. */
export const LOW_STOCK_PART = 5;
