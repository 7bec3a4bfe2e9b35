import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Alert } from '../../components/alert';
import { type Listed, ListPage } from '../../components/list-page';
import { Windowed } from '../../components/windowed';

interface Props<Row> {
  of: Listed<Row>;
  empty: { icon: 'done'; title: string; words: string };
  /** How many rows of a list a card is as high as. */
  rowsOf: number;
  /** One that waits; `onDone` tells what became of it, and asks for the list anew. */
  children: (row: Row, onDone: (told: string) => void) => ReactNode;
}

/** What waits for a second person, card by card. */
export function WaitingList<Row>({ of: list, empty, rowsOf, children }: Props<Row>) {
  const [told, tell] = useState<string>();
  const done = (words: string) => {
    tell(words);
    void list.reload();
  };
  return (
    <View className="stack">
      {told && <Alert kind="done" title={told} />}
      <ListPage of={list} failed="没能打开" rows={3} empty={empty}>
        {(rows) => (
          <Windowed className="windowed-apart" each={1} rowsOf={rowsOf}>
            {rows.map((row) => children(row, done))}
          </Windowed>
        )}
      </ListPage>
    </View>
  );
}
