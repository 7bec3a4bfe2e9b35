import { View } from '@tarojs/components';
import type { DataOf } from '../../api';
import { useWrite } from '../../api/use-write';
import { useForm } from '../../components/form/use-form';
import { ChooseDocument } from '../choose-document';
import { GuidelineFields, guidelineProblems, toGuideline } from '../guideline-fields';
import { WhyFoot, whyProblem } from '../why-foot';
import { BasisPanel } from './panel';

type Guideline = DataOf<'catalogue.guidelines'>['guidelines'][number];

interface FormProps {
  guideline: Guideline;
  write: ReturnType<typeof useWrite<'catalogue.changeGuideline'>>;
  onDone: (words: string) => void;
  onLeave: () => void;
}
function Correct({ guideline, write, onDone, onLeave }: FormProps) {
  const { guidelineItemId, unitId, name, category, pointsMin, pointsMax, countedPer, evidence } = guideline;
  const { run, ...writing } = write;
  const form = useForm({
    begin: {
      ...{ name, category, pointsMin: String(pointsMin), pointsMax: String(pointsMax), countedPer, evidence },
      ...{ policyDocumentId: guideline.policyDocumentId as string | undefined, because: '' },
    },
    problemsIn: (typed) => ({ ...guidelineProblems(typed), because: whyProblem(typed.because) }),
    writing,
    send: async ({ because, ...typed }) => {
      const change = toGuideline(typed);
      return change && run({ guidelineItemId, change: { what: 'corrected', ...change }, because: because.trim() });
    },
    onDone: (_, typed) => onDone(`“${typed.name.trim()}”改好了`),
  });
  return (
    <View className="stack">
      <View>已经公布的积分项目不变；社区下次改它的时候，要在新的范围里。</View>
      <GuidelineFields form={form} />
      <ChooseDocument
        unitId={unitId}
        chosen={form.values.policyDocumentId}
        said={form.choice('policyDocumentId')}
        onChoose={form.set('policyDocumentId')}
      />
      <WhyFoot form={form} leave="不改了" word="改好了" onLeave={onLeave} />
    </View>
  );
}

/** A guideline item: put right by the city or district that set it, or ended. */
export function GuidelinePanel({ guideline, onDone }: Pick<FormProps, 'guideline' | 'onDone'>) {
  const write = useWrite('catalogue.changeGuideline');
  const { run, ...writing } = write;
  const { guidelineItemId, name, category, pointsMin, pointsMax, countedPer, unitName, evidence } = guideline;
  return (
    <BasisPanel
      of="guideline"
      id={guidelineItemId}
      name={name}
      facts={[
        { term: '类别', value: category },
        { term: '几分', value: `${pointsMin} 到 ${pointsMax} 分 / ${countedPer}` },
        { term: '谁定的', value: unitName },
        ...(evidence ? [{ term: '要什么证明', value: evidence }] : []),
      ]}
      endWords="停用以后，社区不能再照它定新的积分项目；已经公布的都不变。"
      writing={writing}
      end={(because) => run({ guidelineItemId, change: { what: 'ended' }, because })}
      correct={(close) => <Correct {...{ guideline, write, onDone }} onLeave={close} />}
      onDone={onDone}
    />
  );
}
