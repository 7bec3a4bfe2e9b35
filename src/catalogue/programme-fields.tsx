import { SENTENCE_MAX, TITLE_MAX } from '../../cloudfunctions/values/limits';
import { Field } from '../components/field';
import { isWritten, unless } from '../components/form/checks';
import type { PartOf } from '../components/form/use-form';

export const NO_PROGRAMME = { name: '', aim: '' };
type Typed = typeof NO_PROGRAMME;

export const programmeProblems = ({ name, aim }: Typed) => ({
  name: unless(isWritten(name), '先写叫什么'),
  aim: unless(isWritten(aim), '先写为了什么'),
});

export const toProgramme = ({ name, aim }: Typed) => ({ name: name.trim(), aim: aim.trim() });

export const ProgrammeFields = ({ form }: { form: Pick<PartOf<Typed>, 'field'> }) => (
  <>
    <Field {...form.field('name')} label="叫什么" example="例如：邻里书屋" maxLength={TITLE_MAX} />
    <Field {...form.field('aim')} label="为了什么" example="例如：家里的书传着看" maxLength={SENTENCE_MAX} />
  </>
);
