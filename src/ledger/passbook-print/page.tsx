import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Facts } from '../../components/facts';
import { EmptyState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { saveText } from '../../device/save-text';
import { usePaper } from '../../theme/use-paper';
import type { Entry } from '../entry-words';
import { asCsv, asJson, type Holder } from './as-data';
import { Paper } from './paper';
import { periodOf, sumsUntil, yearsOf } from './sheets';

const WEB = process.env.TARO_ENV === 'h5';
const TITLE = '打印存折';

/** Whole: on paper there is nothing to tap for more. */
function useBook(holder: string | undefined) {
  const ofHolder = holder ? { holderId: holder } : {};
  const entries = useWhole('ledger.passbook', { ...ofHolder, limit: 100 }, 'entries');
  const whose = useRead('ledger.holder', ofHolder);
  const nights = useRead('ledger.nights', { limit: 1 });
  const isThere = entries.data && whose.data && nights.data;
  return {
    data: isThere && { entries: entries.data ?? [], holder: whose.data as Holder, head: nights.data?.heads[0] },
    refusal: entries.refusal ?? whose.refusal ?? nights.refusal,
    reload: () => Promise.all([entries.reload(), whose.reload(), nights.reload()]),
  };
}
type Book = NonNullable<ReturnType<typeof useBook>['data']>;

function useSaving({ holder, entries }: Book) {
  const [told, setTold] = useState<boolean>();
  const save = (ending: 'csv' | 'json') => {
    const text = ending === 'csv' ? asCsv(entries) : asJson(holder, entries);
    const type = ending === 'csv' ? 'text/csv' : 'application/json';
    void saveText(`积分存折.${ending}`, text, type).then(setTold);
  };
  return { told, save };
}

function Bar({ onSave }: { onSave: (ending: 'csv' | 'json') => void }) {
  return (
    <ActionBar
      note={WEB ? '要存成 PDF，打印时选“另存为 PDF”。' : '手机上不能打印，请在电脑上打开；存下来的表格可以发给自己。'}
    >
      <Button icon="save" onTap={() => onSave('csv')}>
        存成表格
      </Button>
      <Button icon="save" onTap={() => onSave('json')}>
        存成数据
      </Button>
      {WEB && (
        <Button kind="primary" icon="print" onTap={() => window.print()}>
          打印
        </Button>
      )}
    </ActionBar>
  );
}

/** Where nothing is printed, a phone need not draw the sheets: what they would say in sum. */
function Summary({ entries, holder, year }: Book & { year: string | undefined }) {
  const { credited, drawn, available } = sumsUntil(entries, year);
  return (
    <Facts
      card
      items={[
        { term: '谁的', value: holder.name, ...(holder.communityName && { note: holder.communityName }) },
        { term: '哪一段', value: periodOf(entries, year) },
        { term: '累计', value: `${credited} 分` },
        { term: '换了', value: `${drawn} 分` },
        { term: '可兑换', value: `${available} 分` },
      ]}
    />
  );
}

const ALL = 'all';

function Shown({ book }: { book: Book }) {
  const [chosen, choose] = useState(ALL);
  const { told, save } = useSaving(book);
  const years = yearsOf(book.entries);
  const year = chosen === ALL ? undefined : chosen;
  const items = [{ key: ALL, word: '从第一笔起' }, ...years.map((year) => ({ key: year, word: `${year}年` }))];
  return (
    <Screen title={TITLE} actions={<Bar onSave={save} />}>
      <View className="only-screen stack">
        {told !== undefined && (
          <Alert kind={told ? 'done' : 'refused'} title={told ? '存好了。' : '这台设备不让保存，请换一台设备再试。'} />
        )}
        {years.length > 1 && <Segments label="哪一段" items={items} chosen={chosen} onChoose={choose} wrap />}
      </View>
      {WEB ? <Paper {...book} year={year} /> : <Summary {...book} year={year} />}
    </Screen>
  );
}

const NOTHING = (
  <Screen title={TITLE}>
    <EmptyState icon="book" title="存折还是新的" words="有了第一笔积分，这里就能打印。" />
  </Screen>
);
const hasEntries = ({ entries }: { entries: readonly Entry[] }) => entries.length > 0;

/** The whole passbook on A4, as a document: whose, which period, sums that add up, and what it rests on. */
export default function PassbookPrintPage() {
  const { holder } = useRouter().params;
  usePaper('A4', '12mm');
  const book = useBook(holder);
  return (
    <Answer of={book} failed="存折没能打开" screen={{ title: TITLE }}>
      {(data) => (hasEntries(data) ? <Shown book={data} /> : NOTHING)}
    </Answer>
  );
}
