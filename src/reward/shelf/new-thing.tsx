import { MEASURE_MAX } from '../../../cloudfunctions/values/goods';
import { TITLE_MAX } from '../../../cloudfunctions/values/limits';
import { useWrite } from '../../api/use-write';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { Heading } from '../../components/heading';
import { RefusalAlert } from '../../components/refusal-alert';

/** A thing gets its name once; what of it comes in is counted afterwards. */
export function NewThing({ unitId, onDone }: { unitId: string; onDone: (words: string) => void }) {
  const { run, ...writing } = useWrite('reward.addGoods');
  const form = useForm({
    begin: { name: '', measure: '' },
    problemsIn: ({ name, measure }) => ({
      name: unless(isWritten(name), '先写叫什么'),
      measure: unless(isWritten(measure), '先写单位'),
    }),
    writing,
    send: ({ name, measure }) => run({ unitId, name: name.trim(), measure: measure.trim() }),
    onDone: (_, { name }) => onDone(`“${name.trim()}”登记好了，来了货就记一笔`),
  });
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        登记一样东西
      </Heading>
      <Field {...form.field('name')} label="叫什么" example="例如：大米 5 公斤" maxLength={TITLE_MAX} />
      <Field {...form.field('measure')} label="单位" example="袋、瓶、份" maxLength={MEASURE_MAX} />
      <RefusalAlert {...form.alert} />
      <Button kind="primary" wide {...form.button}>
        登记
      </Button>
    </Card>
  );
}
