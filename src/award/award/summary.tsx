import { View } from '@tarojs/components';
import { useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Heading } from '../../components/heading';
import { Icon } from '../../components/icon';
import { RefusalAlert } from '../../components/refusal-alert';
import { clock } from '../../device/clock';
import { copyText } from '../../device/copy-text';
import { namesWords } from '../../household/find/person-words';
import { numberWords } from '../../words/number';
import { aloneWords, countWords, type Item, signerWords } from './award-words';
import type { BroughtBy } from './draft';
import { wordsFor } from './handed-on';
import { type LetGo, letGoOf } from './let-go';
import type { Award } from './use-award';

interface Props {
  award: Award;
  item: Item;
}

const ORIGIN = process.env.TARO_ENV === 'h5' ? window.location.origin : undefined;

const copiedWords = (origin: string | undefined) =>
  origin ? '拷好了，发给同事，他点开就选好了。' : '名单拷好了，发给同事就行。';

function Row({ one, item, day }: { one: LetGo; item: Item; day: string }) {
  const [told, tell] = useState<boolean>();
  const origin = one.isElsewhere ? undefined : ORIGIN;
  const names = one.people.map(({ name }) => name);
  const copy = async () => tell(await copyText(wordsFor(one, item, day, origin)));
  return (
    <View className="award-let-go">
      <View className="num award-let-go-count">{one.people.length}</View>
      <View className="grow">
        <View className="strong">{one.title}</View>
        <View className="t-sub">{[namesWords(names, 2), one.next].filter(Boolean).join('，')}</View>
        {told !== undefined && (
          <View className="t-sub">{told ? copiedWords(origin) : '这台设备不让拷贝，请记下名字。'}</View>
        )}
      </View>
      {one.isForColleague && (
        <Button small onTap={() => void copy()}>
          拷给同事
        </Button>
      )}
    </View>
  );
}

/** Those who get nothing this time, each with a reason and what can be done. */
export function LetGoPanel({ award, item }: Props) {
  const { foreseen, picked, deedDate } = award;
  if (!foreseen.data) return null;
  const day = deedDate ?? businessDate(clock());
  const groups = letGoOf(foreseen.data, picked, day, !deedDate);
  const count = groups.reduce((sum, { people }) => sum + people.length, 0);
  if (count === 0) return null;
  return (
    <Card className="award-let-gos">
      <Heading level={2} size="t-title">
        {`${countWords(item.holderKind, count)}这次先不发，各有原因`}
      </Heading>
      <View className="t-sub">不用一个个取消，已经替你放开了</View>
      {groups.map((one) => (
        <Row key={one.key} one={one} item={item} day={day} />
      ))}
    </Card>
  );
}

/** What is left of a limit once it is given. */
function Left({ word, of, points }: LeftProps) {
  const left = of.leftPoints - points;
  if (left < 0) return null;
  return (
    <View className="row t-sub">
      <View className="grow">{word}</View>
      <View>{`${numberWords(left)} / ${numberWords(of.limitPoints)} 分`}</View>
    </View>
  );
}
interface LeftProps {
  word: string;
  of: { readonly limitPoints: number; readonly leftPoints: number };
  points: number;
}

/** What it comes to. */
export function Total({ award, item }: Props) {
  const { foreseen, going, isSaid } = award;
  const { data } = foreseen;
  const points = data?.postedPoints ?? going.length * item.points;
  return (
    <View className="award-total">
      <View className="award-sum">
        <View className="num award-going">{going.length}</View>
        <View>
          {isSaid
            ? `${item.holderKind === 'household' ? '户' : '人'} × ${numberWords(item.points)} 分 = ${numberWords(points)} 分`
            : '先说清楚是哪一等、多久'}
        </View>
      </View>
      {data && !data.waiting && <Left word="发完今天你还能发" of={data.giver} points={points} />}
      {data && <Left word="发完这个月你还能发" of={data.giver.month} points={points} />}
      {data?.waiting && (
        <View className="row t-sub">
          <Icon name="edit" size={20} />
          <View>{`${aloneWords(data.waiting)}，${signerWords(data)}签字后入账`}</View>
        </View>
      )}
    </View>
  );
}

/** Why it could not be foreseen. */
export function ForeseenRefusal({ award: { foreseen } }: { award: Award }) {
  return <RefusalAlert refusal={foreseen.refusal} onRetry={() => void foreseen.reload()} />;
}

const BROUGHT: Readonly<Record<BroughtBy, (count: number) => string>> = {
  before: (count) => `上次选的 ${count} 位还在，没有发`,
  register: (count) => `居民名单里选的 ${count} 位都在`,
  colleague: (count) => `同事转来的 ${count} 位选好了`,
};

/** Who was ticked before the page was left, just now in the register, or by a colleague. */
export function FromBefore({ award }: { award: Award }) {
  const { broughtBy, picked, clear } = award;
  if (!broughtBy) return null;
  return (
    <Alert kind="info" title={BROUGHT[broughtBy](picked.length)} action={{ word: '都不选了', onTap: clear }}>
      {`${namesWords(picked.map(({ name }) => name))}。接着选，或者直接发。`}
    </Alert>
  );
}
