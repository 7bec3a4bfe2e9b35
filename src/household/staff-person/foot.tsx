import { View } from '@tarojs/components';
import type { ChangeReason } from '../../../cloudfunctions/values/people';
import { Button } from '../../components/button';
import { ChoiceError } from '../../components/choice-error';
import type { Form } from '../../components/form/use-form';
import { RefusalAlert } from '../../components/refusal-alert';
import { Segments } from '../../components/segments';
import { WillHappen } from '../../components/will-happen';
import { REASON_WORDS } from '../changes/words';

type Reasoned = Pick<Form<{ readonly reason: ChangeReason | '' }>, 'choice' | 'button' | 'alert'> & {
  readonly values: { readonly reason: ChangeReason | '' };
  change(patch: { readonly reason: ChangeReason }): void;
};

interface Props {
  form: Reasoned;
  /** Of which reasons one is chosen: it stands in the history that the family reads. */
  among: readonly ChangeReason[];
  /** What will happen. */
  lines: readonly string[];
  /** On the button that does it. */
  word: string;
  /** On the one that closes the form, where it can be closed. */
  close?: { word: string; onTap: () => void };
}

/** How every form about a person ends: why, what will happen, and the button. */
export function Foot({ form, among, lines, word, close }: Props) {
  return (
    <>
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
      <WillHappen lines={lines} />
      <RefusalAlert {...form.alert} />
      <Button wide kind="primary" {...form.button}>
        {word}
      </Button>
      {close && (
        <Button wide kind="quiet" onTap={close.onTap}>
          {close.word}
        </Button>
      )}
    </>
  );
}
