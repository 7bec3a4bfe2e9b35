import { businessDate } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import type { RequestFor } from '../../api';
import { usePages } from '../../api/use-pages';
import { readWhole } from '../../api/use-whole';
import { useSheet } from '../../components/data-table/use-sheet';
import { useSorting } from '../../components/data-table/use-sorting';
import { askedBy, type Filter, soughtWords } from '../../components/filters/in-force';
import { useSifting } from '../../components/filters/use-sifting';
import { clock } from '../../device/clock';
import { fullDayWords } from '../../words/dates';
import { PAPER } from './item-columns';
import { HOLDERS, type Item, STATES } from './item-words';

type Asked = RequestFor<'catalogue.items'>;
type State = NonNullable<Asked['state']>;

export const FILTERS: readonly Filter<NonNullable<Asked['only']>>[] = [
  {
    key: 'holder',
    word: '记给谁',
    options: HOLDERS.map(({ key, word }) => ({ key, word, only: { holderKind: key } })),
  },
  {
    key: 'points',
    word: '几分',
    options: [
      { key: 'few', word: '5 分以内', only: { pointsTo: 5 } },
      { key: 'some', word: '6 到 20 分', only: { pointsFrom: 6, pointsTo: 20 } },
      { key: 'many', word: '20 分以上', only: { pointsFrom: 21 } },
    ],
  },
  {
    key: 'limited',
    word: '上限定没定',
    options: [
      { key: 'with', word: '有上限', only: { limited: true } },
      { key: 'without', word: '没有上限', only: { limited: false } },
    ],
  },
  {
    key: 'basis',
    word: '依据选没选',
    options: [
      { key: 'with', word: '有文件依据', only: { basis: true } },
      { key: 'without', word: '没有文件依据', only: { basis: false } },
    ],
  },
];

/** The items in one state: sorted, sifted and counted by the server; the first hundred at once, more when asked for. */
export function useItems(unitId: string, place: string, state: State) {
  const { sort, sorting } = useSorting<NonNullable<Asked['sort']>['by']>('category');
  const { inForce, sift, typed, type, query } = useSifting();
  const question = { unitId, state, sort, only: askedBy(FILTERS, inForce), ...(query && { query }), limit: PAGE_MAX };
  const { pages, ...list } = usePages('catalogue.items', question);
  const data: readonly Item[] | undefined = list.ready ? pages.flatMap((page) => page.items) : undefined;
  const words = soughtWords(FILTERS, inForce, query);
  const sheet = useSheet({
    title: '积分项目',
    about: [place, STATES[state], words || '全部', fullDayWords(businessDate(clock()))],
    columns: PAPER,
    keyOf: ({ itemId }) => itemId,
    whole: () => readWhole('catalogue.items', question, 'items'),
  });
  const isSifted = words !== '';
  return { data, count: pages[0]?.count ?? 0, sorting, inForce, sift, typed, type, sheet, isSifted, ...list };
}
