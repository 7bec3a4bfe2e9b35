import { View } from '@tarojs/components';
import { MINUTE_MS } from '../../../cloudfunctions/values/dates';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { clock } from '../../device/clock';
import { goTo } from '../../ways';
import { timeWords } from '../../words/dates';
import { countWords } from '../../words/figures';
import { type Deed, useGiven } from './use-given';

const DEEDS_SHOWN = 5;
const toGiven = () => goTo('staff/given');

function Row({ deed: { title, points, who, atMs, untilMs } }: { deed: Deed }) {
  const minutes = untilMs === null ? 0 : Math.ceil((untilMs - clock()) / MINUTE_MS);
  const words = `${who} · ${timeWords(atMs)}`;
  return (
    <View className="workbench-given-row">
      <View className="grow">
        <View className="row">
          <View className="strong">{title}</View>
          <View className="jade strong">{`+${points}`}</View>
        </View>
        <View className="t-cap">{words}</View>
      </View>
      {minutes > 0 ? (
        <Button small kind="quiet" icon="again" label={`${title}，${words}`} onTap={toGiven}>
          {`撤回，还剩 ${minutes} 分钟`}
        </Button>
      ) : (
        <View className="t-cap">要改走“改正”</View>
      )}
    </View>
  );
}

/** What one gave today, and for how long it can still be taken back. */
export function GivenCard({ unitId }: { unitId: string | undefined }) {
  const asked = useGiven(unitId);
  return (
    <Card flush className="workbench-card">
      <View className="workbench-card-head">
        <Heading level={2}>今天我发的</Heading>
        <View className="t-cap">一小时内能撤回</View>
      </View>
      <Answer of={asked} failed="今天发的没能打开" rows={2}>
        {({ deeds, sum, hasMore }) => (
          <>
            <View className="workbench-sum">
              <View className="num workbench-sum-points">{countWords(sum.points)}</View>
              <View className="t-sub">
                {sum.count > 0 ? `分，${sum.deeds} 件事，${sum.count} 笔` : '分，今天还没有发'}
              </View>
            </View>
            {deeds.slice(0, DEEDS_SHOWN).map((deed) => (
              <Row key={deed.deedId} deed={deed} />
            ))}
            {(hasMore || deeds.length > DEEDS_SHOWN) && (
              <View className="workbench-given-row">
                <Button small kind="quiet" onTap={toGiven}>
                  看今天我发的全部
                </Button>
              </View>
            )}
            <View className="workbench-note t-cap">撤回也留一笔记录，本人看得到原因。</View>
          </>
        )}
      </Answer>
    </Card>
  );
}
