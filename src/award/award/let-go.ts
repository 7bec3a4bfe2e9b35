import { numberWords } from '../../words/number';
import { capSpan, type Foreseen, nextWords, type Preview } from './award-words';
import type { Candidate } from './candidates';

/** Some of those who were chosen and would get nothing, for one reason; what can be done for them. */
export interface LetGo {
  readonly key: string;
  readonly people: readonly Candidate[];
  /** 这个月满 4 次了 */
  readonly title: string;
  /** 12月1日起再记 */
  readonly next: string;
  /** A colleague can give it: the list is copied for them. */
  readonly isForColleague: boolean;
  /** The colleague works elsewhere, where the same deed is another item. */
  readonly isElsewhere?: boolean;
}

export type Way = Pick<LetGo, 'title' | 'next' | 'isElsewhere'> & { readonly isForColleague?: boolean };
type Reason = NonNullable<Foreseen['refusal']>;
export type Against = Pick<Foreseen, 'cap' | 'capTimes' | 'leftPoints' | 'limit'> & { readonly refusal: Reason };

const GIVING: Readonly<
  Record<NonNullable<Foreseen['limit']>['name'], { readonly span: string; readonly next: string }>
> = {
  givenToOneADay: { span: '你一天给一家最多发', next: '明天再发' },
  givenADay: { span: '你一天最多发', next: '明天再发' },
  givenAMonth: { span: '你一个月最多发', next: '下个月1日再发' },
};

function ofLimit({ limit }: Against): Way {
  const { name = 'givenADay', points = 0, leftPoints = 0 } = limit ?? {};
  const { span, next } = GIVING[name];
  const left = `${span} ${numberWords(points)} 分，还剩 ${numberWords(leftPoints)} 分，不够了`;
  return { title: left, next: `请同事来发，或者${next}`, isForColleague: true };
}

function ofCap({ cap, capTimes }: Against, deedDate: string, isToday: boolean): Way {
  if (!cap) return { title: '记满了', next: '' };
  const { whose, span } = capSpan(cap, isToday);
  if (cap === 'personDay' && capTimes === 1) return { title: `${span}记过了`, next: '不会重复记，不用管' };
  return { title: `${whose}${span}满 ${capTimes ?? ''} 次了`, next: nextWords(cap, deedDate) };
}

function ofCeiling({ cap, leftPoints }: Against, deedDate: string, isToday: boolean): Way {
  const { whose, span } = cap ? capSpan(cap, isToday) : { whose: '', span: '' };
  const title = leftPoints
    ? `${whose}${span}只剩 ${numberWords(leftPoints)} 分，不够这一回`
    : `${whose}${span}的分记满了`;
  return { title, next: cap ? nextWords(cap, deedDate) : '' };
}

const PLAIN: Readonly<Record<Exclude<Reason, 'CAP_REACHED' | 'CEILING_REACHED' | 'GIVER_LIMIT_REACHED'>, Way>> = {
  OWN_HOUSEHOLD: { title: '是你自家人', next: '请同事来发', isForColleague: true },
  OWN_SOCIETY: { title: '是你自己带的社团', next: '请同事来发', isForColleague: true },
  HOLDER_NOT_FOUND: {
    title: '不在你管的名单里了',
    next: '搬走了的，请现在住的社区来记',
    isForColleague: true,
    isElsewhere: true,
  },
  HOLDER_KIND_DIFFERS: { title: '这件事不是记给他们的', next: '换一件事再发' },
  COUNTED_ALREADY: { title: '这一回记过了', next: '不会重复记，不用管' },
  ACCOUNT_CLOSED: { title: '积分账户停用了', next: '有疑问请找社区管理员' },
  TWICE_IN_LIST: { title: '名单里重复了', next: '只记一次，不用管' },
  NEEDS_REVIEW: { title: '这件事要先审核', next: '请选不用审核的一件' },
};

/** Why somebody does not get it, and what can be done for them; said to who gives it. */
export function wayOf(one: Against, deedDate: string, isToday: boolean): Way {
  if (one.refusal === 'CAP_REACHED') return ofCap(one, deedDate, isToday);
  if (one.refusal === 'CEILING_REACHED') return ofCeiling(one, deedDate, isToday);
  return one.refusal === 'GIVER_LIMIT_REACHED' ? ofLimit(one) : PLAIN[one.refusal];
}

/** Most of them first, and what somebody can do something about before what needs nothing. */
export function letGoOf(
  { results }: Preview,
  chosen: readonly Candidate[],
  deedDate: string,
  isToday: boolean,
): readonly LetGo[] {
  const named = new Map(chosen.map((one) => [one.id, one]));
  const groups = new Map<string, { way: Way; people: Candidate[] }>();
  for (const result of results) {
    const { refusal } = result;
    const person = named.get(result.holder.id);
    if (!refusal || !person) continue;
    const way = wayOf({ ...result, refusal }, deedDate, isToday);
    const group = groups.get(way.title) ?? { way, people: [] };
    group.people.push(person);
    groups.set(way.title, group);
  }
  return [...groups]
    .map(([key, { way, people }]) => ({ key, people, isForColleague: false, ...way }))
    .sort((a, b) => b.people.length - a.people.length);
}
