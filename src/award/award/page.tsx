import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { Answer } from '../../components/answer';
import { ConfirmStep } from './confirm-step';
import { ItemStep } from './item-step';
import { PeopleStep } from './people-step';
import { ResultStep } from './result-step';
import { type Award, useAward } from './use-award';
import { useHandedOn } from './use-handed-on';
import './page.scss';

/** 发积分: what, who, thanks. From the workbench the first is answered already. */
export default function AwardPage() {
  const { item: begunWith } = useRouter().params;
  const award = useAward(begunWith);
  useHandedOn(award);
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

/** Each step opens at its top, wherever the one before was read to. */
function useTop(step: string): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  }, [step]);
}

function Step({ award, onBack }: { award: Award; onBack: (() => void) | undefined }) {
  const { items, item, given, isChecking } = award;
  useTop(`${item?.itemId} ${isChecking} ${given !== undefined}`);
  if (!item) return <ItemStep items={items} onChoose={award.choose} />;
  if (given) return <ResultStep award={award} item={item} given={given} />;
  if (isChecking) return <ConfirmStep award={award} item={item} />;
  return <PeopleStep award={award} item={item} onBack={onBack} />;
}
