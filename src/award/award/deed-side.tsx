import { View } from '@tarojs/components';
import { useState } from 'react';
import { OLDEST_DEED_DAYS } from '../../../cloudfunctions/values/awards';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { SENTENCE_MAX } from '../../../cloudfunctions/values/limits';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { clock } from '../../device/clock';
import { dayWords, nearDayWords } from '../../words/dates';
import type { Item } from './award-words';
import { HowMuch } from './how-much';
import type { Award } from './use-award';

/** The day as it is said: 今天 11月6日 */
export function deedDayWords(deedDate: string | undefined): string {
  const today = businessDate(clock());
  const date = deedDate ?? today;
  return date === today ? `今天 ${dayWords(today)}` : `${nearDayWords(date, today)} ${dayWords(date)}`;
}

function DeedDate({ award }: { award: Award }) {
  const [open, setOpen] = useState(false);
  const today = businessDate(clock());
  return (
    <View className="award-when">
      <View className="row">
        <View className="t-sub">什么时候做的</View>
        <View className="grow strong">{deedDayWords(award.deedDate)}</View>
        <Button small kind="quiet" onTap={() => setOpen(!open)} label="改日期">
          {open ? '好' : '改'}
        </Button>
      </View>
      {open && (
        <Field
          label="哪一天"
          kind="date"
          value={award.deedDate ?? today}
          onInput={(value) => award.setDeedDate(!value || value === today ? undefined : value)}
          hint={`可以补记 ${OLDEST_DEED_DAYS} 天以内的`}
        />
      )}
    </View>
  );
}

/** What the item asks as evidence: in words, or by giving it at the activity itself. */
function Evidence({ award, item }: { award: Award; item: Item }) {
  if (item.evidence === '') return null;
  if (!award.asksEvidence)
    return <View className="t-sub">{`凭据：${item.evidence}。你在这里发，就是你看见他来了。`}</View>;
  return (
    <Field
      label="凭什么"
      value={award.evidence}
      onInput={award.setEvidence}
      maxLength={SENTENCE_MAX}
      example="例如：两家都签了字，单子在居委会"
      hint={`这一项要有：${item.evidence}。写一句就行，照片和签字自己留好`}
    />
  );
}

/** When, how much, and what shows it. */
export function DeedSide({ award, item }: { award: Award; item: Item }) {
  return (
    <>
      <DeedDate award={award} />
      {item.condition !== '' && <View className="t-sub">{`条件：${item.condition}`}</View>}
      <HowMuch award={award} item={item} />
      <Evidence award={award} item={item} />
    </>
  );
}
