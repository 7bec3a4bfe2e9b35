import { businessDate } from '../../../cloudfunctions/values/dates';
import type { DataOf } from '../../api';
import type { Column } from '../../components/data-table';
import { Tag } from '../../components/tag';
import { fullDayWords } from '../../words/dates';
import { windowsWords } from '../../words/windows';
import { FOR_WHOM, periodWord } from './kinds';

export type Offered = DataOf<'reward.offered'>['rewards'][number];

function stateOf({ endedAtMs, stockLeft, isOpenNow }: Offered) {
  if (endedAtMs !== null) return { children: '停用' };
  if (stockLeft === 0) return { kind: 'bad', children: '换完了' } as const;
  return isOpenNow
    ? ({ kind: 'ok', children: '现在能换' } as const)
    : ({ kind: 'wait', children: '没到时间' } as const);
}
const dayOf = (ms: number | null) => (ms === null ? '' : fullDayWords(businessDate(ms)));

/** 今年 3 / 12 份 is what is left of how many. */
const leftWords = ({ stockLeft, stockPerPeriod, period }: Offered) =>
  `${stockLeft} / ${periodWord(period)} ${stockPerPeriod}`;

export const COLUMNS: readonly Column<Offered>[] = [
  { key: 'title', title: '奖励', cell: ({ title }) => title, sortKey: 'title' },
  { key: 'kind', title: '哪一种', cell: ({ kindName }) => kindName, sortKey: 'kind' },
  { key: 'whom', title: '给谁', cell: ({ holderKind }) => FOR_WHOM[holderKind] },
  { key: 'cost', title: '要多少分', cell: ({ cost }) => cost, sortKey: 'cost', align: 'right', strong: true },
  {
    key: 'stock',
    title: '还剩',
    cell: leftWords,
    text: ({ stockLeft }) => stockLeft,
    sortKey: 'stock',
    align: 'right',
  },
  { key: 'state', title: '状态', cell: (one) => <Tag {...stateOf(one)} />, text: (one) => stateOf(one).children },
  { key: 'when', title: '什么时候换', cell: ({ windows }) => windowsWords(windows), shown: 'wide' },
  { key: 'where', title: '在哪里', cell: ({ placeNames }) => placeNames.join('、'), shown: 'wide' },
  {
    key: 'period',
    title: '每期几份',
    cell: ({ period, stockPerPeriod }) => `${periodWord(period)} ${stockPerPeriod}`,
    shown: 'paper',
  },
  { key: 'valid', title: '有效期（天）', cell: ({ validDays }) => validDays, shown: 'paper' },
  { key: 'basis', title: '依据', cell: ({ policyDocumentNumber }) => policyDocumentNumber, shown: 'paper' },
  { key: 'opened', title: '开的日子', cell: ({ openedAtMs }) => dayOf(openedAtMs), sortKey: 'opened', shown: 'paper' },
  { key: 'ended', title: '停的日子', cell: ({ endedAtMs }) => dayOf(endedAtMs), shown: 'paper' },
];
