import type { Column } from '../../components/data-table';
import { momentWords } from '../../words/dates';
import { yuanText } from '../yuan';
import { fromWords, MOVEMENT_WORDS, type Moved, movedWords } from './words';

const priceOf = ({ unitPriceCents }: Moved) => (unitPriceCents === null ? '' : yuanText(unitPriceCents));
const priceWords = (moved: Moved) => priceOf(moved) && `单价 ${priceOf(moved)} 元`;

/** On the screen what belongs together stands together; on paper and in a spreadsheet each has a column of its own. */
export const COLUMNS: readonly Column<Moved>[] = [
  { key: 'when', title: '日期', cell: ({ movedAtMs }) => momentWords(movedAtMs), width: 130 },
  { key: 'name', title: '品名', cell: ({ name }) => name },
  { key: 'moved', title: '入 / 出', cell: movedWords, width: 110 },
  { key: 'left', title: '结存', cell: ({ onShelf, measure }) => `${onShelf} ${measure}`, width: 90, align: 'right' },
  { key: 'price', title: '单价（元）', cell: priceOf, shown: 'paper' },
  {
    key: 'source',
    title: '来源、单价和凭证',
    cell: (moved) => [MOVEMENT_WORDS[moved.kind], priceWords(moved), fromWords(moved)].filter(Boolean).join(' · '),
  },
  { key: 'by', title: '经办', cell: ({ handledByName }) => handledByName, width: 90 },
  { key: 'watch', title: '监督', cell: ({ watchedByName }) => watchedByName ?? '领的人', width: 90 },
];
