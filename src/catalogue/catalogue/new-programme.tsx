import { View } from '@tarojs/components';
import { SENTENCE_MAX, TITLE_MAX } from '../../../cloudfunctions/values/limits';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { RefusalAlert } from '../../components/refusal-alert';

/** A community's own speciality, under which it may have items that no guideline names. */
export function NewProgramme({ unitId, onMade }: { unitId: string; onMade: () => unknown }) {
  const { run, ...writing } = useWrite('catalogue.addProgramme');
  const form = useForm({
    begin: { name: '', aim: '' },
    problemsIn: ({ name, aim }) => ({
      name: unless(isWritten(name), '先写叫什么'),
      aim: unless(isWritten(aim), '先写为了什么'),
    }),
    writing,
    send: ({ name, aim }) => run({ unitId, name: name.trim(), aim: aim.trim() }),
    onDone: onMade,
  });
  return (
    <View className="stack">
      <Field {...form.field('name')} label="叫什么" example="例如：邻里书屋" maxLength={TITLE_MAX} />
      <Field {...form.field('aim')} label="为了什么" example="例如：家里的书传着看" maxLength={SENTENCE_MAX} />
      <RefusalAlert {...form.alert} />
      <Button {...form.button}>开这个品牌</Button>
    </View>
  );
}
