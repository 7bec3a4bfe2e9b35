import { useRouter } from '@tarojs/taro';
import { Answer } from '../../components/answer';
import { ItemStep } from './item-step';
import { PeopleStep } from './people-step';
import { ResultStep } from './result-step';
import { type Award, useAward } from './use-award';
import './page.scss';

/** 发积分: what, who, thanks. From the workbench the first is answered already. */
export default function AwardPage() {
  const { item: begunWith } = useRouter().params;
  const award = useAward(begunWith);
  const { ready, refusal, reload } = award.items;
  return (
    <Answer
      of={{ data: ready ? award : undefined, refusal, reload }}
      failed="积分项目没能打开"
      rows={5}
      screen={{ title: '发积分', shell: 'staff' }}
    >
      {() => <Step award={award} onBack={begunWith ? undefined : () => award.choose(undefined)} />}
    </Answer>
  );
}

function Step({ award, onBack }: { award: Award; onBack: (() => void) | undefined }) {
  const { items, item, given } = award;
  if (!item) return <ItemStep items={items} onChoose={award.choose} />;
  if (given) return <ResultStep award={award} item={item} given={given} />;
  return <PeopleStep award={award} item={item} onBack={onBack} />;
}
