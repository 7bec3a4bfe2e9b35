import { TITLE_MAX } from '../../../cloudfunctions/values/limits';
import { KIND_NATURES, type KindNature } from '../../../cloudfunctions/values/rewards';
import { useWrite } from '../../api/use-write';
import { ChooseDocument } from '../../catalogue/choose-document';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
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
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        定一种奖励
      </Heading>
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
      <ChooseDocument
        unitId={unitId}
        chosen={form.values.policyDocumentId}
        said={form.choice('policyDocumentId')}
        onChoose={form.set('policyDocumentId')}
      />
      <RefusalAlert {...form.alert} />
      <Button kind="primary" wide {...form.button}>
        定下来
      </Button>
    </Card>
  );
}
