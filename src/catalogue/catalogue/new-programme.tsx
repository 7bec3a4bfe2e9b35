import { View } from '@tarojs/components';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { useForm } from '../../components/form/use-form';
import { RefusalAlert } from '../../components/refusal-alert';
import { NO_PROGRAMME, ProgrammeFields, programmeProblems, toProgramme } from '../programme-fields';

/** A community's own speciality, under which it may have items that no guideline names. */
export function NewProgramme({ unitId, onMade }: { unitId: string; onMade: () => unknown }) {
  const { run, ...writing } = useWrite('catalogue.addProgramme');
  const form = useForm({
    begin: NO_PROGRAMME,
    problemsIn: programmeProblems,
    writing,
    send: (typed) => run({ unitId, ...toProgramme(typed) }),
    onDone: onMade,
  });
  return (
    <View className="stack">
      <ProgrammeFields form={form} />
      <RefusalAlert {...form.alert} />
      <Button {...form.button}>开这个品牌</Button>
    </View>
  );
}
