import { COUNTED_PER_MAX, POINTS_MAX, SENTENCE_MAX, TITLE_MAX } from '../../cloudfunctions/values/limits';
import { Field } from '../components/field';
import { digitsIn, isWritten, unless } from '../components/form/checks';
import type { PartOf } from '../components/form/use-form';

export const NO_GUIDELINE = {
  ...{ name: '', category: '', pointsMin: '', pointsMax: '', countedPer: '', evidence: '' },
  policyDocumentId: undefined as string | undefined,
};
type Typed = typeof NO_GUIDELINE;

const isWorth = (typed: string) => Number(typed) >= 1 && Number(typed) <= POINTS_MAX;
const DIGITS = digitsIn(POINTS_MAX);

export function guidelineProblems(typed: Typed) {
  const { name, category, pointsMin, pointsMax, countedPer, policyDocumentId } = typed;
  return {
    name: unless(isWritten(name), '先写做了什么事'),
    category: unless(isWritten(category), '先写类别'),
    pointsMin: unless(isWorth(pointsMin), '先写最少几分，1 分起'),
    pointsMax: unless(isWorth(pointsMax) && Number(pointsMax) >= Number(pointsMin), '先写最多几分，不比最少的少'),
    countedPer: unless(isWritten(countedPer), '先写每什么计一回'),
    policyDocumentId: unless(policyDocumentId !== undefined, '先选文件依据'),
  };
}

/** Undefined while no notice is chosen. */
export const toGuideline = ({ policyDocumentId, pointsMin, pointsMax, ...typed }: Typed) => {
  const { name, category, countedPer, evidence } = typed;
  return (
    policyDocumentId && {
      ...{ policyDocumentId, pointsMin: Number(pointsMin), pointsMax: Number(pointsMax) },
      ...{ name: name.trim(), category: category.trim(), countedPer: countedPer.trim(), evidence: evidence.trim() },
    }
  );
};

export const GuidelineFields = ({ form }: { form: Pick<PartOf<Typed>, 'field'> }) => (
  <>
    <Field {...form.field('name')} label="做了什么事" example="例如：照看独居老人" maxLength={TITLE_MAX} />
    <Field {...form.field('category')} label="类别" example="例如：邻里互助" maxLength={TITLE_MAX} />
    <Field {...form.field('pointsMin')} label="最少几分" kind="number" maxLength={DIGITS} />
    <Field {...form.field('pointsMax')} label="最多几分" kind="number" maxLength={DIGITS} />
    <Field {...form.field('countedPer')} label="每什么计一回" example="例如：次" maxLength={COUNTED_PER_MAX} />
    <Field {...form.field('evidence')} label="要什么证明" hint="不要就空着" maxLength={SENTENCE_MAX} />
  </>
);
