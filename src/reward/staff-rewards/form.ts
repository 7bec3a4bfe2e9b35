import type { HolderKind } from '../../../cloudfunctions/values/awards';
import {
  AGE_MAX,
  LIFETIME_MAX,
  LIMIT_MAX,
  MONTH_CENTS_MAX,
  MONTH_POINTS_MAX,
  POINTS_MAX,
  STEPS_MAX,
  STOCK_MAX,
  UNIT_COST_CENTS_MAX,
  VALID_DAYS_MAX,
} from '../../../cloudfunctions/values/limits';
import type { KindNature } from '../../../cloudfunctions/values/rewards';
import type { RedemptionWindow } from '../../../cloudfunctions/values/windows';
import { firstOf, isWhole, isWritten, orEmpty, type Problems, unless } from '../../components/form/checks';
import { centsIn, isYuan, yuanText } from '../yuan';
import { boundOf, choiceProblem, choicesOf, linesIn, placeProblem } from './choices';
import { type Asked, KINDS, type Kind, type Opened, type Period } from './kinds';

/** A reward as it is being put together: numbers as they are typed. */
export interface Form {
  readonly kind: Kind;
  /** Which of the open kinds. */
  readonly kindId: string | undefined;
  /** Of goods: which thing of the shelf. Others have none. */
  readonly goodsId: string | undefined;
  readonly isGoods: boolean;
  readonly holderKind: HolderKind;
  readonly title: string;
  readonly summary: string;
  readonly about: string;
  readonly cost: string;
  readonly ageMin: string;
  readonly ageMax: string;
  readonly leastLifetime: string;
  readonly period: Period;
  readonly stock: string;
  readonly limitHolder: string;
  readonly limitHousehold: string;
  readonly validDays: string;
  /** One a line. */
  readonly steps: string;
  readonly providerIds: readonly string[];
  /** Of an open kind: what may be chosen between, one a line; none where there is no choice. */
  readonly choices: string;
  /** Of an either-or reward: what a provider honours; one that is not there honours all. */
  readonly choiceOf: Readonly<Record<string, string>>;
  readonly policyDocumentId: string | undefined;
  readonly fundedBy: string;
  /** Yuan, at most two places behind the point. */
  readonly unitCost: string;
  /** When it can be redeemed: as the community says, at any time, or at times of its own. */
  readonly timing: Timing;
  readonly windows: readonly RedemptionWindow[];
  readonly monthPoints: string;
  /** Yuan. */
  readonly monthYuan: string;
}

export type Timing = 'community' | 'any' | 'own';

/** A new form; what was typed stays when the kind changes, but for what the kind itself says. */
export function formFor(
  kind: Kind,
  before?: Form,
  open?: { kindId: string | null; name: string; nature: KindNature },
): Form {
  const { title = open?.name ?? '', ageMin = '', ageMax = '', holderKind } = KINDS[kind];
  const kept = before ?? {
    summary: '',
    about: '',
    cost: '',
    leastLifetime: '',
    period: 'year' as const,
    stock: '',
    limitHolder: '1',
    limitHousehold: '',
    validDays: '60',
    steps: '',
    providerIds: [],
    choices: '',
    choiceOf: {},
    policyDocumentId: undefined,
    fundedBy: '',
    unitCost: '',
    timing: 'community' as const,
    windows: [],
    monthPoints: '',
    monthYuan: '',
  };
  const shelf = { isGoods: open?.nature === 'goods', goodsId: undefined };
  const choices = kind === 'open' ? kept.choices : '';
  return { ...kept, ...shelf, choices, kind, kindId: open?.kindId ?? undefined, holderKind, title, ageMin, ageMax };
}

const typed = (value: number | null) => (value ? String(value) : '');

/** A reward to be opened anew, as it is now. */
export function formOf({ opened, ...reward }: Opened): Form {
  const { kind, title, summary, about, period, ageMin, ageMax, limitHousehold, holderKind } = reward;
  const own = opened?.ownWindows;
  return {
    ...{ kind, holderKind, title, summary, about, period },
    kindId: reward.kindId ?? undefined,
    ...{ isGoods: reward.goods !== null, goodsId: reward.goods?.goodsId },
    cost: String(reward.cost),
    ageMin: ageMin === null ? '' : String(ageMin),
    ageMax: ageMax === null ? '' : String(ageMax),
    leastLifetime: typed(reward.leastLifetime),
    stock: typed(opened?.stockPerPeriod ?? null),
    limitHolder: String(reward.limitHolder),
    limitHousehold: typed(limitHousehold),
    validDays: String(reward.validDays),
    steps: reward.steps.join('\n'),
    choices: reward.choices.join('\n'),
    providerIds: reward.providers.map(({ providerId }) => providerId),
    choiceOf: Object.fromEntries(
      reward.providers.flatMap(({ providerId, choice }) => (choice === null ? [] : [[providerId, choice]])),
    ),
    policyDocumentId: opened?.policyDocumentId,
    fundedBy: opened?.fundedBy ?? '',
    unitCost: opened ? yuanText(opened.unitCostCents) : '',
    timing: own ? (own.length > 0 ? 'own' : 'any') : 'community',
    windows: own ?? [],
    monthPoints: typed(reward.monthPoints),
    monthYuan: reward.monthCents ? yuanText(reward.monthCents) : '',
  };
}

