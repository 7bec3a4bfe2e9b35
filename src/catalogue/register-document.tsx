import { View } from '@tarojs/components';
import { TITLE_MAX } from '../../cloudfunctions/values/limits';
import { useWrite } from '../api/use-write';
import { Button } from '../components/button';
import { Field } from '../components/field';
import { isWritten, unless } from '../components/form/checks';
import { useForm } from '../components/form/use-form';
import { RefusalAlert } from '../components/refusal-alert';
import { AddHere } from './add-here';

interface Props {
  unitId: string;
  onMade: (policyDocumentId: string) => unknown;
}

function NewDocument({ unitId, onMade }: Props) {
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
