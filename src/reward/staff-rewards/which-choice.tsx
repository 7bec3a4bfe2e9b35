import { View } from '@tarojs/components';
import { ChoiceError } from '../../components/choice-error';
import type { Form as Editing } from '../../components/form/use-form';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import type { Form } from './form';

interface Props {
  form: Editing<Form>;
  choices: readonly string[];
  providers: readonly { readonly providerId: string; readonly name: string }[];
}

const ALL = '';

/** Of an either-or reward, what each place honours: choosing one fixes where it is used. */
export function WhichChoice({ form, choices, providers }: Props) {
  const { providerIds, choiceOf } = form.values;
  const chosen = providers.filter(({ providerId }) => providerIds.includes(providerId));
  if (choices.length === 0 || chosen.length === 0) return null;
  const bind = (providerId: string, choice: string) => {
    const { [providerId]: _before, ...others } = choiceOf;
    form.change({ choiceOf: choice === ALL ? others : { ...others, [providerId]: choice } });
  };
  return (
    <>
      <SectionHeader title="哪里用哪一样" note="居民选了哪一样，就只能去那里用" />
      <ChoiceError {...form.choice('choiceOf')} />
      {chosen.map(({ providerId, name }) => (
        <View key={providerId} className="stack">
          <View className="t-sub">{name}</View>
          <Segments
            wrap
            label={`${name}用哪一样`}
            items={[{ key: ALL, word: '都可以' }, ...choices.map((choice) => ({ key: choice, word: choice }))]}
            chosen={choices.includes(choiceOf[providerId] ?? '') ? (choiceOf[providerId] ?? ALL) : ALL}
            onChoose={(choice) => bind(providerId, choice)}
          />
        </View>
      ))}
    </>
  );
}
