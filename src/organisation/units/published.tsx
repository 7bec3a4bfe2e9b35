import { View } from '@tarojs/components';
import { addDays, businessDate } from '../../../cloudfunctions/values/dates';
import { useRead } from '../../api/use-read';
import { useWhole } from '../../api/use-whole';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { clock } from '../../device/clock';
import { goTo } from '../../ways';
import { dayWords, fullDayWords } from '../../words/dates';
import { worthShort, worthWords } from '../../words/worth';
import { Fold } from './fold';

const DAYS_SHOWN = 7;

function Days({ unitId }: { unitId: string }) {
  const asked = useRead('ledger.checkpoints', { unitId, limit: DAYS_SHOWN });
  return (
    <Answer of={asked} failed="校验码没能打开" rows={3}>
      {({ checkpoints }) => (
        <>
          <View className="t-sub">一天的积分合成一串校验码公布出去，事后改动任何一笔，都会和它对不上。</View>
          <List label="每晚公布的校验码" kind="bare">
            {checkpoints.map(({ day, leafCount, hash }) => (
              <ListRow
                key={day}
                title={fullDayWords(day)}
                note={<View className="units-hash">{hash}</View>}
                trail={<View className="strong">{`${leafCount} 笔`}</View>}
              />
            ))}
          </List>
          <Button kind="quiet" onTap={() => goTo('pages/countersign', { unit: unitId })}>
            监督委员会也签了哪几天
          </Button>
        </>
      )}
    </Answer>
  );
}

/** Up to which day the books are signed; the codes themselves only where somebody wants them. */
export function Books({ unitId }: { unitId: string }) {
  const { data } = useRead('ledger.nights', { limit: 1 });
  const last = data?.heads[0]?.day;
  if (!last) return null;
  const isLastNight = last >= addDays(businessDate(clock()), -1);
  return (
    <Fold icon="shield" words={isLastNight ? '账本昨晚签过字，公布了' : `账本签字公布到 ${dayWords(last)}`}>
      {() => <Days unitId={unitId} />}
    </Fold>
  );
}

function Items({ unitId }: { unitId: string }) {
  const { data, refusal, reload } = useWhole('catalogue.items', { unitId }, 'items');
  return (
    <Answer of={{ data, refusal, reload }} failed="积分项目没能打开" rows={3}>
      {(items) =>
        items.length === 0 ? (
          <View className="t-sub">还没有公布积分项目。</View>
        ) : (
          <List label="公布的积分项目" kind="bare">
            {items.map((item) => (
              <ListRow
                key={item.itemId}
                title={item.name}
                note={[item.category, item.condition, worthWords(item)].filter(Boolean).join(' · ')}
                trail={<View className="jade strong">{worthShort(item)}</View>}
              />
            ))}
          </List>
        )
      }
    </Answer>
  );
}

export function Rules({ unitId }: { unitId: string }) {
  return (
    <Fold icon="book" words="公布的积分项目">
      {() => <Items unitId={unitId} />}
    </Fold>
  );
}
