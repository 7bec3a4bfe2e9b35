import { TITLE_MAX } from '../../../cloudfunctions/values/limits';
import { KIND_NATURES, type KindNature } from '../../../cloudfunctions/values/rewards';
import { useWrite } from '../../api/use-write';
import { SetByNotice } from '../../catalogue/set-by-notice';
import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { List } from '../../components/list';
import { NATURE_WORDS } from './words';

const BEGIN = {
  name: '',
  nature: 'goods' as KindNature,
  policyDocumentId: undefined as string | undefined,
};

export function NewKind({ unitId, onDone }: { unitId: string; onDone: (name: string) => void }) {
  const { run, ...writing } = useWrite('reward.nameKind');
  const form = useForm({
    begin: BEGIN,
    problemsIn: ({ name, policyDocumentId }) => ({
      name: unless(isWritten(name), '先写叫什么'),
      policyDocumentId: unless(policyDocumentId !== undefined, '先选文件依据'),
    }),
    writing,
    send: async ({ name, nature, policyDocumentId }) =>
      policyDocumentId && run({ unitId, name: name.trim(), nature, policyDocumentId }),
    onDone: (_, { name }) => onDone(name.trim()),
  });
  return (
    <SetByNotice title="定一种奖励" unitId={unitId} form={form}>
      <Field {...form.field('name')} label="叫什么" example="例如：积分超市" maxLength={TITLE_MAX} />
      <List label="是什么">
        {KIND_NATURES.map((nature) => (
          <Checkbox
            key={nature}
            role="radio"
            words={NATURE_WORDS[nature].word}
            note={NATURE_WORDS[nature].note}
            checked={form.values.nature === nature}
            onChange={() => form.change({ nature })}
          />
        ))}
      </List>
    </SetByNotice>
  );
}
