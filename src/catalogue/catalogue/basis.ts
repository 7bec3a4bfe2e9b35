import { CAP_TIMES_MAX } from '../../../cloudfunctions/values/limits';
import type { RequestFor } from '../../api';
import { CAPS, type CapKey, type Item } from './item-words';

/** What publishing needs, as it is being filled in. */
export interface Basis {
  readonly policyDocumentId: string | undefined;
  readonly guidelineItemId: string | undefined;
  readonly programmeId: string | undefined;
  readonly caps: Readonly<Record<CapKey, string>>;
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
export const EMPTY_BASIS: Basis = {
  policyDocumentId: undefined,
  guidelineItemId: undefined,
  programmeId: undefined,
  caps: NO_CAPS,
  isDuty: undefined,
  reason: '',
};

export function basisOf(item: Item): Basis {
  const shown = CAPS.map(({ key }) => [key, item.caps[key] === null ? '' : String(item.caps[key])] as const);
  return {
    policyDocumentId: item.policyDocumentId ?? undefined,
    guidelineItemId: item.guidelineItemId ?? undefined,
    programmeId: item.programmeId ?? undefined,
    caps: { ...NO_CAPS, ...Object.fromEntries(shown) },
    isDuty: item.legalDuty?.isDuty,
    reason: item.legalDuty?.reason ?? '',
  };
}

export const capProblem = (typed: string): string | undefined =>
  typed === '' || (/^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= CAP_TIMES_MAX)
    ? undefined
    : `填 1 到 ${CAP_TIMES_MAX} 的整数，不限就空着`;

type Sent = Pick<
  RequestFor<'catalogue.completeDrafts'>,
  'policyDocumentId' | 'guidelineItemId' | 'programmeId' | 'caps' | 'legalDuty'
>;

/** What is sent: only what was filled in. A sentence when something is not right yet. */
export function toSent(basis: Basis): Sent | string {
  const { policyDocumentId, guidelineItemId, programmeId, caps, isDuty } = basis;
  const reason = basis.reason.trim();
  if (CAPS.some(({ key }) => capProblem(caps[key]))) return '上限有一处没填对';
  if (isDuty !== undefined && reason === '') return '请写一句为什么';
  const given = CAPS.filter(({ key }) => caps[key] !== '').map(({ key }) => [key, Number(caps[key])] as const);
  return {
    ...(policyDocumentId && { policyDocumentId }),
    ...(guidelineItemId && { guidelineItemId }),
    ...(programmeId && { programmeId }),
    ...(given.length > 0 && { caps: Object.fromEntries(given) }),
    ...(isDuty !== undefined && { legalDuty: { isDuty, reason } }),
  };
}
