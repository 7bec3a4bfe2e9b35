import { View } from '@tarojs/components';
import { SENTENCE_MAX } from '../../cloudfunctions/values/limits';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { isWritten, unless } from '../components/form/checks';
import { type Form, useForm } from '../components/form/use-form';
import { RefusalAlert } from '../components/refusal-alert';

export const whyProblem = (because: string) => unless(isWritten(because), '先写为什么');

interface FootProps {
  form: Pick<Form<{ readonly because: string }>, 'field' | 'alert' | 'button'>;
  leave: string;
  word: string;
  danger?: boolean;
  onLeave: () => void;
}
/** How a change of what was set ends: why, kept with the name of who did it, and the two buttons. */
export const WhyFoot = ({ form, leave, word, danger = false, onLeave }: FootProps) => (
  <>
    <Field {...form.field('because')} label="为什么" maxLength={SENTENCE_MAX} hint="会和你的名字一起记下来" />
    <RefusalAlert {...form.alert} />
    <View className="row">
      <Button onTap={onLeave}>{leave}</Button>
      <Button kind={danger ? 'danger' : 'primary'} {...form.button}>
        {word}
      </Button>
    </View>
  </>
);

interface EndProps {
  /** What ending it means, before it is done. */
  endWords: string;
  writing: Parameters<typeof useForm>[0]['writing'];
  send: (because: string) => Promise<unknown>;
  onDone: () => void;
  onLeave: () => void;
}
/** That it is used no longer. */
export function EndForm({ endWords, writing, send, onDone, onLeave }: EndProps) {
  const form = useForm({
    begin: { because: '' },
    problemsIn: ({ because }) => ({ because: whyProblem(because) }),
    writing,
    send: ({ because }) => send(because.trim()),
    onDone,
  });
  return (
    <View className="stack">
      <View>{endWords}</View>
      <WhyFoot form={form} leave="不停了" word="停用它" danger onLeave={onLeave} />
    </View>
  );
}
