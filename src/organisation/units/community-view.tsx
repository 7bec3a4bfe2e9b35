import { View } from '@tarojs/components';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { Answer } from '../../components/answer';
import { Card } from '../../components/card';
import { EndOfList } from '../../components/end-of-list';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { SectionHeader } from '../../components/section-header';
import { goTo } from '../../ways';
import { fullDayWords } from '../../words/dates';
import { Drafts } from './drafts';
import './page.scss';
import { worthShort, worthWords } from '../../words/worth';

const DAYS_SHOWN = 7;
type Checkpoints = DataOf<'ledger.checkpoints'>['checkpoints'];
type Items = DataOf<'catalogue.items'>['items'];

function Days({ checkpoints }: { checkpoints: Checkpoints }) {
  if (checkpoints.length === 0) return <Card className="t-sub">还没有公布过。有了第一笔积分，当晚就会公布。</Card>;
  return (
    <List label="每晚公布的校验码">
      {checkpoints.map(({ day, leafCount, hash }) => (
        <ListRow
          key={day}
          title={fullDayWords(day)}
          note={<View className="units-hash">{hash}</View>}
          trail={<View className="strong">{`${leafCount} 笔`}</View>}
        />
      ))}
    </List>
  );
}

function Published({ items }: { items: Items }) {
  if (items.length === 0) return <Card className="t-sub">还没有公布积分项目。</Card>;
  return (
    <List label="公布的积分项目">
      {items.map((item) => (
        <ListRow
          key={item.itemId}
          title={item.name}
          note={[item.category, item.condition, worthWords(item)].filter(Boolean).join(' · ')}
          trail={<View className="jade strong">{worthShort(item)}</View>}
        />
      ))}
    </List>
  );
}

/** What a community has published, for those who look and change nothing. */
export function CommunityView({ unitId, name }: { unitId: string; name: string }) {
  const items = useWhole('catalogue.items', { unitId }, 'items');
  const nights = useRead('ledger.checkpoints', { unitId, limit: DAYS_SHOWN });
  const asked = {
    data: items.data && nights.data && { items: items.data, nights: nights.data.checkpoints },
    refusal: items.refusal ?? nights.refusal,
    reload: () => Promise.all([items.reload(), nights.reload()]),
  };
  return (
    <View>
      <Heading level={2} size="t-head">
        {name}
      </Heading>
      <List label="等你来看">
        <ListRow
          icon="shield"
          title="等另一位看"
          note="社区里没有别的同事时，请你来签字"
          onTap={() => goTo('staff/second', { unit: unitId })}
        />
      </List>
      <Drafts unitId={unitId} />
      <Answer of={asked} failed="这个社区没能打开" rows={5}>
        {(known) => (
          <>
            <SectionHeader title="每晚公布的校验码" note={`近 ${DAYS_SHOWN} 次`} />
            <Days checkpoints={known.nights} />
            <View className="units-why t-sub">
              一天的积分合成一串校验码公布出去，事后改动任何一笔，都会和它对不上。
            </View>
            <SectionHeader title="公布的积分项目" note={`${known.items.length} 件`} />
            <Published items={known.items} />
            <EndOfList />
          </>
        )}
      </Answer>
    </View>
  );
}
