import { View } from '@tarojs/components';
import type { HolderKind } from '../../../cloudfunctions/values/awards';
import { useRead } from '../../api/use-read';
import { Answer } from '../../components/answer';
import type { Form as Editing } from '../../components/form/use-form';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { type Form, formFor } from './form';
import { FOR_WHOM } from './kinds';

interface Props {
  unitId: string;
  form: Editing<Form>;
}

/** For whom, where the kind leaves a choice. */
function ForWhom({ form, among }: Pick<Props, 'form'> & { among: readonly HolderKind[] }) {
  if (among.length < 2) return <View className="t-sub">{FOR_WHOM[form.values.holderKind]}</View>;
  return (
    <Segments
      label="给谁"
      items={among.map((key) => ({ key, word: FOR_WHOM[key] }))}
      chosen={form.values.holderKind}
      onChoose={form.set('holderKind')}
    />
  );
}

/** The kinds of the city's rules, and those that city and district named; honours cost no points and are not among them. */
export function WhichKind({ unitId, form }: Props) {
  const asked = useRead('reward.kinds', { unitId });
  const { kind, kindId } = form.values;
  return (
    <>
      <SectionHeader title="哪一种" />
      <Answer of={asked} rows={1} amid>
        {({ kinds }) => {
          const offered = kinds.filter(({ nature, isEnded }) => nature !== 'honour' && !isEnded);
          const keyOf = (one: { kind: string; kindId: string | null }) => one.kindId ?? one.kind;
          const chosen = offered.find((one) => keyOf(one) === (kindId ?? kind));
          return (
            <>
              <Segments
                wrap
                label="哪一种"
                items={offered.map((one) => ({ key: keyOf(one), word: one.name }))}
                chosen={kindId ?? kind}
                onChoose={(key) => {
                  const picked = offered.find((one) => keyOf(one) === key);
                  if (picked) form.change(formFor(picked.kind, form.values, picked));
                }}
              />
              {chosen?.policyDocumentNumber && <View className="t-sub">{`依据 ${chosen.policyDocumentNumber}`}</View>}
              <ForWhom form={form} among={chosen?.holderKinds ?? []} />
            </>
          );
        }}
      </Answer>
    </>
  );
}
