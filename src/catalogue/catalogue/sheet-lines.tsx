import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Alert } from '../../components/alert';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { Clamped } from '../../components/clamped';
import { DataTable, type Column as TableColumn } from '../../components/data-table';
import { Icon } from '../../components/icon';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { Tag } from '../../components/tag';
import { Tappable } from '../../components/tappable';
import { describe } from '../../components/tappable/semantics';
import { goesIn } from './sheet-answers';
import {
  howWords,
  keyOf,
  type Line,
  MEANS,
  type Means,
  type Remark,
  RULES,
  readWords,
  SHEET_KINDS,
  SHORT_RULES,
  type SheetRead,
} from './sheet-words';
import type { SheetWork } from './use-sheet';

function Fate({ line, sheet }: { line: Line; sheet: SheetWork }) {
  if (line.rule) return <Tag icon="close">{SHORT_RULES[line.rule]}</Tag>;
  if (line.result === 'take') return <Tag kind="ok">能收</Tag>;
  const typed = sheet.answers.get(keyOf(line));
  if (goesIn(line, typed)) return <Tag kind="ok">照你说的收</Tag>;
  return sheet.answered(line) ? (
    <Tag icon="minus">先不收</Tag>
  ) : (
    <Tag kind="wait" icon="info">
      问你一句
    </Tag>
  );
}

/** What is left open stands there as open, and not as a number. */
function ReadAs({ line }: { line: Line }) {
  const words = readWords(line);
  return <View className={words === '空着' ? 'sheet-open' : 'jade strong'}>{words}</View>;
}

const columnsFor = (sheet: SheetWork): readonly TableColumn<Line>[] => [
  { key: 'cell', title: '格子', cell: ({ cell }) => cell, width: 60, quoted: true },
  { key: 'name', title: '表里写的', cell: ({ name }) => <Clamped>{name || '（空着）'}</Clamped>, quoted: true },
  {
    key: 'written',
    title: '表里的分',
    cell: ({ written }) => <Clamped>{written || '（空着）'}</Clamped>,
    quoted: true,
  },
  { key: 'read', title: '读成', cell: (line) => <ReadAs line={line} />, width: 68 },
  { key: 'how', title: '怎么算', cell: (line) => <View className="t-cap">{howWords(line)}</View> },
  { key: 'fate', title: '结果', cell: (line) => <Fate line={line} sheet={sheet} />, width: 140 },
];

const count = (lines: readonly Line[], result: Line['result']) => lines.filter((line) => line.result === result).length;

function sumWords(sheet: SheetRead, lines: readonly Line[]): string {
  if (sheet.kind !== 'rules') return SHEET_KINDS[sheet.kind];
  const examples = sheet.examples > 0 ? `；示例 ${sheet.examples} 行，跳过` : '';
  const head = sheet.headerRow === null ? '' : `；第 ${sheet.headerRow} 行是表头`;
  return `${lines.length} 行：收 ${count(lines, 'take')}，问 ${count(lines, 'ask')}，不收 ${count(lines, 'refuse')}${head}${examples}`;
}

const SETTINGS = { urban: '城镇', rural: '农村' } as const;

/** Every sheet of the workbook, also those that were not read. */
function SheetTabs({ sheet, here, onChoose }: { sheet: SheetWork; here: number; onChoose: (at: number) => void }) {
  const { sheets = [], lines = [] } = sheet.preview ?? {};
  return (
    <View className="sheet-tabs" {...describe({ role: 'tablist', label: '工作表' })}>
      {sheets.map((one, at) => {
        const words = sumWords(
          one,
          lines.filter((line) => line.sheet === at),
        );
        const setting = one.setting ? `（${SETTINGS[one.setting]}）` : '';
        return (
          <Tappable
            key={one.name}
            role="tab"
            selected={at === here}
            className={`sheet-tab${at === here ? ' sheet-tab-here' : ''}`}
            label={`${one.name}${setting}，${words}`}
            onTap={() => onChoose(at)}
          >
            <View className="row">
              <Icon name={one.kind === 'rules' ? 'list' : 'info'} className={one.kind === 'rules' ? 'jade' : ''} />
              <View className="grow">
                <View className="strong">{`${one.name}${setting}`}</View>
                <View className="t-cap">{sheet.left.includes(at) ? '这张不收' : words}</View>
              </View>
            </View>
          </Tappable>
        );
      })}
    </View>
  );
}

