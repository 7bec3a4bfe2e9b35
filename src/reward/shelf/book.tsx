import { View } from '@tarojs/components';
import { usePages } from '../../api/use-pages';
import { type Column, DataTable } from '../../components/data-table';
import { ListPage } from '../../components/list-page';
import { SectionHeader } from '../../components/section-header';
import { momentWords } from '../../words/dates';
import { yuanText } from '../yuan';
import { fromWords, MOVEMENT_WORDS, type Moved, movedWords } from './words';

const priceWords = ({ unitPriceCents }: Moved) => unitPriceCents !== null && `单价 ${yuanText(unitPriceCents)} 元`;

const COLUMNS: readonly Column<Moved>[] = [
  { key: 'when', title: '日期', cell: ({ movedAtMs }) => momentWords(movedAtMs), width: 130 },
  { key: 'name', title: '品名', cell: ({ name }) => name },
  { key: 'moved', title: '入 / 出', cell: movedWords, width: 110 },
  { key: 'left', title: '结存', cell: ({ onShelf, measure }) => `${onShelf} ${measure}`, width: 90, align: 'right' },
  {
    key: 'source',
    title: '来源、单价和凭证',
    cell: (moved) => [MOVEMENT_WORDS[moved.kind], priceWords(moved), fromWords(moved)].filter(Boolean).join(' · '),
  },
  { key: 'by', title: '经办', cell: ({ handledByName }) => handledByName, width: 90 },
  { key: 'watch', title: '监督', cell: ({ watchedByName }) => watchedByName ?? '领的人', width: 90 },
];

const NONE_YET = { icon: 'list', title: '还没有进出', words: '来了货、发了货，都会一笔一笔记在这里。' } as const;

/** 物资出入库台账: every movement, newest first; nothing of it is ever changed. */
export function Book({ unitId }: { unitId: string }) {
  const { pages, ready, ...list } = usePages('reward.goodsMovements', { unitId });
  const rows = pages.flatMap((page) => page.movements);
  return (
    <View>
      <SectionHeader title="物资出入库台账" note="只往下记，不涂改" />
      <ListPage
        of={{ ...list, data: ready ? rows : undefined }}
        failed="台账没能打开"
        rows={4}
        empty={NONE_YET}
        more="再看早些的"
      >
        {(shown) => (
          <DataTable
            label="物资出入库台账"
            columns={COLUMNS}
            rows={shown}
            keyOf={({ goodsId, seq }) => `${goodsId} ${seq}`}
            partial={list.hasMore}
          />
        )}
      </ListPage>
    </View>
  );
}
