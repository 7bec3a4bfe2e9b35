import { View } from '@tarojs/components';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { PersonRow } from '../../components/person-row';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Skeleton } from '../../components/skeleton';
import { StepBar } from '../../components/step-bar';
import { numberWords } from '../../words/number';
import { countWords, giveWords, type Item, pickedWords } from './award-words';
import { deedDayWords } from './deed-side';
import { STEPS } from './steps';
import { ForeseenRefusal, LetGoPanel, Total } from './summary';
import type { Award } from './use-award';

/** Many at once are read through before: who gets it, who not and why, what it comes to. */
export function ConfirmStep({ award, item }: { award: Award; item: Item }) {
  const { going, foreseen, busy, refusal, evidence } = award;
  const blocked = foreseen.data ? (going.length === 0 ? '名单上的都不能记' : undefined) : '正在看谁能记';
  return (
    <Screen
      title={`${item.name} +${numberWords(item.points)}`}
      shell="staff"
      onBack={() => award.setChecking(false)}
      actions={
        <ActionBar>
          <Button kind="primary" busy={busy} blocked={blocked} onTap={() => void award.give()}>
            {giveWords(item, going.length, foreseen.data)}
          </Button>
        </ActionBar>
      }
    >
      <StepBar steps={STEPS} current={2} chosen={[item.name, pickedWords(item.holderKind, award.picked.length)]} />
      <View className="stack">
        <RefusalAlert refusal={refusal} onRetry={() => void award.give()} />
        <ForeseenRefusal award={award} />
        <Card kind="raised">
          <View className="t-sub">{`谢谢 ${countWords(item.holderKind, going.length)}做了`}</View>
          <Heading level={2} size="t-head">
            {item.name}
          </Heading>
          <Total award={award} item={item} />
        </Card>
        {!foreseen.data && !foreseen.refusal && <Skeleton rows={3} />}
        <LetGoPanel award={award} item={item} />
        <Facts
          card
          items={[
            { term: '什么时候', value: deedDayWords(award.deedDate) },
            ...(evidence.trim() ? [{ term: '凭什么', value: evidence.trim() }] : []),
            { term: '记账方式', value: foreseen.data?.waiting ? '另一位同事签字后入账' : '马上入账，不用公示' },
          ]}
        />
        <SectionHeader title="发给" note={countWords(item.holderKind, going.length)} />
        <List label="发给">
          {going.map((one) => (
            <PersonRow key={one.id} name={one.name} note={one.note} />
          ))}
        </List>
      </View>
    </Screen>
  );
}
