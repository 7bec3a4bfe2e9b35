import { View } from '@tarojs/components';
import type { WithoutPoints } from '../../../cloudfunctions/values/participation';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { Answer } from '../../components/answer';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { goTo } from '../../ways';
import { dayWords, fullDayWords, monthWords } from '../../words/dates';
import { countWords } from '../../words/figures';
import { Drafts } from './drafts';
import { Fold } from './fold';
import { Books, Rules } from './published';
import { rateWords, shareWords } from './rate';
import type { CountedUnit } from './use-units';

type Community = DataOf<'oversight.community'>;

const BECAUSE: Readonly<Record<WithoutPoints, string>> = {
  newcomer: '登记还不满一个月',
  movedIn: '搬来不满半年',
  outOfReach: '没绑微信，也没领卡',
  oldAlone: '老人一个人住',
  earlier: '以前有过，这个月还没有',
  other: '其他',
};

/** What a community can do for them, with what there is. */
const WOULD_HELP: Readonly<Record<WithoutPoints, string>> = {
  newcomer: '请网格员上门认识一下，讲讲做什么有积分，发一张家庭积分卡',
  movedIn: '租房的、刚落脚的一样能积分；请邻居带着参加一次附近的活动',
  outOfReach: '上门发家庭积分卡，没有手机也能积分；愿意用微信的，当面帮着绑定',
  oldAlone: '请一位邻居做帮手，上门看望时扫卡帮着记，能做多少做多少',
  earlier: '问问是不是忙不开，或者做了没记上；补记还来得及',
  other: '看看活动的时间、地点他们方不方便，换个时间再请一次',
};

function Lines({ title, rows }: { title: string; rows: readonly { word: string; value: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <View>
      <Heading level={3} size="t-sub" className="units-lines-title">
        {title}
      </Heading>
      {rows.map(({ word, value }) => (
        <View key={word} className="units-lines-row">
          <View className="grow">{word}</View>
          <View className="strong">{value}</View>
        </View>
      ))}
    </View>
  );
}

/** Who has no points yet, by what is known of them and then by what would help; said of the month and of nobody by name. */
function Quiet({ of: { counted, withoutPoints } }: { of: Community }) {
  const { withPoints, onRoster } = counted.households;
  const homes = countWords(onRoster - withPoints);
  return (
    <>
      <Lines
        title={`${monthWords(counted.month)}还没有积分的 ${homes} 户`}
        rows={withoutPoints.map(({ because, households }) => ({
          word: BECAUSE[because],
          value: `${countWords(households)} 户`,
        }))}
      />
      {withoutPoints.length > 0 && (
        <Fold icon="heart" words={`看怎么帮上这 ${homes} 户`}>
          {() => (
            <List label="怎么帮上他们" kind="bare">
              {withoutPoints.map(({ because }) => (
                <ListRow key={because} title={BECAUSE[because]} note={WOULD_HELP[because]} />
              ))}
            </List>
          )}
        </Fold>
      )}
    </>
  );
}

function Deeds({ of: { counted, categories, otherCategories: others } }: { of: Community }) {
  const rows = categories.map(({ category, personTimes }) => ({ word: category, value: countWords(personTimes) }));
  const rest = others.count > 0 ? [{ word: `其他 ${others.count} 类`, value: countWords(others.personTimes) }] : [];
  return <Lines title={`做了哪些好事，${countWords(counted.personTimes)} 人次`} rows={[...rows, ...rest]} />;
}

function Figures({ of }: { of: Community }) {
  const { households, people, until } = of.counted;
  return (
    <>
      <View className="num units-rate-big jade">{rateWords(households)}</View>
      <View className="t-sub">{`家庭参与率：${shareWords(households, '户')}`}</View>
      <View className="t-sub">{`居民参与率 ${rateWords(people)}：${shareWords(people, '人')}`}</View>
      <View className="t-cap">{`算到 ${fullDayWords(until)}`}</View>
      <Quiet of={of} />
      <Deeds of={of} />
    </>
  );
}

interface Props {
  unit: Pick<CountedUnit, 'unitId' | 'name' | 'above' | 'startedOn'>;
  monthsBack: number;
}

/** One community in a month: who took part, who has not yet, what was done; the books folded away below. */
export function CommunityView({ unit: { unitId, name, above, startedOn }, monthsBack }: Props) {
  const asked = useRead('oversight.community', { unitId, monthsBack });
  const about = [above, startedOn ? `${dayWords(startedOn)}开始` : '还没有开始'].filter(Boolean).join(' · ');
  return (
    <View className="stack">
      <Card className="units-pane">
        <Heading level={2} size="t-title">
          {name}
        </Heading>
        <View className="t-cap">{about}</View>
        <Answer of={asked} failed="这个社区没能打开" rows={5}>
          {(community) => <Figures of={community} />}
        </Answer>
        <Books unitId={unitId} />
        <Rules unitId={unitId} />
      </Card>
      <List label="等你来看">
        <ListRow
          icon="shield"
          title="等另一位看"
          note="社区里没有别的同事时，请你来签字"
          onTap={() => goTo('staff/second', { unit: unitId })}
        />
      </List>
      <Drafts unitId={unitId} />
    </View>
  );
}
