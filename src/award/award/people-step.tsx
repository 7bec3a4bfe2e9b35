import { View } from '@tarojs/components';
import { useState } from 'react';
import { OLDEST_DEED_DAYS } from '../../../cloudfunctions/values/awards';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { HOLDERS_AT_ONCE } from '../../../cloudfunctions/values/limits';
import { ActionBar } from '../../components/action-bar';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Field } from '../../components/field';
import { Icon } from '../../components/icon';
import { List } from '../../components/list';
import { PersonRow } from '../../components/person-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { StepBar } from '../../components/step-bar';
import { Tappable } from '../../components/tappable';
import { clock } from '../../device/clock';
import { FoundState } from '../../household/find/found-state';
import { namesWords } from '../../household/find/person-words';
import { SearchRow } from '../../household/find/search-row';
import { dayWords, nearDayWords } from '../../words/dates';
import { countWords, giveWords, type Item } from './award-words';
import { askWords, HowMuch } from './how-much';
import { STEPS } from './steps';
import type { Award } from './use-award';

/** Up to here the button gives at once; a longer list is read through once more. */
const AT_ONCE = 10;

function DeedDate({ award }: { award: Award }) {
  const [open, setOpen] = useState(false);
  const today = businessDate(clock());
  const date = award.deedDate ?? today;
  return (
    <View className="award-when">
      <View className="row">
        <View className="t-sub">什么时候做的</View>
        <View className="grow strong">
          {date === today ? `今天 ${dayWords(today)}` : `${nearDayWords(date, today)} ${dayWords(date)}`}
        </View>
        <Button small kind="quiet" onTap={() => setOpen(!open)} label="改日期">
          {open ? '好' : '改'}
        </Button>
      </View>
      {open && (
        <Field
          label="哪一天"
          kind="date"
          value={date}
          onInput={(value) => award.setDeedDate(!value || value === today ? undefined : value)}
          hint={`可以补记 ${OLDEST_DEED_DAYS} 天以内的`}
        />
      )}
    </View>
  );
}

function Picked({ award, item }: { award: Award; item: Item }) {
  return (
    <View className="award-picked">
      {award.picked.length > 0 && (
        <List label="已选的">
          {award.picked.map((one) => (
            <PersonRow
              key={one.id}
              name={one.name}
              note={one.note}
              trail={
                <Tappable
                  className="award-out"
                  label={[`不选${one.name}`, one.note].filter(Boolean).join('，')}
                  onTap={() => award.toggle(one)}
                >
                  <Icon name="close" size={20} />
                </Tappable>
              }
            />
          ))}
        </List>
      )}
      <View className="t-sub">
        {award.picked.length === 0
          ? '点左边的名字，选好的会放在这里。'
          : award.isSaid
            ? `${countWords(item.holderKind, award.picked.length)}，一共 ${award.picked.length * item.points} 分`
            : countWords(item.holderKind, award.picked.length)}
      </View>
    </View>
  );
}

function Choices({ award }: { award: Award }) {
  const { candidates, why, picked, toggle } = award;
  const hasFamily = [...why.values()].includes('自家人');
  return (
    <>
      <List label="选人">
        {candidates.map((one) => {
          const isPicked = picked.some(({ id }) => id === one.id);
          const blocked = isPicked ? undefined : why.get(one.id);
          return (
            <PersonRow
              key={one.id}
              name={one.name}
              note={one.note}
              picked={isPicked}
              blocked={blocked}
              onTap={() => toggle(one)}
            />
          );
        })}
      </List>
      {hasFamily && (
        <View className="row award-own t-sub">
          <Icon name="info" size={20} />
          <View>自家人请别的同事来发，大家都放心。</View>
        </View>
      )}
    </>
  );
}

const SOURCES = [
  { key: 'regular', word: '常来的' },
  { key: 'recent', word: '最近发过的' },
  { key: 'all', word: '全部名单' },
] as const;

function Who({ award, item }: { award: Award; item: Item }) {
  if (item.holderKind === 'society')
    return (
      <Answer of={award.societies} failed="社团名单没能打开">
        {() => <Choices award={award} />}
      </Answer>
    );
  return (
    <View className="stack">
      <SearchRow finder={award.finder} />
      {!award.finder.searching && (
        <Segments label="从哪里选" items={SOURCES} chosen={award.source} onChoose={award.setSource} />
      )}
      {award.candidates.length > 0 && <Choices award={award} />}
      <FoundState finder={award.shown} nobody="换“全部名单”，或者在上面找名字。" />
    </View>
  );
}

function Foot({ award, item }: { award: Award; item: Item }) {
  const [checking, setChecking] = useState(false);
  const { picked } = award;
  const blocked =
    picked.length === 0
      ? '先点名字选人'
      : picked.length > HOLDERS_AT_ONCE
        ? `一次最多 ${HOLDERS_AT_ONCE} 位`
        : askWords(award, item);
  const names = picked.map(({ name }) => name);
  const give = () => void award.give();
  const word = picked.length === 0 || !award.isSaid ? '发积分' : giveWords(item, picked.length);
  return (
    <>
      <Dialog
        title="再看一遍名单"
        open={checking}
        onClose={() => setChecking(false)}
        actions={
          <Button kind="primary" wide busy={award.busy} onTap={give}>
            {word}
          </Button>
        }
      >
        <View>{names.join('、')}</View>
      </Dialog>
      <ActionBar
        note={
          picked.length > 0 && (
            <>
              <View className="strong">{`已选 ${countWords(item.holderKind, picked.length)}`}</View>
              <View className="t-sub">{namesWords(names)}</View>
            </>
          )
        }
      >
        <Button
          kind="primary"
          busy={award.busy}
          blocked={blocked}
          onTap={picked.length > AT_ONCE ? () => setChecking(true) : give}
        >
          {word}
        </Button>
      </ActionBar>
    </>
  );
}

/** Who: one tap a person, and the button at the thumb gives it. */
export function PeopleStep({ award, item, onBack }: { award: Award; item: Item; onBack: (() => void) | undefined }) {
  return (
    <Screen
      title={award.isSaid ? `${item.name} +${item.points}` : item.name}
      shell="staff"
      onBack={onBack}
      actions={<Foot award={award} item={item} />}
    >
      <StepBar steps={STEPS} current={1} />
      <RefusalAlert refusal={award.refusal} onRetry={() => void award.give()} />
      <View className="columns">
        <View className="award-side">
          <DeedDate award={award} />
          {item.condition !== '' && <View className="t-sub">{`条件：${item.condition}`}</View>}
          <HowMuch award={award} item={item} />
          <Picked award={award} item={item} />
        </View>
        <View className="award-who">
          <Who award={award} item={item} />
        </View>
      </View>
    </Screen>
  );
}
