import { View } from '@tarojs/components';
import { useState } from 'react';
import { ROSTER_FIELDS, type RosterField } from '../../../cloudfunctions/values/roster';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Dialog } from '../../components/dialog';
import { Icon } from '../../components/icon';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { Tag } from '../../components/tag';
import type { Preview } from './finding-words';
import { askedColumns, columnWords, iconOf, type SheetColumn, sheetWords, unreadWords } from './sheet-words';

/** Every sheet of the file, read or not: none is left out without a word. */
function SheetCards({ sheets }: Pick<Preview, 'sheets'>) {
  return (
    <View className="roster-sheets">
      {sheets.map((sheet) => (
        <Card key={sheet.name} className="row">
          <Icon name={iconOf(sheet)} className={sheet.state === 'read' ? 'jade' : ''} />
          <View className="grow">
            <View className="strong roster-said">{sheet.name}</View>
            <View className="t-sub roster-said">{sheetWords(sheet)}</View>
          </View>
        </Card>
      ))}
    </View>
  );
}

interface AskedProps {
  sheets: Preview['sheets'];
  busy: boolean;
  onSay: (title: string, field: RosterField | null) => void;
}
type Meaning = RosterField | 'unneeded';

function Meanings({
  column,
  onSay,
  onClose,
}: {
  column: SheetColumn;
  onSay: AskedProps['onSay'];
  onClose: () => void;
}) {
  const [chosen, choose] = useState<Meaning>(column.field ?? 'unneeded');
  const say = () => {
    onSay(column.title, chosen === 'unneeded' ? null : chosen);
    onClose();
  };
  return (
    <Dialog
      open
      title={`“${column.title}”这一列写的是什么？`}
      onClose={onClose}
      actions={
        <Button kind="primary" onTap={say}>
          就是这个
        </Button>
      }
    >
      <View className="stack">
        <View className="t-sub">{columnWords(column)}</View>
        <Segments<Meaning>
          wrap
          label="这一列是什么"
          items={[{ key: 'unneeded', word: '用不上' }, ...ROSTER_FIELDS.map((field) => ({ key: field, word: field }))]}
          chosen={chosen}
          onChoose={choose}
        />
        <View className="t-sub">导进去以后，社区下次导同样的表就记得了。</View>
      </View>
    </Dialog>
  );
}

/** Titles that nobody knows: the person who brings the file says what they are. */
function AskedColumns({ sheets, busy, onSay }: AskedProps) {
  const [open, setOpen] = useState<string>();
  const columns = askedColumns(sheets);
  const column = columns.find(({ title }) => title === open);
  if (columns.length === 0) return null;
  return (
    <View className="stack">
      <SectionHeader title="这几列没见过" note="不说就不读" />
      <List label="没见过的列">
        {columns.map((one) => (
          <ListRow
            key={one.title}
            title={one.title}
            note={columnWords(one)}
            trail={<Tag kind={one.field ? 'ok' : 'wait'}>{one.field ? `读作${one.field}` : '说说是什么'}</Tag>}
            {...(!busy && { onTap: () => setOpen(one.title) })}
          />
        ))}
      </List>
      {column && <Meanings key={column.title} {...{ column, onSay }} onClose={() => setOpen(undefined)} />}
    </View>
  );
}

/** What was read of the file and what was not, by name. */
export function Sheets({ sheets, busy, onSay }: AskedProps) {
  const unread = unreadWords(sheets);
  return (
    <View className="stack">
      <SheetCards sheets={sheets} />
      <AskedColumns {...{ sheets, busy, onSay }} />
      {unread && <View className="t-sub">{`没有读的列：${unread}。`}</View>}
    </View>
  );
}
