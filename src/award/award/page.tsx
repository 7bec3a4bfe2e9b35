import { useRouter } from '@tarojs/taro';
import { ErrorState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { ItemStep } from './item-step';
import { PeopleStep } from './people-step';
import { ResultStep } from './result-step';
import { useAward } from './use-award';
import './page.scss';

/** 发积分: what, who, thanks. From the workbench the first is answered already. */
export default function AwardPage() {
  const { item: begunWith } = useRouter().params;
  const award = useAward(begunWith);
  const { items, item, given } = award;
  if (!items.ready)
    return (
      <Screen title="发积分" shell="staff">
        {items.refusal ? (
          <ErrorState title="积分项目没能打开" onRetry={() => void items.reload()} refusal={items.refusal} />
        ) : (
          <Skeleton rows={5} />
        )}
      </Screen>
    );
  if (item && given) return <ResultStep award={award} item={item} given={given} />;
  if (item)
    return <PeopleStep award={award} item={item} onBack={begunWith ? undefined : () => award.choose(undefined)} />;
  return <ItemStep items={items} onChoose={award.choose} />;
}
