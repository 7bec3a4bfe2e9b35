import { View } from '@tarojs/components';
import type { DataOf } from '../../api';
import { useWrite } from '../../api/use-write';
import { useForm } from '../../components/form/use-form';
import { fullDayWords } from '../../words/dates';
import { DocumentFields, documentProblems, NAMED, toDocument } from '../document-fields';
import { WhyFoot, whyProblem } from '../why-foot';
import { BasisPanel } from './panel';

type Document = DataOf<'catalogue.policyDocuments'>['documents'][number];

interface FormProps {
  document: Document;
  write: ReturnType<typeof useWrite<'catalogue.changePolicyDocument'>>;
  onDone: (words: string) => void;
  onLeave: () => void;
}
function Correct({ document, write, onDone, onLeave }: FormProps) {
  const { policyDocumentId, number, title, issuer, issuedOn } = document;
  const { run, ...writing } = write;
  const form = useForm({
    begin: { number, documentTitle: title, issuer, issuedOn, because: '' },
    problemsIn: (typed) => ({ ...documentProblems(typed), because: whyProblem(typed.because) }),
    writing,
    send: ({ because, ...typed }) =>
      run({ policyDocumentId, change: { what: 'corrected', ...toDocument(typed) }, because: because.trim() }),
    onDone: (_, typed) => onDone(`“${typed.documentTitle.trim()}”改好了`),
    named: NAMED,
  });
  return (
    <View className="stack">
      <DocumentFields form={form} />
      <WhyFoot form={form} leave="不改了" word="改好了" onLeave={onLeave} />
    </View>
  );
}

/** A notice that was registered: put right, or ended. */
export function DocumentPanel({ document, onDone }: Pick<FormProps, 'document' | 'onDone'>) {
  const write = useWrite('catalogue.changePolicyDocument');
  const { run, ...writing } = write;
  const { policyDocumentId, number, title, issuer, issuedOn } = document;
  return (
    <BasisPanel
      of="document"
      id={policyDocumentId}
      name={title}
      facts={[
        { term: '文号', value: number },
        { term: '发文单位', value: issuer },
        { term: '发文日期', value: fullDayWords(issuedOn) },
      ]}
      endWords="停用以后，新的积分项目、奖励不能再拿它当依据；已经照它定的都不变，写的还是它。"
      writing={writing}
      end={(because) => run({ policyDocumentId, change: { what: 'ended' }, because })}
      correct={(close) => <Correct {...{ document, write, onDone }} onLeave={close} />}
      onDone={onDone}
    />
  );
}
