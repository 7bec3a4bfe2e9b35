import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { BalanceHero } from '../../components/balance-hero';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { DateBlock } from '../../components/date-block';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { PointsBadge } from '../../components/points-badge';
import { SectionHeader } from '../../components/section-header';
import { SlipBoard } from '../../components/slip';
import { Tag } from '../../components/tag';
import type { HomeContent, NextActivity } from './content';
import './page.scss';

const open = (url: string) => void Taro.navigateTo({ url });
const openActivity = (id: string) => open(`/pages/activity/index?id=${encodeURIComponent(id)}`);

function Next({ activity }: { activity: NextActivity }) {
  return (
    <ListRow
      bare
      title={activity.title}
      note={activity.where}
      lead={<DateBlock word={activity.dayWord} numeral={activity.day} />}
      tag={activity.joined && <Tag kind="ok">已报名</Tag>}
      trail={<PointsBadge points={activity.points} />}
      onTap={() => openActivity(activity.id)}
    />
  );
}

function Nudge({ activityId, words }: NonNullable<HomeContent['nudge']>) {
  return (
    <Card kind="soft" className="home-nudge" onTap={() => openActivity(activityId)}>
      <View className="grow">
        <Heading level={2}>今天你积分了吗？</Heading>
        <View className="t-sub">{words}</View>
      </View>
      <Icon name="forward" size={20} />
    </Card>
  );
}

function NotNow({ words, retry }: { words: string; retry: () => void }) {
  return (
    <View className="stack">
      <View className="t-sub">{words}</View>
      <Button small icon="again" onTap={retry}>
        再看一次
      </Button>
    </View>
  );
}

function Upcoming({ next }: Pick<HomeContent, 'next'>) {
  if ('kind' in next)
    return next.kind === 'looking' ? (
      <View className="t-sub">正在看…</View>
    ) : (
      <NotNow words="这几天的活动现在没能打开，可能是网络不太稳。" retry={next.retry} />
    );
  if (next.length === 0) return <View className="t-sub">这几天还没有安排，有了会第一时间放在这里。</View>;
  return (
    <List kind="bare" label="接下来的活动">
      {next.map((activity) => (
        <Next key={activity.id} activity={activity} />
      ))}
    </List>
  );
}

/** Home as most people see it: what I have, what is on, who thanked whom. */
export function EverydayHome({ content }: { content: HomeContent }) {
  const { household, nudge, next, thanks, thanksRetry } = content;
  return (
    <View className="home-two">
      <View>
        <BalanceHero
          lifetime={content.lifetime}
          available={content.available}
          waiting={content.waiting}
          months={content.months}
          {...(household && { household: { ...household, onTap: () => open('/pages/household/index') } })}
        />
        {nudge && <Nudge {...nudge} />}
      </View>
      <View className="home-second">
        <SectionHeader
          title="接下来的活动"
          action={{ word: '全部', onTap: () => void Taro.switchTab({ url: '/pages/activities/index' }) }}
        />
        <Upcoming next={next} />
        {thanksRetry && (
          <>
            <SectionHeader title="邻居的感谢" />
            <NotNow words="邻居的感谢现在没能打开，可能是网络不太稳。" retry={thanksRetry} />
          </>
        )}
        {thanks.length > 0 && (
          <>
            <SectionHeader title="邻居的感谢" />
            <SlipBoard slips={thanks} />
          </>
        )}
      </View>
    </View>
  );
}
