import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import type { Pages } from '../../api/use-pages';
import { CAN_SAVE_SHEETS } from '../../device/sheet';
import { Button } from '../button';
import { type Column, DataTable } from '.';
import { BulkBar } from './bulk-bar';
import { type Hint, KeyHints } from './key-hints';
import { ListBelow } from './list-below';
import { useHasSearch, useRowKeys } from './use-row-keys';
import type { SheetWays } from './use-sheet';
import type { useSorting } from './use-sorting';
import './desk.scss';
import './dense.scss';

interface Props<Row> {
  label: string;
  /** What they are counted in: 人, 户, 张. */
  one: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** How many match in all. */
  count: number;
  list: Pick<Pages<never>, 'hasMore' | 'more' | 'busy' | 'moreRefusal'>;
  sorting?: ReturnType<typeof useSorting>['sorting'];
  sheet: SheetWays;
  /** What stands in the place of rows where there are none. */
  instead: ReactNode;
  /** What is known of the row one has come to. */
  pane?: (row: Row) => ReactNode;
  /** What stands in the pane's place while something else is done there. */
  aside?: ReactNode;
  /** E. */
  edit?: { readonly word: string; readonly go: (key: string) => void };
  /** What is done with those that are chosen, beside saving and printing them; the primary last. */
  deeds?: (chosen: readonly string[]) => ReactNode;
  note?: string;
}

/** While one runs down the list with the arrows, nothing is asked of each row. */
const PAUSE_MS = 250;
function useRested<Value>(value: Value): Value {
  const [rested, rest] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => rest(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

const hintsOf = (one: string, edit: string | undefined, hasSearch: boolean): Hint[] => [
  { keys: ['↑', '↓'], words: `换${one}` },
  { keys: ['空格'], words: '选中' },
  { keys: ['Shift', '↓'], words: '连着选' },
  ...(edit ? [{ keys: ['E'], words: edit }] : []),
  ...(hasSearch ? [{ keys: ['/'], words: '找' }] : []),
  { keys: ['Esc'], words: '不选了' },
];

function Chosen({ sheet, chosen }: { sheet: SheetWays; chosen: readonly string[] }) {
  if (!CAN_SAVE_SHEETS) return null;
  return (
    <>
      <Button small icon="save" busy={sheet.busy === 'save'} onTap={() => sheet.save(chosen)}>
        导出
      </Button>
      <Button small icon="print" busy={sheet.busy === 'print'} onTap={() => sheet.print(chosen)}>
        打印名单
      </Button>
    </>
  );
}

/** What is chosen of a list: by ticks, or all that match. */
function useChosen(sheet: SheetWays) {
  const [chosen, choose] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const all = async () => {
    setBusy(true);
    choose((await sheet.everyKey()) ?? chosen);
    setBusy(false);
  };
  return { chosen, choose, busy, all: () => void all(), none: () => choose([]) };
}

/** The row one has come to, and of which the pane tells: the first as long as there is none. */
function useHere<Row>({ rows, keyOf, pane }: Props<Row>) {
  const [cameTo, comeTo] = useState<string>();
  const here = pane && (rows.find((row) => keyOf(row) === cameTo) ?? rows[0]);
  const rested = useRested(here);
  return { here, shown: rested && rows.includes(rested) ? rested : here, comeTo };
}

type FrameProps<Row> = Props<Row> & { here: Row | undefined; comeTo: ((key: string) => void) | undefined };

function Frame<Row>({ here, comeTo, ...props }: FrameProps<Row>) {
  const { label, one, columns, rows, keyOf, count, list, sorting, sheet, instead, edit, deeds } = props;
  const { chosen, choose, busy, all, none } = useChosen(sheet);
  const keys = { edit: edit?.go, move: comeTo, back: chosen.length > 0 ? none : undefined };
  return (
    <View className="table-frame">
      <View className="table-frame-scroll">
        {rows.length > 0 && (
          <DataTable
            {...{ label, columns, rows, keyOf, keys }}
            useKeys={useRowKeys}
            {...(sorting && { sorting })}
            onOpen={comeTo && ((row: Row) => comeTo(keyOf(row)))}
            opened={here && keyOf(here)}
            picked={chosen}
            onPick={choose}
          />
        )}
        {rows.length > 0 ? <ListBelow {...{ list, count, one }} shown={rows.length} /> : instead}
      </View>
      <BulkBar {...{ count, one, busy }} chosen={chosen.length} onAll={all} onNone={none}>
        <Chosen {...{ sheet, chosen }} />
        {deeds?.(chosen)}
      </BulkBar>
    </View>
  );
}

/**
 * A list at a desk: a table that fills what is left of the window and scrolls in itself, with keys, with a bar of what to do
 * with those that are chosen, and beside it what one has come to.
 */
export function DeskList<Row>(props: Props<Row>) {
  const { one, pane, aside, edit, note } = props;
  const { here, shown, comeTo } = useHere(props);
  const hasSearch = useHasSearch();
  return (
    <>
      {pane ? (
        <View className="columns">
          <Frame {...props} here={here} comeTo={comeTo} />
          <View className="desk-pane">{aside || (shown && pane(shown))}</View>
        </View>
      ) : (
        <Frame {...props} here={undefined} comeTo={undefined} />
      )}
      <KeyHints hints={hintsOf(one, edit?.word, hasSearch)} {...(note && { note })} />
    </>
  );
}
