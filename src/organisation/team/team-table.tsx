import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { Button } from '../../components/button';
import { type Column, DataTable } from '../../components/data-table';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { useSheet } from '../../components/data-table/use-sheet';
import { Tag } from '../../components/tag';
import { clock } from '../../device/clock';
import { fullDayWords } from '../../words/dates';
import { useEndRole } from './end-role';
import { type Line, lineOf, mayEnd } from './held';
import { type Position, positionWords } from './positions';
import type { Team } from './use-team';

const COLUMNS: readonly Column<Line>[] = [
  { key: 'name', title: '姓名', cell: ({ name }) => name, sortBy: ({ name }) => name },
  { key: 'duty', title: '做什么', cell: ({ duty }) => duty, sortBy: ({ duty }) => duty },
  { key: 'place', title: '在哪里', cell: ({ place }) => place, sortBy: ({ place }) => place },
  { key: 'term', title: '从哪天到哪天', cell: ({ term }) => term, sortBy: ({ held }) => held.validFrom },
  {
    key: 'state',
    title: '现在',
    cell: ({ own, ahead }) => (own ? <Tag>你</Tag> : ahead ? <Tag kind="wait">还没开始</Tag> : '在做'),
    text: ({ ahead }) => (ahead ? '还没开始' : '在做'),
    sortBy: ({ ahead }) => Number(ahead),
  },
];

interface Props {
  team: Team;
  position: Position;
  own: string | undefined;
  onEnded: (told: string) => void;
}

/** Who does what, as a table: in any order, and to be kept or printed. */
export function TeamTable({ team, position, own, onEnded }: Props) {
  const { end, asked } = useEndRole(onEnded);
  const today = businessDate(clock());
  const lines = team.sections.flatMap(({ unit, held }) => held.map((one) => lineOf(one, unit, team, { own, today })));
  const keyOf = ({ roleId }: Line) => roleId;
  const sheet = useSheet({
    title: '人员',
    about: [positionWords(position), fullDayWords(today)],
    columns: COLUMNS,
    keyOf,
    whole: () => Promise.resolve({ ok: true, data: lines }),
  });
  const ends: Column<Line> = {
    key: 'end',
    title: '',
    cell: (line) =>
      mayEnd(position, line.held) && (
        <Button small label={`${line.name}，${line.duty}`} onTap={() => end(line)}>
          停用
        </Button>
      ),
  };
  return (
    <View className="stack">
      <View className="list-tools only-screen">
        <View className="t-sub grow">{`一共 ${lines.length} 位`}</View>
        <SheetTools sheet={sheet} />
      </View>
      <SheetTold sheet={sheet} />
      <DataTable label="谁在做什么" columns={[...COLUMNS, ends]} rows={lines} keyOf={keyOf} />
      {asked}
    </View>
  );
}
