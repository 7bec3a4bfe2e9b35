import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActionBar } from '../components/action-bar';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { Change } from '../components/change';
import { Dialog } from '../components/dialog';
import { Facts } from '../components/facts';
import { FitList } from '../components/fit-list';
import { Heading } from '../components/heading';
import { EmptyState, ErrorState } from '../components/page-state';
import { PassbookMonth } from '../components/passbook-month';
import { RewardRow } from '../components/reward-row';
import { Screen } from '../components/screen';
import { Segments } from '../components/segments';
import { TreeRings } from '../components/tree-rings';
import { VoucherCard } from '../components/voucher-card';
import { HomeView } from '../home/home/home-view';
import * as samples from './samples';

const stay = () => {};

function Thanks() {
  return (
    <Screen title="签到成功" bar="bare" back="close">
      <View className="gallery-thanks">
        <View className="t-title">谢谢你参加了</View>
        <View className="gallery-deed">清洁家园</View>
        <View className="gallery-grove">
          <TreeRings months={samples.months} pith={44} newest="grow" className="gallery-grove-rings" />
          <View className="num gallery-plus">+5</View>
        </View>
        <View>你和 26 位邻居一起，把三号院的绿地收拾干净了。</View>
      </View>
      <Facts
        card
        items={[
          { term: '累计积分', value: <Change from={321} to={326} /> },
          { term: '可兑换', value: <Change from={181} to={186} /> },
        ]}
      />
      <View className="stack gallery-gap">
        <Button kind="primary" wide onTap={stay}>
          好的
        </Button>
        <Button kind="quiet" wide onTap={stay}>
          看看存折里的这一笔
        </Button>
      </View>
    </Screen>
  );
}

function Rewards() {
  const [chosen, choose] = useState('all');
  return (
    <Screen title="兑换" tab="rewards">
      <Segments
        label="奖励种类"
        chosen={chosen}
        onChoose={choose}
        items={[
          { key: 'all', word: '全部' },
          { key: 'health', word: '看病体检' },
          { key: 'book', word: '看书健身' },
          { key: 'school', word: '孩子托管' },
        ]}
      />
      <RewardRow
        icon="health-card"
        title="健康服务卡"
        note="量血压、测血糖，全年 12 次"
        cost={120}
        state={{ kind: 'enough', words: '够了，可以兑换' }}
        stock="还剩 12 张"
        onTap={stay}
      />
      <RewardRow
        icon="school"
        title="免费校内托管"
        note="一名孩子，一个月"
        cost={240}
        state={{ kind: 'missing', have: 186, words: '还差 54 分，全家合起来够' }}
        stock="剩 5 个"
        onTap={stay}
      />
      <RewardRow
        icon="health-check"
        title="免费体检"
        cost={80}
        state={{ kind: 'held', words: '今年的一张已在你手里' }}
        stock="剩 8 张"
        onTap={stay}
      />
      <Card className="gallery-gap">
        <FitList
          items={[
            { met: true, words: '满 60 岁的浏河社区居民' },
            { met: false, words: '累计积分要到 400 分', next: '再参加 15 次清洁家园就到了' },
          ]}
        />
      </Card>
    </Screen>
  );
}

function Voucher() {
  return (
    <Screen
      title="我的兑换券"
      actions={
        <ActionBar>
          <Button kind="primary" icon="bright" onTap={stay}>
            屏幕调亮，给服务台看
          </Button>
        </ActionBar>
      }
    >
      <VoucherCard
        title="免费体检"
        who="李＊芳 · 1 人 1 次"
        state="usable"
        code="KF7 3Q2"
        qrText="https://example.org/v/Zk2mQ9xT4bW8pLr7"
      >
        <Facts
          ruled={false}
          items={[
            { term: '有效期', value: '到 2026年12月31日', note: '还有 54 天' },
            { term: '地点', value: '浏河社区卫生服务中心', note: '浏河路 8 号，早上空腹去' },
          ]}
        />
      </VoucherCard>
    </Screen>
  );
}

function Passbook() {
  const [open, setOpen] = useState(false);
  return (
    <Screen title="积分存折">
      <PassbookMonth title="2026年11月" sum="入账 +9，改正 −3" lines={samples.november} />
      <PassbookMonth title="2026年10月" sum="入账 +14，兑换 80" lines={samples.october} />
      <View className="gallery-gap">
        <Button wide icon="print" onTap={() => setOpen(true)}>
          看回执
        </Button>
      </View>
      <Dialog
        title="积分回执"
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button onTap={stay}>怎样自己核对</Button>
            <Button kind="primary" icon="save" onTap={stay}>
              保存回执
            </Button>
          </>
        }
      >
        <Heading level={3} size="t-head">
          清洁家园
        </Heading>
        <Facts
          items={[
            { term: '怎么来的', value: '现场扫码签到', note: '王敏主持，三号院绿地' },
            { term: '回执编号', value: 'LH-2026-004817' },
          ]}
        />
      </Dialog>
    </Screen>
  );
}

function Empty() {
  return (
    <Screen title="我的兑换券">
      <EmptyState
        icon="ticket"
        title="还没有兑换券"
        words="你的积分够换 3 样东西了。换好的券会放在这里。"
        action={{ word: '去看看能换什么', onTap: stay }}
      />
    </Screen>
  );
}

function Failed() {
  return (
    <Screen title="活动" tab="activities">
      <ErrorState
        title="活动没能打开"
        onRetry={stay}
        help={{ word: '打给网格员小王', icon: 'phone', onTap: stay }}
        trace="7D2-418"
      />
    </Screen>
  );
}

export const residentParts = {
  home: () => <HomeView state={{ kind: 'ready', content: samples.home }} />,
  loading: () => <HomeView state={{ kind: 'loading' }} />,
  thanks: Thanks,
  rewards: Rewards,
  voucher: Voucher,
  passbook: Passbook,
  empty: Empty,
  failed: Failed,
};
