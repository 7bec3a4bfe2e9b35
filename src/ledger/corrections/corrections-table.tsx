import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { type Column, DataTable } from '../../components/data-table';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { useRowKeys } from '../../components/data-table/use-row-keys';
import { useSheet } from '../../components/data-table/use-sheet';
import { clock } from '../../device/clock';
import { useWork } from '../../session/use-work';
import { dayWords, fullDayWords, momentWords } from '../../words/dates';
import { numberWords } from '../../words/number';
import { type Correction, holderWords, reasonWord } from './correction-words';

const whose = ({ holder }: Correction) => holderWords(holder);
const COLUMNS: readonly Column<Correction>[] = [
  { key: 'holder', title: '谁的', cell: whose, sortBy: whose },
  { key: 'head', title: '哪一家', cell: ({ holder }) => holder.householdHead ?? '', shown: 'wide' },
  { key: 'entry', title: '哪一笔', cell: ({ entry }) => entry.title, sortBy: ({ entry }) => entry.title },
  {
    key: 'points',
    title: '分',
    cell: ({ entry }) => numberWords(entry.points),
    text: ({ entry }) => entry.points,
    sortBy: ({ entry }) => entry.points,
    align: 'right',
  },
  {
    key: 'day',
    title: '哪天的事',
    cell: ({ entry }) => dayWords(entry.deedDate),
    text: ({ entry }) => entry.deedDate,
    sortBy: ({ entry }) => entry.deedDate,
  },
  { key: 'reason', title: '为什么改', cell: ({ reason }) => reasonWord(reason), sortBy: ({ reason }) => reason },
  { key: 'by', title: '谁提的', cell: ({ proposedByName }) => proposedByName || '一位同事', shown: 'wide' },
  {
    key: 'at',
    title: '什么时候提的',
    cell: ({ proposedAtMs }) => momentWords(proposedAtMs),
    sortBy: ({ proposedAtMs }) => proposedAtMs,
  },
];
const keyOf = ({ correctionId }: Correction) => correctionId;

interface Props {
  corrections: readonly Correction[];
  /** What is to be decided of the one that is looked at. */
  children: (correction: Correction) => ReactNode;
}

/** All that wait, as a table, and beside it the one that is looked at. */
export function CorrectionsTable({ corrections, children }: Props) {
  const { role } = useWork();
  const [openedId, open] = useState<string>();
  const opened = corrections.find((one) => keyOf(one) === openedId) ?? corrections[0];
  const sheet = useSheet({
    title: '等着改正的积分',
    about: [role?.unitName ?? '', fullDayWords(businessDate(clock()))],
    columns: COLUMNS,
    keyOf,
    whole: () => Promise.resolve({ ok: true, data: corrections }),
  });
  return (
    <View className="columns">
      <View className="stack">
        <View className="list-tools only-screen">
          <View className="t-sub grow">{`一共 ${corrections.length} 件`}</View>
          <SheetTools sheet={sheet} />
        </View>
        <SheetTold sheet={sheet} />
        <DataTable
          label="等着改正的"
          columns={COLUMNS}
          rows={corrections}
          keyOf={keyOf}
          onOpen={(one) => open(keyOf(one))}
          opened={opened && keyOf(opened)}
          keys={{ move: open }}
          useKeys={useRowKeys}
        />
      </View>
      {opened && children(opened)}
    </View>
  );
}
