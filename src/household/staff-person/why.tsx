import { View } from '@tarojs/components';
import type { ChangeReason } from '../../../cloudfunctions/values/people';
import { ChoiceError } from '../../components/choice-error';
import type { Form } from '../../components/form/use-form';
import { Segments } from '../../components/segments';
import { REASON_WORDS } from '../changes/words';

export type Reasoned = Pick<Form<{ readonly reason: ChangeReason | '' }>, 'choice' | 'button' | 'alert'> & {
  readonly values: { readonly reason: ChangeReason | '' };
  change(patch: { readonly reason: ChangeReason }): void;
};

/** Of which reasons one is chosen: it stands in the history that the family reads. */
export function Why({ form, among }: { form: Reasoned; among: readonly ChangeReason[] }) {
  return (
    <View>
      <View className="field-label">为什么</View>
      <Segments
        wrap
        label="为什么"
        items={among.map((key) => ({ key, word: REASON_WORDS[key] }))}
        chosen={form.values.reason as ChangeReason}
        onChoose={(reason) => form.change({ reason })}
      />
      <ChoiceError {...form.choice('reason')} />
    </View>
  );
}
