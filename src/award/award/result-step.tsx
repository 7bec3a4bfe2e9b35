import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Change } from '../../components/change';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { PersonRow } from '../../components/person-row';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { StepBar } from '../../components/step-bar';
import { TreeRings } from '../../components/tree-rings';
import { clock } from '../../device/clock';
import { replaceBy } from '../../ways';
import { dayWords } from '../../words/dates';
import { numberWords } from '../../words/number';
import {
  aloneWords,
  type Code,
  countWords,
  type Given,
  type Item,
  noneWords,
  outcomeWords,
  pickedWords,
  whyWords,
} from './award-words';
import { STEPS } from './steps';
import { LetGoPanel } from './summary';
import type { Award } from './use-award';

interface Props {
  award: Award;
  item: Item;
  given: Given;
}

function Thanks({ award, item, given }: Props) {
  const isEven = given.postedPoints === given.postedCount * given.points; // a ceiling may have cut points for time
  const many =
    given.postedCount > 1 && isEven
      ? `，每${item.holderKind === 'household' ? '户' : '人'} ${numberWords(given.points)} 分`
      : '';
  return (
    <Card kind="raised" className="award-thanks">
      <TreeRings months={[3, 4, 3, 5, 4, 6]} newest="grow" className="award-rings" />
      <View className="t-sub">{`谢谢 ${countWords(item.holderKind, given.postedCount)}做了`}</View>
      <Heading level={2} size="t-head">
        {given.itemName}
      </Heading>
      <View className="award-sum">
        <View className="num award-number">{numberWords(given.postedPoints)}</View>
        <View className="jade">分</View>
        <View className="t-sub">{`${countWords(item.holderKind, given.postedCount)}${many}`}</View>
      </View>
      <View className="t-sub">
        {`${award.deedDate && award.deedDate !== businessDate(clock()) ? `${dayWords(award.deedDate)}做的，` : ''}已经入账，存折里能看到。`}
      </View>
    </Card>
  );
}

const sumOfWaiting = (count: number, points: number) =>
  count === 1
    ? `${numberWords(points)} 分`
    : `${count} 位 × ${numberWords(points)} 分 = ${numberWords(count * points)} 分`;

/** Above what one gives alone: it is not lost, and not there yet. */
function Waits({ given }: { given: Given }) {
  const waiting = given.results.filter(({ outcome }) => outcome.state === 'waiting');
  if (!given.waiting) return null;
  return (
    <Alert title={`${waiting.length} 位的积分等另一位同事签字`}>
      {`${aloneWords(given.waiting)}，要两个人同意：${sumOfWaiting(waiting.length, given.points)}。签了字马上入账，不用再发一遍。没有别的同事，就请上一级的主管签。`}
    </Alert>
  );
}

function Nobody({ codes }: { codes: readonly Code[] }) {
  const { what, next } = noneWords(codes);
  return <Alert title={what}>{next}</Alert>;
}

/** 发了 2 位；2 位等签字 */
const sentWords = ({ waiting, postedCount, results }: Given) =>
  waiting
    ? `${results.filter(({ outcome }) => outcome.state === 'waiting').length} 位等签字`
    : `发了 ${postedCount} 位`;

/** Who got it, and who not and why; thanks first. */
export function ResultStep({ award, item, given }: Props) {
  const named = new Map(award.picked.map((one) => [one.id, one]));
  const posted = given.results.flatMap(({ holder, outcome }) =>
    outcome.state === 'posted' ? [{ one: named.get(holder.id), holder, outcome }] : [],
  );
  const isGoing = new Set(award.going.map(({ id }) => id)); // the others stand in the panel of those let go
  const refused = given.results.flatMap(({ holder, outcome }) =>
    outcome.state === 'refused' && isGoing.has(holder.id) ? [{ one: named.get(holder.id), holder, outcome }] : [],
  );
  return (
    <Screen
      title={given.waiting ? '等另一位签字' : outcomeWords(item.holderKind, posted.length, refused.length)}
      shell="staff"
      back="close"
      onBack={() => replaceBy('staff/workbench')}
      actions={
        <ActionBar>
          <Button onTap={() => replaceBy('staff/workbench')}>回工作台</Button>
          <Button kind="primary" onTap={() => award.choose(undefined)}>
            再发一件
          </Button>
        </ActionBar>
      }
    >
      <Waits given={given} />
      {posted.length > 0 || given.waiting ? (
        <StepBar
          steps={STEPS}
          current={STEPS.length}
          chosen={[item.name, pickedWords(item.holderKind, award.picked.length), sentWords(given)]}
        />
      ) : (
        <Nobody codes={refused.map(({ outcome }) => outcome.code)} />
      )}
      <View className="columns">
        <View>
          {posted.length > 0 && <Thanks award={award} item={item} given={given} />}
          {posted.length > 0 && (
            <>
              <SectionHeader title="记给了" note="累计积分" />
              <List label="记给了">
                {posted.map(({ one, holder, outcome }) => (
                  <PersonRow
                    key={holder.id}
                    name={one?.name ?? ''}
                    trail={<Change from={outcome.before.lifetime} to={outcome.after.lifetime} />}
                  />
                ))}
              </List>
            </>
          )}
        </View>
        {(refused.length > 0 || award.picked.length > award.going.length) && (
          <View className="stack">
            <LetGoPanel award={award} item={item} />
            {refused.length > 0 && (
              <>
                <SectionHeader title="没有再记的" note={`${refused.length} 位`} />
                <List label="没有再记的">
                  {refused.map(({ one, holder, outcome }) => (
                    <PersonRow
                      key={holder.id}
                      name={one?.name ?? ''}
                      note={one?.note ?? ''}
                      blocked={whyWords(outcome.code, outcome.cap, !award.deedDate, outcome.leftPoints)}
                    />
                  ))}
                </List>
              </>
            )}
          </View>
        )}
      </View>
    </Screen>
  );
}
