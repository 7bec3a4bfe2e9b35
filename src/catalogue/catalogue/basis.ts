import type { CeilingKind } from '../../../cloudfunctions/values/awards';
import { CAP_TIMES_MAX, POINTS_MAX } from '../../../cloudfunctions/values/limits';
import type { RequestFor } from '../../api';
import { CAPS, type CapKey, CEILINGS } from '../../words/worth';
import type { Item } from './item-words';

/** What publishing needs, as it is being filled in. */
export interface Basis {
  readonly policyDocumentId: string | undefined;
  readonly guidelineItemId: string | undefined;
  readonly programmeId: string | undefined;
  readonly caps: Readonly<Record<CapKey, string>>;
  readonly ceilings: Readonly<Record<CeilingKind, string>>;
  readonly isDuty: boolean | undefined;
  readonly reason: string;
}

const NO_CAPS: Basis['caps'] = {
  personDay: '',
  personMonth: '',
  personYear: '',
  householdDay: '',
  householdMonth: '',
  householdYear: '',
};
const NO_CEILINGS: Basis['ceilings'] = { ...NO_CAPS, personActivity: '', householdActivity: '' };
export const EMPTY_BASIS: Basis = {
  policyDocumentId: undefined,
  guidelineItemId: undefined,
  programmeId: undefined,
  caps: NO_CAPS,
  ceilings: NO_CEILINGS,
  isDuty: undefined,
  reason: '',
};

export function basisOf(item: Item): Basis {
  const shown = CAPS.map(({ key }) => [key, item.caps[key] === null ? '' : String(item.caps[key])] as const);
  const points = CEILINGS.map(({ key }) => [key, String(item.ceilings[key] ?? '')] as const);
  return {
    policyDocumentId: item.policyDocumentId ?? undefined,
    guidelineItemId: item.guidelineItemId ?? undefined,
    programmeId: item.programmeId ?? undefined,
    caps: { ...NO_CAPS, ...Object.fromEntries(shown) },
    ceilings: { ...NO_CEILINGS, ...Object.fromEntries(points) },
    isDuty: item.legalDuty?.isDuty,
    reason: item.legalDuty?.reason ?? '',
  };
}

export const capProblem = (typed: string): string | undefined => problemUpTo(typed, CAP_TIMES_MAX);
export const ceilingProblem = (typed: string): string | undefined => problemUpTo(typed, POINTS_MAX);

const problemUpTo = (typed: string, most: number): string | undefined =>
  typed === '' || (/^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most)
    ? undefined
    : `填 1 到 ${most} 的整数，不限就空着`;

type Sent = Pick<
  RequestFor<'catalogue.completeDrafts'>,
  'policyDocumentId' | 'guidelineItemId' | 'programmeId' | 'caps' | 'ceilings' | 'legalDuty'
>;

/** What is sent: only what was filled in. A sentence when something is not right yet. */
export function toSent(basis: Basis): Sent | string {
  const { policyDocumentId, guidelineItemId, programmeId, caps, ceilings, isDuty } = basis;
  const reason = basis.reason.trim();
  if (CAPS.some(({ key }) => capProblem(caps[key])) || CEILINGS.some(({ key }) => ceilingProblem(ceilings[key])))
    return '上限有一处没填对';
  if (isDuty !== undefined && reason === '') return '请写一句为什么';
  const given = numbersIn(caps);
  const points = numbersIn(ceilings);
  return {
    ...(policyDocumentId && { policyDocumentId }),
    ...(guidelineItemId && { guidelineItemId }),
    ...(programmeId && { programmeId }),
    ...(given.length > 0 && { caps: Object.fromEntries(given) }),
    ...(points.length > 0 && { ceilings: Object.fromEntries(points) }),
    ...(isDuty !== undefined && { legalDuty: { isDuty, reason } }),
  };
}

const numbersIn = (typed: Readonly<Record<string, string>>) =>
  Object.entries(typed).flatMap(([key, value]) => (value === '' ? [] : [[key, Number(value)] as const]));
