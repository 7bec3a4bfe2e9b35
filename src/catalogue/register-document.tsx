import { View } from '@tarojs/components';
import { useWrite } from '../api/use-write';
import { Button } from '../components/button';
import { useForm } from '../components/form/use-form';
import { RefusalAlert } from '../components/refusal-alert';
import { AddHere } from './add-here';
import { DocumentFields, documentProblems, NAMED, NO_DOCUMENT, toDocument } from './document-fields';

interface Props {
  unitId: string;
  onMade: (policyDocumentId: string) => unknown;
}

function NewDocument({ unitId, onMade }: Props) {
  const { run, ...writing } = useWrite('catalogue.addPolicyDocument');
  const form = useForm({
    begin: NO_DOCUMENT,
    problemsIn: documentProblems,
    writing,
    send: (typed) => run({ unitId, ...toDocument(typed) }),
    onDone: ({ policyDocumentId }) => onMade(policyDocumentId),
    named: NAMED,
  });
  return (
    <View className="stack">
      <DocumentFields form={form} />
      <RefusalAlert {...form.alert} />
      <Button {...form.button}>登记这份文件</Button>
    </View>
  );
}

/** The notice that something rests on, where none of the registered ones is it. */
export const RegisterDocument = ({ unitId, onMade }: Props) => (
  <AddHere word="登记一份文件">
    {(close) => (
      <NewDocument
        unitId={unitId}
        onMade={async (policyDocumentId) => {
          await onMade(policyDocumentId);
          close();
        }}
      />
    )}
  </AddHere>
);
