import type { ReactNode } from 'react';
import { Button } from '../components/button';
import { Card } from '../components/card';
import type { Form } from '../components/form/use-form';
import { Heading } from '../components/heading';
import { RefusalAlert } from '../components/refusal-alert';
import { ChooseDocument } from './choose-document';

interface Props {
  title: string;
  unitId: string;
  form: Pick<Form<{ readonly policyDocumentId: string | undefined }>, 'values' | 'set' | 'choice' | 'button' | 'alert'>;
  children: ReactNode;
}

/** What a city or district sets for all below: what it is, the notice that it rests on, and set. */
export function SetByNotice({ title, unitId, form, children }: Props) {
  return (
    <Card className="stack">
      <Heading level={2} size="t-title" className="strong">
        {title}
      </Heading>
      {children}
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
