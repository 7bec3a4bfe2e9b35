import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { type Column, DataTable } from '../../components/data-table';
import { KeyHints } from '../../components/data-table/key-hints';
import { ListBelow } from '../../components/data-table/list-below';
import { useRowKeys } from '../../components/data-table/use-row-keys';
import '../../components/data-table/desk.scss';
import type { CountedUnit, Units } from './use-units';

interface Props {
  of: Units;
  columns: readonly Column<CountedUnit>[];
  count: number;
  pane: (unit: CountedUnit) => ReactNode;
}

const keyOf = ({ unitId }: CountedUnit) => unitId;
const HINTS = [{ keys: ['↑', '↓'], words: '换社区' }];

/** In the order of their codes, street by street; nothing here sorts by a figure. */
export function Desk({ of: { units, list }, columns, count, pane }: Props) {
  const [cameTo, comeTo] = useState<string>();
  const here = units.find((unit) => keyOf(unit) === cameTo) ?? units[0];
  return (
    <>
      <View className="columns">
        <View className="table-frame">
          <View className="table-frame-scroll">
            <DataTable
              label="各社区"
              rows={units}
              keys={{ move: comeTo }}
              useKeys={useRowKeys}
              onOpen={(unit) => comeTo(keyOf(unit))}
              opened={here && keyOf(here)}
              groupOf={({ above }) => above}
              {...{ columns, keyOf }}
            />
            <ListBelow {...{ list, count }} one="个" shown={units.length} />
          </View>
        </View>
        <View className="desk-pane">{here && pane(here)}</View>
      </View>
      <KeyHints hints={HINTS} note="按单位编码排，不排名次；条和线都是同一把尺子" />
    </>
  );
}
