import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../components/button';
import { Card } from '../components/card';
import { Checkbox } from '../components/checkbox';
import { EndOfList } from '../components/end-of-list';
import { Field } from '../components/field';
import { Icon } from '../components/icon';
import { iconNames } from '../components/icon/names';
import { PointsBadge } from '../components/points-badge';
import { Screen } from '../components/screen';
import { SectionHeader } from '../components/section-header';
import { Segments } from '../components/segments';
import { Skeleton } from '../components/skeleton';
import { Tag } from '../components/tag';
import { WeekStrip } from '../components/week-strip';

const stay = () => {};
const week = ['今天', '日', '一', '二', '三', '四', '五'].map((word, i) => ({
  date: `2026-11-${String(7 + i).padStart(2, '0')}`,
  word,
  count: [2, 1, 0, 1, 1, 0, 2][i] ?? 0,
}));

function Writing() {
  const [name, setName] = useState('李桂芳');
  const [code, setCode] = useState('');
  const [words, setWords] = useState('没带手机也记上了，谢谢三位老邻居！');
  const [agreed, agree] = useState(true);
  return (
    <View className="stack">
      <Field label="姓名" value={name} onInput={setName} hint="和身份证上一样；只用来核对是不是本人。" />
      <Field
        label="工作人员给的六位数"
        kind="code"
        value={code}
        onInput={setCode}
        example="例如 384 021"
        error="还少两位数，请再看一眼"
      />
      <Field label="带一句话给他们（不写也行）" kind="lines" value={words} onInput={setWords} />
      <Checkbox
        words="我同意社区用这些资料核对身份"
        note="随时可以在“数据与隐私”里收回。"
        checked={agreed}
        onChange={agree}
      />
      <Checkbox words="关怀模式" role="switch" checked={!agreed} onChange={(on) => agree(!on)} />
    </View>
  );
}

export function Pieces() {
  const [day, setDay] = useState('2026-11-07');
  const [kind, setKind] = useState('a');
  return (
    <Screen title="全部零件" tab="activities" lead="给做页面的人看">
      <WeekStrip days={week} chosen={day} onChoose={setDay} />
      <SectionHeader title="标签" note="总有字" />
      <View className="row gallery-wrap">
        <Tag>不用报名</Tag>
        <Tag kind="ok">已报名</Tag>
        <Tag kind="wait">公示中</Tag>
        <Tag kind="gold">积分之星</Tag>
        <Tag kind="bad">超期</Tag>
      </View>
      <View className="row gallery-wrap gallery-gap">
        <PointsBadge points={5} />
        <PointsBadge points={10} kind="waiting" />
        <PointsBadge points={3} kind="correction" />
        <PointsBadge points={80} kind="held" />
        <PointsBadge points={80} kind="returned" />
      </View>
      <SectionHeader title="按钮" />
      <View className="stack">
        <Button kind="primary" wide onTap={stay}>
          用 120 分兑换
        </Button>
        <Button wide busy onTap={stay}>
          正在发
        </Button>
        <Button wide blocked="还差 54 分，再参加几次活动就够了" onTap={stay}>
          用 240 分兑换
        </Button>
        <View className="row gallery-wrap">
          <Button small icon="place" onTap={stay}>
            怎么走
          </Button>
          <Button small kind="quiet" onTap={stay}>
            不是本人
          </Button>
          <Button small kind="danger" onTap={stay}>
            退回积分
          </Button>
        </View>
      </View>
      <SectionHeader title="写字" />
      <Writing />
      <SectionHeader title="种类" />
      <Segments
        wrap
        label="种类"
        chosen={kind}
        onChoose={setKind}
        items={['环境卫生', '邻里互助', '平安巡逻', '孝老爱亲'].map((word, i) => ({ key: 'abcd'[i] ?? 'a', word }))}
      />
      <SectionHeader title="图标" />
      <Card className="row gallery-wrap">
        {iconNames.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </Card>
      <SectionHeader title="正在打开" />
      <Skeleton rows={2} />
      <EndOfList>就这 8 件了，辛苦。</EndOfList>
    </Screen>
  );
}
