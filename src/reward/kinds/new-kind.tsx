import { View } from '@tarojs/components';
import { useState } from 'react';
import { TITLE_MAX } from '../../../cloudfunctions/values/limits';
import { KIND_NATURES, type KindNature } from '../../../cloudfunctions/values/rewards';
import { useWhole } from '../../api/use-whole';
import { useWrite } from '../../api/use-write';
import { PickDocument } from '../../catalogue/pick-document';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Checkbox } from '../../components/checkbox';
import { ChoiceError } from '../../components/choice-error';
import { Field } from '../../components/field';
import { isWritten, unless } from '../../components/form/checks';
import { useForm } from '../../components/form/use-form';
import { Heading } from '../../components/heading';
import { List } from '../../components/list';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { NATURE_WORDS } from './words';

const BEGIN = {
  name: '',
  nature: 'goods' as KindNature,
  policyDocumentId: undefined as string | undefined,
};

/** A notice is registered in the place where it is needed. */
function NewDocument({ unitId, onMade }: { unitId: string; onMade: (policyDocumentId: string) => unknown }) {
  const { run, ...writing } = useWrite('catalogue.addPolicyDocument');
  const form = useForm({
    begin: { number: '', documentTitle: '', issuer: '', issuedOn: '' },
    problemsIn: ({ number, documentTitle, issuer, issuedOn }) => ({
      number: unless(isWritten(number), '先写文号'),
      documentTitle: unless(isWritten(documentTitle), '先写文件标题'),
      issuer: unless(isWritten(issuer), '先写发文单位'),
      issuedOn: unless(issuedOn !== '', '先选发文日期'),
    }),
    writing,
    send: ({ documentTitle, ...typed }) => run({ unitId, title: documentTitle.trim(), ...typed }),
    onDone: ({ policyDocumentId }) => onMade(policyDocumentId),
    named: { title: 'documentTitle' },
  });
  return (
    <View className="stack">
      <Field {...form.field('number')} label="文号" example="例如：荆文明办〔2026〕3号" maxLength={TITLE_MAX} />
      <Field {...form.field('documentTitle')} label="文件标题" maxLength={TITLE_MAX} />
      <Field {...form.field('issuer')} label="发文单位" maxLength={TITLE_MAX} />
      <Field {...form.field('issuedOn')} label="发文日期" kind="date" />
      <RefusalAlert {...form.alert} />
      <Button {...form.button}>登记这份文件</Button>
    </View>
  );
}

export function NewKind({ unitId, onDone }: { unitId: string; onDone: (name: string) => void }) {
  const { run, ...writing } = useWrite('reward.nameKind');
  const documents = useWhole('catalogue.policyDocuments', { unitId }, 'documents');
  const [registering, register] = useState(false);
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
      <SectionHeader title="文件依据" />
      <ChoiceError {...form.choice('policyDocumentId')} />
      <RefusalAlert refusal={documents.refusal} onRetry={() => void documents.reload()} />
      <PickDocument
        documents={documents.data ?? []}
        none="还没有登记文件。请先登记一份。"
        chosen={form.values.policyDocumentId}
        onChoose={form.set('policyDocumentId')}
      />
      {registering ? (
        <NewDocument
          unitId={unitId}
          onMade={async (policyDocumentId) => {
            await documents.reload();
            form.change({ policyDocumentId });
            register(false);
          }}
        />
      ) : (
        <Button small icon="plus" onTap={() => register(true)}>
          登记一份文件
        </Button>
      )}
      <RefusalAlert {...form.alert} />
      <Button kind="primary" wide {...form.button}>
        定下来
      </Button>
    </Card>
  );
}
