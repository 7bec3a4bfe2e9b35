import { View } from '@tarojs/components';
import type { DataOf } from '../../api';
import { usePages } from '../../api/use-pages';
import { useWrite } from '../../api/use-write';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { RefusalAlert } from '../../components/refusal-alert';
import { momentWords } from '../../words/dates';
import { numberWords } from '../../words/number';
import { Decide } from './decide';
import { WaitingList } from './waiting-list';

type Look = DataOf<'reward.secondLooks'>['looks'][number];

/** 赵丽记了 3 回，一共 15 分 */
const givenWords = ({ given }: Look) =>
  given.length === 0
    ? '还没有积分'
    : given
        .map(
          ({ givenByName, count, points }) =>
            `${givenByName ?? '自己签到'} ${count} 回，一共 ${numberWords(points)} 分`,
        )
        .join('；');

function One({ look, onDone }: { look: Look; onDone: (told: string) => void }) {
  const { householdId, householdNumber, memberNames, mayLook } = look;
  const { run, busy, refusal } = useWrite('reward.look');
  const answer = async (isRight: boolean, because?: string) => {
    const done = await run({ householdId, isRight, ...(because && { because }) });
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
      {mayLook && (
        <Decide
          about={`${householdNumber} 户`}
          yes={{ word: '有这一户，可以换', busy, onTap: () => void answer(true) }}
          no={{
            word: '不对，先不换',
            busy,
            asks: '哪里不对',
            missing: '先写哪里不对',
            onTap: (because) => void answer(false, because),
          }}
        />
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
  const data = ready ? pages.flatMap(({ looks }) => looks) : undefined;
  return (
    <WaitingList of={{ ...list, data }} empty={NOTHING} rowsOf={5}>
      {(look, onDone) => <One key={look.householdId} look={look} onDone={onDone} />}
    </WaitingList>
  );
}
