import { RELATION_MAX } from '../../../cloudfunctions/values/limits';
import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import type { CorrectForm } from './use-correct';

/** Of some nobody knows more than the year. */
export function YearOnly({ form }: { form: CorrectForm }) {
  const { yearOnly } = form.values;
  return (
    <>
      <Checkbox words="只知道哪一年生的" checked={yearOnly} onChange={form.set('yearOnly')} />
      {yearOnly && (
        <Field
          {...form.field('year')}
          label="出生年份"
          kind="number"
          maxLength={4}
          hint="先按那年 12 月 31 日算，看过证件再改成准日子"
        />
      )}
    </>
  );
}

export const RelationField = ({ form }: { form: CorrectForm }) => (
  <Field {...form.field('relation')} label="和户主的关系" maxLength={RELATION_MAX} />
);
