import { useWrite } from '../../api/use-write';
import { useForm } from '../../components/form/use-form';
import { GuidelineFields, guidelineProblems, NO_GUIDELINE, toGuideline } from '../guideline-fields';
import { SetByNotice } from '../set-by-notice';

/** An item with a range, within which every community below sets a value of its own. */
export function NewGuideline({ unitId, onDone }: { unitId: string; onDone: (name: string) => void }) {
  const { run, ...writing } = useWrite('catalogue.addGuideline');
  const form = useForm({
    begin: NO_GUIDELINE,
    problemsIn: guidelineProblems,
    writing,
    send: async (typed) => {
      const guideline = toGuideline(typed);
      return guideline && run({ unitId, ...guideline });
    },
    onDone: (_, { name }) => onDone(name.trim()),
  });
  return (
    <SetByNotice title="定一项指导标准" unitId={unitId} form={form}>
      <GuidelineFields form={form} />
    </SetByNotice>
  );
}