/** Columns that were not read: a person says what they mean, and it is remembered for the community. */
function Unread({ sheet, at }: { sheet: SheetWork; at: number }) {
  const columns = sheet.preview?.sheets[at]?.columns ?? [];
  if (columns.length === 0) return null;
  return (
    <View className="stack">
      <SectionHeader title="没读的列" note="说一句是什么，下次就认得了" />
      {columns.map(({ heading, place, means, filled, example }) => (
        <Card key={place} className="stack">
          <View>{`${place} 列“${heading}”：有 ${filled} 格，比如“${example}”`}</View>
          <Segments<Means | 'none'>
            wrap
            label={`“${heading}”是什么`}
            items={MEANS}
            chosen={means ?? 'none'}
            onChoose={(key) => key !== 'none' && void sheet.assign({ heading, means: key })}
          />
        </Card>
      ))}
    </View>
  );
}

function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <View className="stack">
      <SectionHeader title="表里的话" note="不是项目，原样告诉你" />
      <List label="表里的话">
        {remarks.map(({ row, text, rules }) => (
          <ListRow
            key={`${row} ${text}`}
            icon={rules.length > 0 ? 'warning' : 'info'}
            title={text}
            note={[`第 ${row} 行`, ...rules.map((rule) => RULES[rule])].join(' · ')}
          />
        ))}
      </List>
    </View>
  );
}

const VIEWS = [
  { key: 'all', word: '全部' },
  { key: 'ask', word: '要问你的' },
  { key: 'take', word: '能收的' },
  { key: 'refuse', word: '不收的' },
] as const;
type View_ = (typeof VIEWS)[number]['key'];

interface LinesProps {
  sheet: SheetWork;
  openKey: string | undefined;
  /** Beside what sifts the rows. */
  tools: ReactNode;
}
/** The sheet beside its own cells: what each was read as, what is asked, and what stays out by which rule. */
export function SheetLines({ sheet, openKey, tools }: LinesProps) {
  const { sheets = [], lines = [], remarks = [] } = sheet.preview ?? {};
  const first = sheets.findIndex(({ kind }) => kind === 'rules');
  const [chosen, setAt] = useState<number>();
  const [view, setView] = useState<View_>('all');
  const at = chosen ?? Math.max(0, first);
  const own = lines.filter((line) => line.sheet === at);
  const shown = view === 'all' ? own : own.filter(({ result }) => result === view);
  const refused = [...new Set(own.flatMap(({ rule }) => rule ?? []))];
  return (
    <View className="stack">
      <SheetTabs sheet={sheet} here={at} onChoose={setAt} />
      {sheets.length > 1 && own.length > 0 && (
        <Checkbox words="这张不收" checked={sheet.left.includes(at)} onChange={() => sheet.leave(at)} />
      )}
      {own.length > 0 && (
        <>
          <View className="list-tools">
            <View className="grow">
              <Segments
                wrap
                label="看哪些行"
                items={VIEWS.map((one) => ({ ...one, count: one.key === 'all' ? own.length : count(own, one.key) }))}
                chosen={view}
                onChoose={setView}
              />
            </View>
            {tools}
          </View>
          <DataTable
            label="读出来的行"
            columns={columnsFor(sheet)}
            rows={shown}
            keyOf={keyOf}
            onOpen={(line) => line.result === 'ask' && sheet.open(keyOf(line))}
            {...(openKey && { opened: openKey })}
          />
          {refused.map((rule) => (
            <Alert key={rule} kind="info" title={`不收的照${RULES[rule]}`} />
          ))}
        </>
      )}
      {own.length === 0 && sheets[at] && (
        <Alert kind="info" title={SHEET_KINDS[sheets[at].kind] || '这张表里没有项目'} />
      )}
      <Unread sheet={sheet} at={at} />
      <Remarks remarks={remarks.filter((remark) => remark.sheet === at)} />
    </View>
  );
}
