import { Field } from '../components/field';
import type { PartOf } from '../components/form/use-form';

/** Most who join were born around then. */
const WHEELS_BEGIN = '1960-01-01';

export function BirthField({ form }: { form: PartOf<{ readonly bornOn: string }> }) {
  return (
    <Field
      {...form.field('bornOn')}
      label="出生日期（可以不填）"
      kind="date"
      opensAt={WHEELS_BEGIN}
      hint="有的奖励看年龄，比如体检"
    />
  );
}