const isAge = (typed: string) => orEmpty(typed, (age) => isWhole(age, 0, AGE_MAX));
const AGE = '年龄填整数，不限就空着';

/** Of a month: of a reward, and of a community. */
export const ceilingProblems = ({ monthPoints, monthYuan }: Pick<Form, 'monthPoints' | 'monthYuan'>) => ({
  monthPoints: unless(
    orEmpty(monthPoints, (typed) => isWhole(typed, 1, MONTH_POINTS_MAX)),
    '每月多少分填整数，不限就空着',
  ),
  monthYuan: unless(
    orEmpty(monthYuan, (typed) => isYuan(typed, 1, MONTH_CENTS_MAX)),
    '每月多少钱填元，不限就空着',
  ),
});
export const ceilingsOf = ({ monthPoints, monthYuan }: Pick<Form, 'monthPoints' | 'monthYuan'>) => ({
  ...(monthPoints && { monthPoints: Number(monthPoints) }),
  ...(monthYuan && { monthCents: centsIn(monthYuan) }),
});

export const problemsIn = (form: Form): Problems<Form> => ({
  goodsId: unless(!form.isGoods || form.goodsId !== undefined, '先选是架上的哪一样'),
  title: unless(isWritten(form.title), '先写名称'),
  summary: unless(isWritten(form.summary), '先写一句是什么'),
  choices: choiceProblem(form),
  choiceOf: placeProblem(form),
  cost: unless(isWhole(form.cost, 1, POINTS_MAX), '要多少分，填 1 以上的整数'),
  ageMin: unless(isAge(form.ageMin), AGE),
  ageMax: unless(isAge(form.ageMax), AGE),
  leastLifetime: unless(
    orEmpty(form.leastLifetime, (typed) => isWhole(typed, 0, LIFETIME_MAX)),
    '累计积分填整数，不限就空着',
  ),
  stock: unless(isWhole(form.stock, 1, STOCK_MAX), '每期几份，填 1 以上的整数'),
  limitHolder: unless(isWhole(form.limitHolder, 1, LIMIT_MAX), '每人几份，填 1 以上的整数'),
  limitHousehold: unless(
    orEmpty(form.limitHousehold, (typed) => isWhole(typed, 1, LIMIT_MAX)),
    '每户几份填整数，不限就空着',
  ),
  validDays: unless(isWhole(form.validDays, 1, VALID_DAYS_MAX), `有效期填 1 到 ${VALID_DAYS_MAX} 天`),
  windows: unless(form.timing !== 'own' || form.windows.length > 0, '先加一个时间，或者选“随时”'),
  ...ceilingProblems(form),
  providerIds:
    unless(form.providerIds.length > 0, form.isGoods ? '先选在哪里发' : '先选去哪里用') ??
    unless(!form.isGoods || form.providerIds.length === 1, '物品只在一个地方发，只选一处'),
  policyDocumentId: unless(form.policyDocumentId !== undefined, '先选文件依据'),
  fundedBy: unless(isWritten(form.fundedBy), '先写钱从哪里出'),
  unitCost: unless(isYuan(form.unitCost, 0, UNIT_COST_CENTS_MAX), '一份多少钱，填元'),
});

/** What the form does not ask for stays as it was. */
const keptOf = ({ rewardId: replacesId, holderKind, ruralOnly }: Opened) => ({ replacesId, holderKind, ruralOnly });

const agesOf = ({ ageMin, ageMax }: Form) => ({
  ...(ageMin && { ageMin: Number(ageMin) }),
  ...(ageMax && { ageMax: Number(ageMax) }),
});

/** What is sent, once nothing is wrong. `before`: the reward in whose place it comes. */
export function toAsked(form: Form, unitId: string, before?: Opened): Asked | undefined {
  const { kind, kindId, holderKind, policyDocumentId } = form;
  if (firstOf(problemsIn(form)) || !policyDocumentId) return undefined;
  const choices = choicesOf(form);
  return {
    ...{ unitId, kind, policyDocumentId, period: form.period, holderKind },
    ...(kindId && { kindId }),
    ...(form.isGoods && form.goodsId && { goodsId: form.goodsId }),
    ...(form.timing !== 'community' && { windows: form.timing === 'own' ? [...form.windows] : [] }),
    ...ceilingsOf(form),
    title: form.title.trim(),
    summary: form.summary.trim(),
    about: form.about.trim(),
    cost: Number(form.cost),
    ...agesOf(form),
    ruralOnly: KINDS[kind].ruralOnly === true,
    leastLifetime: Number(form.leastLifetime || 0),
    stockPerPeriod: Number(form.stock),
    limitHolder: Number(form.limitHolder),
    ...(form.limitHousehold && { limitHousehold: Number(form.limitHousehold) }),
    validDays: Number(form.validDays),
    choices: [...choices],
    steps: linesIn(form.steps).slice(0, STEPS_MAX),
    providerIds: [...form.providerIds],
    choiceProviders: boundOf(form, choices),
    fundedBy: form.fundedBy.trim(),
    unitCostCents: centsIn(form.unitCost),
    ...(before && keptOf(before)),
  };
}
