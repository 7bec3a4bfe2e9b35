import type { DataOf, RequestFor } from '../../api';

export type Application = DataOf<'household.applications'>['applications'][number];
export type Match = Application['matches'][number];
type Sent = RequestFor<'household.decideApplication'>['decision'];
export type Because = Extract<Sent, { kind: 'refuse' }>['because'];

/** What the person at the desk has put together so far. */
export interface Draft {
  readonly kind: 'resident' | 'newMember' | 'newHousehold' | 'refuse' | undefined;
  readonly residentId?: string | undefined;
  readonly householdId?: string | undefined;
  readonly relation: string;
  readonly unitId?: string | undefined;
  readonly because?: Because | undefined;
}
export const EMPTY_DRAFT: Draft = { kind: undefined, relation: '' };

export const REASONS: readonly { key: Because; word: string }[] = [
  { key: 'notLivingHere', word: '不住在我们社区' },
  { key: 'notMatching', word: '填的和实际对不上' },
  { key: 'alreadyBound', word: '他已经绑定过了' },
  { key: 'other', word: '别的原因，会当面说' },
];

const AGREES = { name: '姓名', phone: '电话', address: '住址', bornOn: '出生日期' } as const;

/** 姓名、电话一样 */
export const agreesWords = ({ agrees }: Match) =>
  agrees.length > 0 ? `${agrees.map((one) => AGREES[one]).join('、')}一样` : '有点像';

/** The decision as it is sent; a sentence when something is still missing. */
export function toDecision(draft: Draft): Sent | string {
  const { kind, residentId, householdId, unitId, because } = draft;
  const relation = draft.relation.trim();
  switch (kind) {
    case 'resident':
      return residentId ? { kind, residentId } : '先选他是哪一位';
    case 'newMember':
      if (!householdId) return '先找到这户人家';
      return relation ? { kind, householdId, relation } : '先填和户主的关系';
    case 'newHousehold':
      return unitId ? { kind, unitId } : '先选住在哪个网格';
    case 'refuse':
      return because ? { kind, because } : '先选一个原因';
    default:
      return '先选他是谁';
  }
}

/** What the button says: what happens. */
export function decisionWord({ kind }: Draft, name: string): string {
  const words = {
    resident: `通过，就是这位${name}`,
    newMember: '通过，加到这一户',
    newHousehold: '通过，登记新的一户',
    refuse: '不通过，告诉他原因',
  };
  return kind ? words[kind] : '办好这件申请';
}
