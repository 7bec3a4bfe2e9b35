import { useRef } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { NAMED_KINDS } from '../../../cloudfunctions/values/rewards';
import type { DataOf, RequestFor } from '../../api';
import { usePages } from '../../api/use-pages';
import { readWhole } from '../../api/use-whole';
import { useSheet } from '../../components/data-table/use-sheet';
import { useSorting } from '../../components/data-table/use-sorting';
import { askedBy, type Filter, type InForce, soughtWords } from '../../components/filters/in-force';
import { useSifting } from '../../components/filters/use-sifting';
import { clock } from '../../device/clock';
import { fullDayWords } from '../../words/dates';
import { COLUMNS, type Offered } from './columns';
import { FOR_WHOM } from './kinds';

type Asked = RequestFor<'reward.offered'>;
type Only = NonNullable<Asked['only']>;
type Kinds = DataOf<'reward.offered'>['among'];

export const keyOf = ({ rewardId }: Offered) => rewardId;

const FIXED: readonly Filter<Only>[] = [
  {
    key: 'state',
    word: '用不用',
    options: [
      { key: 'offered', word: '在用的', only: { ended: false } },
      { key: 'ended', word: '停用的', only: { ended: true } },
    ],
  },
  {
    key: 'time',
    word: '能不能换',
    options: [
      { key: 'open', word: '现在能换', only: { openNow: true } },
      { key: 'closed', word: '现在不能换', only: { openNow: false } },
    ],
  },
  { key: 'stock', word: '还剩多少', options: [{ key: 'low', word: '不到两成', only: { lowStock: true } }] },
  {
    key: 'whom',
    word: '给谁',
    options: Object.entries(FOR_WHOM).map(([key, word]) => ({
      ...{ key, word },
      only: { holderKind: key as NonNullable<Only['holderKind']> },
    })),
  },
];

/** What there is to sift by; while another answer is awaited, as the last one said. */
function useSieve(among: Kinds | undefined): readonly Filter[] {
  const known = useRef<Kinds>([]);
  if (among) known.current = among;
  const options = known.current.map(({ kind, kindId, name: word }) => ({ key: kindId ?? kind, word }));
  return options.length > 1 ? [{ key: 'kind', word: '哪一种', options }, ...FIXED] : FIXED;
}

/** What is asked, of all that is in force: a kind of the six by its name, one that was named later by its id. */
function onlyOf(inForce: InForce): Only {
  const kind = NAMED_KINDS.find((one) => one === inForce.kind);
  const ofKind = kind ? { kind } : inForce.kind ? { kindId: inForce.kind } : {};
  return { ...askedBy(FIXED, inForce), ...ofKind };
}

/** All rewards of a community in their order and sifted; every one that matches to be saved or printed. */
export function useOffered(unitId: string, place: string) {
  const { sort, sorting } = useSorting<NonNullable<Asked['sort']>['by']>('cost');
  const { inForce, sift, typed, type, query } = useSifting({ state: 'offered' });
  const question = { unitId, sort, only: onlyOf(inForce), ...(query && { query }) };
  const { pages, ready, ...list } = usePages('reward.offered', question);
  const filters = useSieve(pages[0]?.among);
  const rows = pages.flatMap((page) => page.rewards);
  const words = soughtWords(filters, inForce, query);
  const sheet = useSheet({
    title: '奖励',
    about: [place, words || '全部', fullDayWords(businessDate(clock()))],
    columns: COLUMNS,
    keyOf,
    whole: () => readWhole('reward.offered', { ...question, limit: PAGE_MAX }, 'rewards'),
  });
  const count = pages[0]?.count ?? 0;
  return {
    sorting,
    filters,
    inForce,
    sift,
    typed,
    type,
    rows,
    count,
    list: { ...list, data: ready ? rows : undefined },
    sheet,
  };
}
export type OfferedList = ReturnType<typeof useOffered>;
