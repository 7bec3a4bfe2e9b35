import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { usePages } from '../../api/use-pages';
import { useWrite } from '../../api/use-write';
import { List } from '../../components/list';
import { ListPage } from '../../components/list-page';
import { ListRow } from '../../components/list-row';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Tag } from '../../components/tag';
import { Gate } from '../../session/gate';
import { goTo } from '../../ways';
import { fullDayWords } from '../../words/dates';
import { type Coming, comingWords, type Item, itemWords } from './words';

const SCREEN = { title: '消息' } as const;
const NOTHING = {
  icon: 'bell',
  title: '还没有消息',
  words: '有人改了你家的登记、家里人绑定了手机，都会在这里告诉你。',
} as const;

const isNewTag = (isNew: boolean) => isNew && <Tag kind="ok">新</Tag>;

/** What can be seen of it, or done about it; a line that leads nowhere is not tapped. */
function follow(leadsTo: Item['leadsTo']): { onTap?: () => void } {
  if (!leadsTo) return {};
  if (leadsTo.what === 'passbook') return { onTap: () => goTo('pages/passbook', { holder: leadsTo.holderId }) };
  return { onTap: () => goTo(leadsTo.what === 'naming' ? 'pages/settings' : 'pages/household') };
}

/** In one list: WeChat draws of it what is near the screen. */
function Part({ title, rows }: { title: string; rows: readonly ReactNode[] }) {
  if (rows.length === 0) return null;
  return (
    <>
      <SectionHeader title={title} />
      <List label={title}>{rows}</List>
    </>
  );
}

function soonRow(one: Coming) {
  const { title, note } = comingWords(one);
  return (
    <ListRow
      key={`${one.residentId} ${one.what}`}
      icon="calendar"
      title={title}
      note={`${fullDayWords(one.on)}。${note}`}
      tag={isNewTag(one.isNew)}
      {...follow(one.leadsTo)}
    />
  );
}

function toldRow(item: Item) {
  const { title, note } = itemWords(item);
  return (
    <ListRow
      key={item.newsId}
      icon={item.binding ? 'phone' : 'edit'}
      title={title}
      note={note}
      tag={isNewTag(item.isNew)}
      {...follow(item.leadsTo)}
    />
  );
}

/** What one is told, the newest first. Once shown it is no longer new, and stays. */
function Inbox() {
  const { pages, ready, ...list } = usePages('household.news', { limit: 10 });
  const { run } = useWrite('household.seeNews');
  const [first] = pages;
  const upToMs = ready && first && first.unseen > 0 ? first.upToMs : null;
  useEffect(() => {
    if (upToMs !== null) void run({ upToMs });
  }, [upToMs, run]);
  const coming = first?.comingUp ?? [];
  const items = pages.flatMap(({ news }) => news);
  const rows = [...coming, ...items];
  return (
    <ListPage of={{ ...list, data: ready ? rows : undefined }} failed="消息没能打开" rows={4} empty={NOTHING}>
      {() => (
        <>
          <Part title="快到的日子" rows={coming.map(soonRow)} />
          <Part title="改了什么" rows={items.map(toldRow)} />
          <View className="t-sub">消息都在这里，一条不少。觉得哪一条不对，请找网格员改。</View>
        </>
      )}
    </ListPage>
  );
}

export default function InboxPage() {
  return (
    <Screen {...SCREEN}>
      <Gate who="resident" title="还没有加入家庭户" words="绑定以后，谁改了你家的登记，这里都会告诉你。" rows={4}>
        {() => <Inbox />}
      </Gate>
    </Screen>
  );
}
