import { useWhole } from '../../api/use-whole';
import { ChoiceError } from '../../components/choice-error';
import type { Form as Editing } from '../../components/form/use-form';
import { PickOne } from '../../components/pick-one';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import type { Form } from './form';

/** Which thing of the community's shelf a reward of goods is. */
export function WhichThing({ unitId, form }: { unitId: string; form: Editing<Form> }) {
  const goods = useWhole('reward.goods', { unitId }, 'goods');
  const choose = (goodsId: string | undefined) => {
    const name = goods.data?.find((one) => one.goodsId === goodsId)?.name;
    form.change({ goodsId, ...(name && { title: name }) });
  };
  return (
    <>
      <SectionHeader title="架上的哪一样" />
      <ChoiceError {...form.choice('goodsId')} />
      <RefusalAlert refusal={goods.refusal} onRetry={() => void goods.reload()} />
      <PickOne
        label="东西"
        none="架上还没有登记东西。请先到“物资”里登记一样。"
        options={(goods.data ?? []).map(({ goodsId, name, measure, onShelf }) => ({
          id: goodsId,
          words: name,
          note: `架上 ${onShelf} ${measure}`,
        }))}
        chosen={form.values.goodsId}
        onChoose={choose}
      />
    </>
  );
}
