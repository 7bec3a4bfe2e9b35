import { View } from '@tarojs/components';
import { useState } from 'react';
import { SENTENCE_MAX } from '../../../cloudfunctions/values/limits';
import type { DataOf } from '../../api';
import { usePages } from '../../api/use-pages';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { Field } from '../../components/field';
import { ListPage } from '../../components/list-page';
import { RefusalAlert } from '../../components/refusal-alert';
import { Windowed } from '../../components/windowed';
import { momentWords } from '../../words/dates';

type Look = DataOf<'reward.secondLooks'>['looks'][number];

/** 赵丽记了 3 回，一共 15 分 */
const givenWords = ({ given }: Look) =>
  given.length === 0
    ? '还没有积分'
    : given
        .map(({ givenByName, count, points }) => `${givenByName ?? '自己签到'} ${count} 回，一共 ${points} 分`)
        .join('；');

function One({ look, onDone }: { look: Look; onDone: (told: string) => void }) {
  const { householdId, householdNumber, memberNames, mayLook } = look;
  const { run, busy, refusal } = useWrite('reward.look');
  const [why, setWhy] = useState<string>();
  const answer = async (isRight: boolean) => {
    const done = await run({ householdId, isRight, ...(!isRight && why && { because: why }) });
    if (done) onDone(isRight ? `${householdNumber} 户看过了，可以换了` : `${householdNumber} 户先不换，记下了为什么`);
  };
  return (
    <Card className="stack">
      <View className="t-title strong">{`${householdNumber} 户：${memberNames.join('、')}`}</View>
      <Facts
        items={[
          { term: '谁登记的', value: look.registeredByName || '一位同事', note: momentWords(look.registeredAtMs) },
          { term: '谁给的分', value: givenWords(look) },
          { term: '谁代办的', value: look.askedByName || '一位同事', note: momentWords(look.askedAtMs) },
        ]}
      />
      <RefusalAlert refusal={refusal} />
      {!mayLook && <View className="t-sub">你登记的、你代办的，或者是你自己家，要请另一位来看。</View>}
      {mayLook && why !== undefined && <Field label="哪里不对" value={why} onInput={setWhy} maxLength={SENTENCE_MAX} />}
      {mayLook && (
        <View className="row">
          <Button
            busy={busy}
            blocked={why === '' ? '先写哪里不对' : undefined}
            onTap={() => (why === undefined ? setWhy('') : void answer(false))}
          >
            不对，先不换
          </Button>
          <Button busy={busy} onTap={() => void answer(true)}>
            有这一户，可以换
          </Button>
        </View>
      )}
    </Card>
  );
}

const NOTHING = {
  icon: 'done',
  title: '没有等着看的',
  words: '新登记的家庭第一次来换东西，会在这里等另一位看一眼。',
} as const;

/** Households registered by hand, before their first voucher at the desk. */
export function Looks({ unitId }: { unitId: string }) {
  const { pages, ready, ...list } = usePages('reward.secondLooks', { unitId });
  const [told, tell] = useState<string>();
  const done = (words: string) => {
    tell(words);
    void list.reload();
  };
  const data = ready ? pages.flatMap(({ looks }) => looks) : undefined;
  return (
    <View className="stack">
      {told && <Alert kind="done" title={told} />}
      <ListPage of={{ ...list, data }} failed="没能打开" rows={3} empty={NOTHING}>
        {(looks) => (
          <Windowed className="windowed-apart" each={2} rowsOf={4}>
            {looks.map((look) => (
              <One key={look.householdId} look={look} onDone={done} />
            ))}
          </Windowed>
        )}
      </ListPage>
    </View>
  );
}
