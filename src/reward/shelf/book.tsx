import { View } from '@tarojs/components';
import { DataTable } from '../../components/data-table';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { Filters } from '../../components/filters';
import { ListPage } from '../../components/list-page';
import { PaperButton, PaperTold } from '../../components/paper/paper-button';
import { SectionHeader } from '../../components/section-header';
import { COLUMNS } from './columns';
import { keyOf, useBook } from './use-book';
import type { Thing } from './words';

const NONE_YET = { icon: 'list', title: '还没有进出', words: '来了货、发了货，都会一笔一笔记在这里。' } as const;

interface Props {
  unitId: string;
  place: string;
  things: readonly Thing[];
}

/** 物资出入库台账: every movement, newest first; nothing of it is ever changed. */
export function Book(props: Props) {
  const { filters, inForce, sift, list, sheet, printing } = useBook(props);
  return (
    <View className="stack">
      <SectionHeader title="物资出入库台账" note="只往下记，不涂改" />
      <View className="list-tools">
        <View className="grow">
          <Filters filters={filters} inForce={inForce} onChange={sift} />
        </View>
        <SheetTools sheet={sheet} />
        <PaperButton printing={printing}>打印台账</PaperButton>
      </View>
      <SheetTold sheet={sheet} />
      <PaperTold printing={printing} />
      <ListPage of={list} failed="台账没能打开" rows={4} empty={NONE_YET} more="再看早些的">
        {(shown) => (
          <DataTable label="物资出入库台账" columns={COLUMNS} rows={shown} keyOf={keyOf} partial={list.hasMore} />
        )}
      </ListPage>
    </View>
  );
}
