import type { ChangeReason } from '../../../cloudfunctions/values/people';
import { Button } from '../../components/button';
import { RefusalAlert } from '../../components/refusal-alert';
import { WillHappen } from '../../components/will-happen';
import { type Reasoned, Why } from './why';

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
      <Why form={form} among={among} />
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
