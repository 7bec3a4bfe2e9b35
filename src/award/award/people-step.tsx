import { View } from '@tarojs/components';
import { HOLDERS_AT_ONCE } from '../../../cloudfunctions/values/limits';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { StepBar } from '../../components/step-bar';
import { namesWords } from '../../household/find/person-words';
import { numberWords } from '../../words/number';
import { capWords, countWords, giveWords, type Item, pickedWords } from './award-words';
import { DeedSide } from './deed-side';
import { askWords } from './how-much';
import { STEPS } from './steps';
import { ForeseenRefusal, FromBefore, LetGoPanel, Total } from './summary';
import type { Award } from './use-award';
import { Who } from './who';
import { WhoAtDesk } from './who-at-desk';

/** Up to here the button gives at once; a longer list is read through once more. */
const AT_ONCE = 10;

interface Props {
  award: Award;
  item: Item;
}

/** What stands in the way of giving it. */
function blockedWords(award: Award, item: Item): string | undefined {
  const { picked, going, foreseen, asksEvidence, evidence } = award;
  if (picked.length === 0) return '先点名字选人';
  if (picked.length > HOLDERS_AT_ONCE) return `一次最多 ${HOLDERS_AT_ONCE} 位`;
  const asked = askWords(award, item);
  if (asked) return asked;
  if (asksEvidence && evidence.trim() === '') return `先写一句凭什么：${item.evidence}`;
  return foreseen.data && going.length === 0 ? '选的这些都不能记' : undefined;
}

const wordFor = ({ isSaid, going, foreseen }: Award, item: Item) =>
  going.length === 0 || !isSaid ? '发积分' : giveWords(item, going.length, foreseen.data);

/** At the thumb: a few are given at once, many are read through first. */
function Foot({ award, item }: Props) {
  const { picked, busy } = award;
  const isMany = picked.length > AT_ONCE;
  const names = picked.map(({ name }) => name);
  return (
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
      {picked.length > 0 && <Button onTap={award.clear}>都不选</Button>}
      <Button
        kind="primary"
        busy={busy}
        blocked={blockedWords(award, item)}
        onTap={() => (isMany ? award.setChecking(true) : void award.give())}
      >
        {isMany ? '下一步' : wordFor(award, item)}
      </Button>
    </ActionBar>
  );
}

/** At a desk all stands beside the list: who is let go and why, one sum, one button. */
function Beside({ award, item }: Props) {
  return (
    <>
      <LetGoPanel award={award} item={item} />
      <Card kind="raised" className="stack award-give">
        <Total award={award} item={item} />
        <ForeseenRefusal award={award} />
        <Button
          kind="primary"
          wide
          busy={award.busy}
          blocked={blockedWords(award, item)}
          onTap={() => void award.give()}
        >
          {wordFor(award, item)}
        </Button>
        {award.picked.length > 0 && (
          <Button kind="quiet" wide onTap={award.clear}>
            都不选
          </Button>
        )}
      </Card>
    </>
  );
}

const leadWords = (item: Item) =>
  [capWords(item), item.policyDocumentNumber && `依据 ${item.policyDocumentNumber}`].filter(Boolean).join(' · ');

/** At a desk: what sifts the list in a row or two, below it the list and the sum beside each other, and nothing else. */
function AtDesk({ award, item, onBack }: StepProps) {
  const name = award.isSaid ? `${item.name} +${numberWords(item.points)}` : item.name;
  return (
    <Screen
      title={`谢谢他们：${name}`}
      lead={leadWords(item)}
      shell="staff"
      className="desk-fit award-desk"
      onBack={onBack}
      tools={
        <Button small onTap={() => award.choose(undefined)}>
          换一件事
        </Button>
      }
    >
      <View className="desk-page">
        <StepBar
          steps={STEPS}
          current={1}
          chosen={[item.name, pickedWords(item.holderKind, award.picked.length), '一次确认']}
        />
        <RefusalAlert refusal={award.refusal} onRetry={() => void award.give()} />
        <FromBefore award={award} />
        <WhoAtDesk award={award} item={item}>
          <DeedSide award={award} item={item} />
          <Beside award={award} item={item} />
        </WhoAtDesk>
      </View>
    </Screen>
  );
}
type StepProps = Props & { onBack: (() => void) | undefined };

/** Who: one tap a person or one for all of them, and one button gives it. */
export function PeopleStep({ award, item, onBack }: StepProps) {
  if (award.wide) return <AtDesk {...{ award, item, onBack }} />;
  const name = award.isSaid ? `${item.name} +${numberWords(item.points)}` : item.name;
  return (
    <Screen title={name} shell="staff" onBack={onBack} actions={<Foot award={award} item={item} />}>
      <StepBar steps={STEPS} current={1} />
      <RefusalAlert refusal={award.refusal} onRetry={() => void award.give()} />
      <FromBefore award={award} />
      <View className="award-side">
        <DeedSide award={award} item={item} />
      </View>
      <Who award={award} item={item} />
    </Screen>
  );
}
