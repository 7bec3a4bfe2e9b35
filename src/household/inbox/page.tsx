import { View } from '@tarojs/components';
import { type ReactNode, useEffect, useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { groupedBy } from '../../../cloudfunctions/values/grouped-by';
import { usePages } from '../../api/use-pages';
import { useWrite } from '../../api/use-write';
import { Icon } from '../../components/icon';
import type { IconName } from '../../components/icon/names';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { ListRow } from '../../components/list-row';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { Tag } from '../../components/tag';
import { Windowed } from '../../components/windowed';
import { cut } from '../../components/windowed/cut';
import { clock } from '../../device/clock';
import { Gate } from '../../session/gate';
import { goTo } from '../../ways';
import { dayWords } from '../../words/dates';
import { iconOf } from './icons';
import { type Coming, comingWords, groupWords, type Item, itemWords, whenWords } from './words';

const SCREEN = { title: '消息' } as const;
const NOTHING = {
  icon: 'bell',
  title: '还没有消息',
  words: '有人改了你家的登记、家里人绑定了手机，都会在这里告诉你。',
} as const;

/** So many rows of a part come and go together. */
const ROWS_A_PIECE = 4;

interface Part {
  title: string;
  rows: readonly ReactNode[];
}

/** All parts in one window: WeChat draws of them what is near the screen. */
function Parts({ parts }: { parts: readonly Part[] }) {
  const pieces = parts.flatMap(({ title, rows }) =>
    cut(rows, ROWS_A_PIECE).map((of, nth) => ({ key: `${title} ${nth}`, title, of, isFirst: nth === 0 })),
  );
  return (
    <Windowed each={1} rowsOf={pieces.map(({ of }) => of.length)}>
      {pieces.map(({ key, title, of, isFirst }) => (
        <View key={key}>
          {isFirst && <SectionHeader title={title} />}
          <List label={title}>{of}</List>
        </View>
      ))}
    </Windowed>
  );
}

/** What can be seen of it, or done about it; a line that leads nowhere is not tapped. */
function follow(leadsTo: Item['leadsTo']): { onTap?: () => void } {
  if (!leadsTo) return {};
  if (leadsTo.what === 'passbook') return { onTap: () => goTo('pages/passbook', { holder: leadsTo.holderId }) };
  if (leadsTo.what === 'ward') return { onTap: () => goTo('pages/ward', { id: leadsTo.holderId }) };
  return { onTap: () => goTo(leadsTo.what === 'naming' ? 'pages/settings' : 'pages/household') };
}

interface Told extends Pick<Item, 'leadsTo' | 'isNew'> {
  id: string;
  icon: IconName;
  words: { title: string; note: string };
  when: string;
}

/** What is new has its tile in colour, and the word. */
function toldRow({ id, icon, leadsTo, words, when, isNew }: Told) {
  return (
    <ListRow
      key={id}
      lead={
        <View className={isNew ? 'tile' : 'tile tile-plain'}>
          <Icon name={icon} />
        </View>
      }
      {...words}
      tag={isNew && <Tag kind="new">新</Tag>}
      when={when}
      {...follow(leadsTo)}
    />
  );
}

const comingRow = (one: Coming) =>
  toldRow({
    ...{ id: `${one.residentId} ${one.what}`, icon: 'calendar', leadsTo: one.leadsTo, isNew: one.isNew },
    ...{ words: comingWords(one), when: dayWords(one.on) },
  });
const itemRow = (item: Item, today: string) =>
  toldRow({
    ...{ id: item.newsId, icon: iconOf(item), leadsTo: item.leadsTo, isNew: item.isNew },
    ...{ words: itemWords(item), when: whenWords(item.atMs, today) },
  });

const PARTS = ['all', 'coming', 'done'] as const;
const PART_WORDS = { all: '全部', coming: '快到的日子', done: '改了什么' } as const;

/** What one is told, the newest first. Once shown it is no longer new, and stays. */
function Inbox() {
  const { pages, ready, ...list } = usePages('household.news', { limit: 10 });
  const { run } = useWrite('household.seeNews');
  const [part, choose] = useState<(typeof PARTS)[number]>('all');
  const [first] = pages;
  const upToMs = ready && first && first.unseen > 0 ? first.upToMs : null;
  useEffect(() => {
    if (upToMs !== null) void run({ upToMs });
  }, [upToMs, run]);
  const today = businessDate(clock());
  const coming = first?.comingUp ?? [];
  const items = pages.flatMap(({ news }) => news);
  const hasBoth = coming.length > 0 && items.length > 0;
  const shown = hasBoth ? part : 'all';
  const soon = shown === 'done' ? [] : coming;
  const done = shown === 'coming' ? [] : items;
  const whole = { ...list, data: ready ? [...soon, ...done] : undefined };
  return (
    <ListPage
      of={shown === 'coming' ? { ...whole, hasMore: false } : whole}
      failed="消息没能打开"
      rows={4}
      empty={NOTHING}
      end="消息都在这里，一条不少。哪条不对，找网格员改。"
    >
      {() => (
        <>
          {hasBoth && (
            <Segments
              label="看哪些消息"
              items={PARTS.map((key) => ({
                ...{ key, word: PART_WORDS[key] },
                ...(key === 'coming' && { count: coming.length }),
              }))}
              chosen={shown}
              onChoose={choose}
            />
          )}
          <Parts
            parts={[
              { title: PART_WORDS.coming, rows: soon.map(comingRow) },
              ...[...groupedBy(done, ({ atMs }) => groupWords(atMs, today))].map(([title, some]) => ({
                title,
                rows: some.map((item) => itemRow(item, today)),
              })),
            ]}
          />
        </>
      )}
    </ListPage>
  );
}

export default function InboxPage() {
  return (
    <Screen {...SCREEN}>
      <Gate who="person" title="还没有加入家庭户" words="绑定以后，谁改了你家的登记，这里都会告诉你。" rows={4}>
        {() => <Inbox />}
      </Gate>
    </Screen>
  );
}
