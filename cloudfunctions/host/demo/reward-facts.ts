import type { HolderKind } from '../../values/awards';
import type { RewardKind } from '../../values/rewards';
import type { CommunityKey } from './places';

/** The six kinds that the city's rules name; figures are made up for the demo. */
export interface RewardFacts {
  readonly kind: RewardKind;
  readonly title: string;
  readonly summary: string;
  readonly about: string;
  readonly cost: number;
  readonly holderKind: HolderKind;
  readonly ages?: readonly [number | null, number | null];
  readonly ruralOnly?: boolean;
  readonly period: 'month' | 'quarter' | 'year';
  readonly stock: number;
  readonly limitHolder: number;
  readonly limitHousehold?: number;
  readonly validDays: number;
  readonly choices?: readonly string[];
  readonly steps: readonly string[];
  /** Of an either-or reward, the provider of each choice. */
  readonly choiceAt?: Readonly<Record<string, string>>;
  /** Keys of the community's providers. */
  readonly providers: readonly string[];
  readonly fundedBy: string;
  readonly unitCostCents: number;
}

const healthCheck: RewardFacts = {
  kind: 'healthCheck',
  title: '免费体检',
  summary: '满 65 岁，每年一次全身检查',
  about: '量血压、抽血化验、心电图、B 超，由社区的卫生服务机构来做。',
  cost: 80,
  holderKind: 'resident',
  ages: [65, null],
  period: 'year',
  stock: 120,
  limitHolder: 1,
  validDays: 90,
  steps: ['早上不吃饭、不喝水。', '带上身份证和这张券。', '到一楼服务台，给工作人员看。'],
  providers: ['health'],
  fundedBy: '区卫生健康部门的公共卫生经费（演示）',
  unitCostCents: 12_000,
};
const healthCard: RewardFacts = {
  ...healthCheck,
  kind: 'healthCard',
  title: '健康服务卡',
  summary: '量血压、测血糖，全年 12 次',
  about: '满 60 岁的居民，一年里到卫生服务中心量血压、测血糖 12 次。',
  cost: 120,
  ages: [60, null],
  period: 'quarter',
  stock: 30,
  steps: ['带上身份证和这张券。', '到一楼服务台登记领卡。'],
  unitCostCents: 6_000,
};
const fitnessOrBook: RewardFacts = {
  kind: 'fitnessOrBook',
  title: '购书卡或健身卡',
  summary: '两样选一样，面值 30 元',
  about: '购书卡在书店用，健身卡在健身馆用。',
  cost: 60,
  holderKind: 'resident',
  period: 'quarter',
  stock: 60,
  limitHolder: 2,
  validDays: 90,
  choices: ['购书卡', '健身卡'],
  choiceAt: { 购书卡: 'books', 健身卡: 'fitness' },
  steps: ['带上这张券。', '把码给店员扫一下。'],
  providers: ['books', 'fitness'],
  fundedBy: '社区共建单位赞助（演示）',
  unitCostCents: 3_000,
};
const afterSchool: RewardFacts = {
  kind: 'afterSchool',
  title: '免费校内托管',
  summary: '一名孩子，一个月',
  about: '上学日放学以后在校内托管一个月，全家的积分可以合起来换。',
  cost: 240,
  holderKind: 'resident',
  ages: [5, 13],
  period: 'month',
  stock: 8,
  limitHolder: 1,
  limitHousehold: 1,
  validDays: 60,
  steps: ['家长带上这张券。', '开学前一周到托管班登记。'],
  providers: ['afterSchool'],
  fundedBy: '区教育部门的课后服务经费（演示）',
  unitCostCents: 30_000,
};
const incubation: RewardFacts = {
  kind: 'incubation',
  title: '社会组织孵化',
  summary: '半年活动场地和一次带教',
  about: '给社团半年的活动场地，请一位老师带一次。',
  cost: 40,
  holderKind: 'society',
  period: 'year',
  stock: 3,
  limitHolder: 1,
  validDays: 180,
  steps: ['社团负责人带上这张券。', '到孵化室登记场地。'],
  providers: ['incubation'],
  fundedBy: '街道的社会组织培育经费（演示）',
  unitCostCents: 80_000,
};
const agriculture: RewardFacts = {
  kind: 'agriculture',
  title: '涉农奖励',
  summary: '农资店领种子或肥料，价值 100 元',
  about: '却集村的家庭户，用全家的积分换春耕用的种子或肥料。',
  cost: 60,
  holderKind: 'household',
  ruralOnly: true,
  period: 'quarter',
  stock: 20,
  limitHolder: 1,
  validDays: 120,
  choices: ['种子', '肥料'],
  steps: ['带上户主的身份证和这张券。', '到漳河农资站领取。'],
  providers: ['agriculture'],
  fundedBy: '区农业农村部门的涉农经费（演示）',
  unitCostCents: 10_000,
};

const onlyBooks: RewardFacts = {
  ...fitnessOrBook,
  title: '购书卡',
  summary: '面值 30 元',
  about: '在社区的书店用。',
  choices: [],
  choiceAt: {},
  providers: ['books'],
};

export const REWARDS: Readonly<Record<CommunityKey, readonly RewardFacts[]>> = {
  liuhe: [healthCheck, healthCard, fitnessOrBook, afterSchool, incubation],
  jinxiang: [healthCheck, onlyBooks, afterSchool],
  baishipo: [healthCheck, healthCard, onlyBooks],
  queji: [healthCheck, agriculture],
};
