import { View } from '@tarojs/components';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Clamped } from '../../components/clamped';
import { type Column, DataTable } from '../../components/data-table';
import { Heaps } from '../../components/heaps';
import { NotedButton, TemplateButton } from '../../components/own-sheet';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { FileButton } from '../../device/files';
import { momentWords } from '../../words/dates';
import { sendingWords } from '../../words/sending';
import type { Imported } from './item-words';
import { SheetLines } from './sheet-lines';
import { keyOf, RULES } from './sheet-words';
import type { SheetWork } from './use-sheet';

type Draft = Imported['drafts'][number];
const DRAFTS: readonly Column<Draft>[] = [
  { key: 'row', title: '第几行', cell: ({ row }) => `第 ${row} 行`, sortBy: ({ row }) => row, width: 100 },
  { key: 'name', title: '做了什么事', cell: ({ name }) => name },
  { key: 'category', title: '类别', cell: ({ category }) => category, width: 160 },
  { key: 'points', title: '分值', cell: ({ points }) => `+${points}`, sortBy: ({ points }) => points, width: 90 },
  { key: 'new', title: '新旧', cell: ({ isNew }) => (isNew ? '新的' : '已经有了'), width: 110 },
];
type Refused = Imported['refused'][number];
const REFUSED: readonly Column<Refused>[] = [
  { key: 'row', title: '第几行', cell: ({ row }) => `第 ${row} 行`, sortBy: ({ row }) => row, width: 100 },
  { key: 'text', title: '表里写的', cell: ({ text }) => <Clamped>{text}</Clamped> },
  {
    key: 'points',
    title: '表里的分',
    cell: ({ points }) => (points === null ? '没写' : `扣 ${points} 分`),
    width: 110,
  },
  { key: 'rule', title: '为什么不收', cell: ({ rule }) => RULES[rule], width: 280 },
];

function Done({ imported }: { imported: Imported }) {
  const { drafts, refused, waiting } = imported;
  const fresh = drafts.filter(({ isNew }) => isNew);
  return (
    <View className="stack">
      <Alert kind="done" title={fresh.length > 0 ? `${fresh.length} 项进了草稿` : '这些项目已经都在了，没有重复'}>
        {drafts.length > fresh.length && fresh.length > 0
          ? `另外 ${drafts.length - fresh.length} 项已经有了，没有重复。`
          : '草稿补齐、发布以后才算数。'}
      </Alert>
      {waiting > 0 && (
        <Alert kind="info" title={`${waiting} 条先放着`}>
          问清楚了，再导一次这份表就能接着收，已经收的不会重复。
        </Alert>
      )}
      {drafts.length > 0 && (
        <>
          <SectionHeader title="加分的项目" note={`${drafts.length} 项`} />
          <DataTable label="加分的项目" columns={DRAFTS} rows={drafts} keyOf={({ itemId }) => itemId} />
        </>
      )}
      {refused.length > 0 && (
        <>
          <SectionHeader title="不收的行" note={`${refused.length} 行`} />
          <DataTable
            label="不收的行"
            columns={REFUSED}
            rows={refused}
            keyOf={({ row, text, rule }) => `${row} ${text} ${rule}`}
          />
        </>
      )}
    </View>
  );
}

/** Something in it is asked about or stays out. */
const hasNotes = ({ lines, preview }: SheetWork) =>
  lines.some(({ result }) => result !== 'take') || (preview?.remarks ?? []).some(({ rules }) => rules.length > 0);

/** 细则.xlsx · 11月7日 9:40 读的 · 还没写进任何地方 */
const whenReadWords = ({ file, readAtMs }: SheetWork) =>
  [file?.name, readAtMs && `${momentWords(readAtMs)} 读的`, '还没写进任何地方'].filter(Boolean).join(' · ');

/** It was read and not taken in yet: the page is about this sheet alone. */
export const isReading = ({ preview, imported }: SheetWork) => preview !== undefined && !imported;

/** The page's own title while a sheet is being read; at a desk another sheet is chosen from there. */
export const readingBar = (sheet: SheetWork, wide: boolean) => ({
  title: '读积分细则表',
  lead: whenReadWords(sheet),
  className: 'sheet-reading',
  onBack: sheet.restart,
  ...(wide && {
    tools: (
      <Button small onTap={sheet.restart}>
        换一份
      </Button>
    ),
  }),
});

/** A committee's own rule sheet, read beside its cells before anything is written. */
export function SheetPanel({ sheet, openKey }: { sheet: SheetWork; openKey: string | undefined }) {
  const { busy, preview, imported, file } = sheet;
  const notes = file && hasNotes(sheet) && <NotedButton file={file} ask={sheet.toNote} />;
  return (
    <View className="stack">
      {!preview && (
        <View>选一份细则表（Excel）。先读给你看：能收的、要问你的、不收的，一行不漏；看过再收。再导一次不会重复。</View>
      )}
      <RefusalAlert refusal={sheet.refusal} onRetry={sheet.again} />
      {sheet.sending && <Alert kind="info" title={sendingWords(sheet.sending)} />}
      {imported && <View className="t-sub">{[file?.name, '收好了'].filter(Boolean).join(' · ')}</View>}
      {imported ? (
        <Done imported={imported} />
      ) : (
        preview && <SheetLines sheet={sheet} openKey={openKey} tools={notes} />
      )}
      {imported && notes}
      {(!preview || imported) && (
        <FileButton busy={busy} onChosen={(chosen) => void sheet.choose(chosen)}>
          选细则表
        </FileButton>
      )}
      {!preview && <TemplateButton name="rules">下载细则表模板</TemplateButton>}
    </View>
  );
}

/** How many go in, are asked about, and stay out; and the button that takes them in. */
export function SheetFoot({ sheet }: { sheet: SheetWork }) {
  const { takes, refuses, lines, asked, busy } = sheet;
  const waiting = lines.length - takes - refuses;
  const [first] = asked.filter((line) => !sheet.answered(line));
  return (
    <ActionBar
      note={
        <Heaps
          heaps={[
            { count: takes, word: '能收' },
            { count: waiting, word: '先放着' },
            { count: refuses, word: '不收，都写着为什么' },
          ]}
          of={lines.length}
        />
      }
    >
      {first && (
        <Button
          onTap={() => sheet.open(keyOf(first))}
        >{`回答 ${asked.filter((line) => !sheet.answered(line)).length} 个问题`}</Button>
      )}
      <Button
        kind="primary"
        busy={busy}
        blocked={takes === 0 ? '没有能收的行' : undefined}
        onTap={() => void sheet.take()}
      >
        {waiting > 0 ? `收下 ${takes} 条，${waiting} 条先放着` : `收下 ${takes} 条`}
      </Button>
    </ActionBar>
  );
}
