import { View } from '@tarojs/components';
import { useState } from 'react';
import { UNIT_LIMIT_MAX, UNIT_LIMITS, type UnitLimit } from '../../../cloudfunctions/values/unit-limits';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { digitsIn, isWhole } from '../../components/form/checks';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { Gate } from '../../session/gate';
import { goTo } from '../../ways';
import { numberWords } from '../../words/number';

type Limit = DataOf<'organisation.limits'>['limits'][number];

const WORDS: Record<UnitLimit, { title: string; unit: string; why: string }> = {
  itemPointsAlone: {
    title: '一个人能自己写、自己发布的积分项目',
    unit: '分以内',
    why: '超过的，写的人和发布的人要是两位，其中一位是管理员或上一级主管。',
  },
  awardPointsAlone: { title: '一个人一次给一位最多发', unit: '分', why: '超过的，另一位签字才入账。' },
  awardPointsAtOnce: {
    title: '一个人一次给大家一共最多发',
    unit: '分',
    why: '一次发给很多人，加起来超过的，另一位签字才入账。',
  },
  givenADay: { title: '一个人一天一共最多发', unit: '分', why: '满了请另一位同事来发，或者明天再发。' },
  givenToOneADay: { title: '一个人一天给同一家最多发', unit: '分', why: '满了请另一位同事来发。' },
  givenAMonth: {
    title: '一个人一个月一共最多发',
    unit: '分',
    why: '另一位签过字的也算在里面，下个月1日重新算。',
  },
  newHouseholdDays: {
    title: '手工登记的家庭，多少天里算新的',
    unit: '天',
    why: '新家庭第一次在柜台换东西，另一位看过才给。',
  },
};

function boundWords({ name, bound }: Limit, { unit }: { unit: string }): string {
  return UNIT_LIMITS[name].safer === 'less'
    ? `最多可以放宽到 ${numberWords(bound)} ${unit}`
    : `最少要有 ${numberWords(bound)} ${unit}`;
}

function One({ unitId, limit, onDone }: { unitId: string; limit: Limit; onDone: (told: string) => void }) {
  const { run, busy, refusal } = useWrite('organisation.setLimit');
  const [typed, type] = useState(String(limit.value));
  const words = WORDS[limit.name];
  const set = async () => {
    const done = await run({ unitId, name: limit.name, value: Number(typed) });
    if (done) onDone(`${words.title}，改成 ${numberWords(done.value)} ${words.unit}了`);
  };
  return (
    <Card className="stack">
      <Field
        label={`${words.title}（${words.unit}）`}
        kind="number"
        value={typed}
        onInput={type}
        maxLength={digitsIn(UNIT_LIMIT_MAX)}
        hint={`${words.why}${boundWords(limit, words)}。`}
        error={isWhole(typed, 0, UNIT_LIMIT_MAX) ? undefined : '填一个整数'}
      />
      <RefusalAlert refusal={refusal} />
      {typed !== String(limit.value) && (
        <View className="row">
          <Button onTap={() => type(String(limit.value))}>不改了</Button>
          <Button
            busy={busy}
            blocked={isWhole(typed, 0, UNIT_LIMIT_MAX) ? undefined : '填一个整数'}
            onTap={() => void set()}
          >
            改成这个
          </Button>
        </View>
      )}
    </Card>
  );
}

function Limits({ unitId }: { unitId: string }) {
  const asked = useRead('organisation.limits', { unitId });
  const [told, tell] = useState<string>();
  const done = (words: string) => {
    tell(words);
    void asked.reload();
  };
  return (
    <View className="stack">
      {told && <Alert kind="done" title={told} />}
      <Answer of={asked} failed="限额没能打开" rows={5}>
        {({ limits }) => (
          <View className="stack">
            {limits.map((limit) => (
              <One key={`${limit.name} ${limit.value}`} unitId={unitId} limit={limit} onDone={done} />
            ))}
          </View>
        )}
      </Answer>
      <Button kind="quiet" onTap={() => goTo('pages/countersign', { unit: unitId })}>
        监督委员会的公钥和签字
      </Button>
    </View>
  );
}

const SCREEN = {
  title: '限额',
  shell: 'staff',
  className: 'desk-read',
  lead: '大事两个人办，一个人一天不能发太多',
} as const;

/** Above what a second person is asked for, and what one person may give in a day. */
export default function LimitsPage() {
  return (
    <Gate who="admin" words="限额由社区管理员来定。" screen={SCREEN}>
      {({ communityId }) => (
        <Screen {...SCREEN}>
          <Limits unitId={communityId} />
        </Screen>
      )}
    </Gate>
  );
}
