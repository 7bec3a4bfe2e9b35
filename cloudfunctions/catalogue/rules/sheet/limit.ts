import type { CeilingKind } from '../../../values/awards';

/** 每月不超过10分: a limit as a sheet writes it. */
export type Limit =
  | { readonly kind: 'points'; readonly over: CeilingKind; readonly most: number }
  | {
      readonly kind: 'times';
      readonly over: Exclude<CeilingKind, 'personActivity' | 'householdActivity'>;
      readonly most: number;
    }
  /** 最高10分, 每季度不超过10分: over no span, or over one that we do not keep. */
  | { readonly kind: 'unclear'; readonly words: string; readonly most: number | null; readonly hasSpan: boolean };

const LIMITS = /不得?(?:超过|多于|高于)|最多|最高|至多|上限|封顶|为限|限(?=[\d加计记得])|\d[分次](?:以内|以下|之内)/;
const SPANS: readonly (readonly [RegExp, 'Day' | 'Month' | 'Year' | 'Activity'])[] = [
  [/半年|季|周|星期|旬/, 'Activity'], // told apart below: spans that we do not keep
  [/每天|每日|当天|当日|单日|一天|一日|\/天|\/日|日(?=累计|最|上限|不|限)|天(?=最|上限|不|限)/, 'Day'],
  [/每个?月|当月|一个月|单月|\/月|月度|月(?=累计|最|上限|不|限|封)/, 'Month'],
  [/每年|全年|当年|一年|年度|年内|\/年|年(?=累计|最|上限|不|限|封)/, 'Year'],
  [/每场|每次|单次|单场|一次|一场|每回|同一活动|每个?活动|\/次|\/场/, 'Activity'],
];

export const isLimit = (clause: string): boolean => LIMITS.test(clause);

/** Reads one clause; `unit` is what its column's heading says where the clause does not. */
export function readLimit(clause: string, unit: '分' | '次' | null = null): Limit {
  const said = /(\d+)\s*(分(?!钟)|次)/.exec(clause.replace(/(?:每|单|一)次/g, '')) ?? /(\d+)()/.exec(clause);
  const most = said ? Number(said[1]) : null;
  const inUnit = (said?.[2] as '分' | '次' | '' | undefined) || unit;
  const [found] = SPANS.filter(([words]) => words.test(clause));
  const span = found && !/半年|季|周|星期|旬/.test(clause) ? found[1] : null;
  const who = /每户|户均|家庭|全家/.test(clause) ? 'household' : 'person';
  if (most === null || most < 1 || inUnit === null || span === null || /\d\s*个?(?:月|年|天)/.test(clause))
    return { kind: 'unclear', words: clause, most, hasSpan: found !== undefined };
  if (inUnit === '分') return { kind: 'points', over: `${who}${span}`, most };
  if (span === 'Activity') return { kind: 'unclear', words: clause, most, hasSpan: true };
  return { kind: 'times', over: `${who}${span}`, most };
}

const APART =
  /((?:每人|每户|单人|单户)?(?:每个?|全|当|单|一个?)?(?:天|日|月|年|季度|周)(?:度|内)?(?:累计|合计|总共|总计)?(?:加分|积分|得分)?(?:不得?超过|最多|最高|上限|封顶|至多|限))/g;
/** A limit that follows a value without a comma (每次2分每月不超过10分) becomes a clause of its own. */
export const limitsApart = (text: string): string => text.replace(APART, ',$1');
