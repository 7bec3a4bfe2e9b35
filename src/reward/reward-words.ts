import { businessDate } from '../../cloudfunctions/values/dates';
import type { DataOf } from '../api';
import type { IconName } from '../components/icon/names';
import type { RewardState } from '../components/reward-row';
import { dayWords } from '../words/dates';
import { openingWords } from '../words/windows';

export type Reward = DataOf<'reward.list'>['rewards'][number];
type Kind = Reward['kind'];
type Obstacle = Reward['mine']['obstacles'][number];

export const ICONS: Record<Kind, IconName> = {
  healthCheck: 'health-check',
  healthCard: 'health-card',
  fitnessOrBook: 'book',
  afterSchool: 'school',
  agriculture: 'farm',
  incubation: 'society',
  open: 'gift',
};

/** How rewards are grouped for people: by what they are about. */
export const GROUPS = [
  { key: 'all', word: '全部', kinds: Object.keys(ICONS) as Kind[] },
  { key: 'health', word: '看病体检', kinds: ['healthCheck', 'healthCard'] },
  { key: 'book', word: '看书健身', kinds: ['fitnessOrBook'] },
  { key: 'school', word: '孩子托管', kinds: ['afterSchool'] },
  { key: 'together', word: '农事社团', kinds: ['agriculture', 'incubation'] },
  { key: 'open', word: '超市和别的', kinds: ['open'] },
] as const satisfies readonly { key: string; word: string; kinds: readonly Kind[] }[];
export type GroupKey = (typeof GROUPS)[number]['key'];

const PERIOD = { month: '这个月', quarter: '这个季度', year: '今年' } as const;
export const periodWord = (reward: Reward) => PERIOD[reward.period];

/** The day from which there is something again. */
const againWords = ({ next }: Reward['mine']) => (next ? `，${dayWords(businessDate(next.fromMs))}起再换` : '');

/** A condition that stands in the way, said so that one knows what to do. */
export function obstacleWords(obstacle: Obstacle, reward: Reward): string {
  const { ageMin, ageMax, leastLifetime, mine } = reward;
  const words: Record<Obstacle, string> = {
    TOO_YOUNG: `满 ${ageMin} 岁可以换`,
    TOO_OLD: ageMax === null ? '给孩子的' : `给 ${ageMax} 岁以下的孩子`,
    BIRTH_DATE_UNKNOWN: '要先补登出生日期',
    HOLDER_KIND_DIFFERS: { resident: '给个人的', household: '给整户的', society: '给社团的' }[reward.holderKind],
    ONLY_RURAL: '给村里家庭的',
    OTHER_COMMUNITY: '别的社区的',
    LIFETIME_TOO_LOW: `累计满 ${leastLifetime} 分可以换`,
    LIMIT_REACHED: `${periodWord(reward)}已经换过了`,
    HOUSEHOLD_LIMIT_REACHED: `${periodWord(reward)}家里已经换够了`,
    OUT_OF_STOCK: `${periodWord(reward)}的换完了`,
    SHELF_EMPTY: '现在没有货，进了货再来',
    MONTH_SPENT: `这个月的换完了${againWords(mine)}`,
    WINDOW_CLOSED: mine.next ? `${openingWords(mine.next)} 可以换` : '还没有定下一次兑换的时间',
    POINTS_INSUFFICIENT: `还差 ${mine.missing} 分`,
  };
  return words[obstacle];
}

/** What stands beside a reward in the list. */
export function rewardState(reward: Reward): RewardState {
  const { mine } = reward;
  if (mine.voucherId) return { kind: 'held', words: `${periodWord(reward)}的一张已在你手里` };
  const other = mine.obstacles.find((obstacle) => obstacle !== 'POINTS_INSUFFICIENT');
  if (other) return { kind: 'closed', words: obstacleWords(other, reward) };
  if (mine.missing === 0) return { kind: 'enough', words: '够了，可以兑换' };
  const together = mine.poolAvailable >= mine.missing ? '，全家合起来够' : '';
  return { kind: 'missing', have: mine.available, words: `还差 ${mine.missing} 分${together}` };
}
