import { addDays } from '../../../cloudfunctions/values/dates';
import { HALF_HOURS_MAX } from '../../../cloudfunctions/values/limits';
import type { DataOf } from '../../api';
import type { IconName } from '../../components/icon/names';
import { dayWords } from '../../words/dates';
import { numberWords } from '../../words/number';
import { sentenceFor } from '../../words/refusals';
import type { Sentence } from '../../words/sentence';
import { capsWords, ceilingsWords } from '../../words/worth';

export type Item = DataOf<'catalogue.items'>['items'][number];
export type Given = DataOf<'award.give'>;
export type Preview = DataOf<'award.preview'>;
export type Foreseen = Preview['results'][number];
export type Code = NonNullable<Foreseen['refusal']>;
type Cap = NonNullable<Foreseen['cap']>;

const TODAY = { Activity: '这一回', Day: '今天', Month: '这个月', Year: '今年' } as const;
const THEN = { Activity: '这一回', Day: '那天', Month: '那个月', Year: '那年' } as const;
type Span = keyof typeof TODAY;
const spanIn = (cap: Cap): Span => (Object.keys(TODAY) as Span[]).find((span) => cap.endsWith(span)) ?? 'Activity';

/** Whose limit in which span: 家里, 这个月; of a day other than today 那个月. */
export const capSpan = (cap: Cap, isToday: boolean) => ({
  whose: cap.startsWith('household') ? '家里' : '',
  span: (isToday ? TODAY : THEN)[spanIn(cap)],
});

/** From which day on it counts again, by the deed's own day. */
export function nextWords(cap: Cap, deedDate: string): string {
  const [year, month] = [Number(deedDate.slice(0, 4)), Number(deedDate.slice(5, 7))];
  if (cap.endsWith('Month')) return `${(month % 12) + 1}月1日起再记`;
  if (cap.endsWith('Year')) return `${year + 1}年1月1日起再记`;
  return cap.endsWith('Day') ? `${dayWords(addDays(deedDate, 1))}起再记` : '下一回再记';
}

/** 本月第 2 次; of a household also up to what: 家里这个月第 3 次，最多 4 次 */
export function timesWords({ nearest }: Pick<Foreseen, 'nearest'>, isToday: boolean): string {
  if (!nearest) return '';
  const { cap, times, capTimes } = nearest;
  const { whose, span } = capSpan(cap, isToday);
  const nth = `${whose}${span}第 ${times + 1} 次`;
  return whose ? `${nth}，最多 ${capTimes} 次` : nth;
}
const WHY: Record<Code, string> = {
  HOLDER_NOT_FOUND: '不在名单里',
  HOLDER_KIND_DIFFERS: '不是记给他的',
  OWN_HOUSEHOLD: '自家人',
  GIVER_LIMIT_REACHED: '你发满了',
  OWN_SOCIETY: '自己带的社团，请别的同事来发',
  CAP_REACHED: '记满了',
  CEILING_REACHED: '记满了',
  COUNTED_ALREADY: '记过了',
  ACCOUNT_CLOSED: '账户停用了',
  TWICE_IN_LIST: '名单里重复了',
  NEEDS_REVIEW: '这件事要先审核',
};

/** A few words why somebody cannot be given it. */
export function whyWords(code: Code, cap: Cap | null, isToday = true, leftPoints: number | null = null): string {
  if ((code !== 'CAP_REACHED' && code !== 'CEILING_REACHED') || !cap) return WHY[code];
  if (leftPoints) return `只剩 ${numberWords(leftPoints)} 分，不够这一回`;
  const { whose, span } = capSpan(cap, isToday);
  return `${whose}${span}${cap.endsWith('Day') ? '记过了' : '记满了'}`;
}

/** 每人每天 1 次 */
export function capWords({ caps, ceilings, condition, countedPer, evidence, holderKind }: Item): string {
  const limits = capsWords({ caps, holderKind }) || ceilingsWords({ ceilings, holderKind });
  const limit = limits.split('，')[0] || `按${countedPer}计`;
  return [condition, limit, evidence].filter(Boolean).join('，');
}

const PICTURES: readonly (readonly [RegExp, IconName])[] = [
  [/巡逻|平安|安全|禁毒|反诈|治安/, 'shield'],
  [/老人|孝|照看|看望|慰问|助残|爱心|献血/, 'heart'],
  [/调解|矛盾|议事|宣讲|建议|讲堂/, 'talk'],
  [/清洁|卫生|打扫|环境|垃圾|环保|绿/, 'clean'],
  [/学|书|课|作业|教育|辅导/, 'book'],
  [/农|田|产业|种/, 'farm'],
  [/党|荣誉|模范|先进|星|获/, 'honour'],
  [/会|社团|队|志愿/, 'people'],
];

/** A drawing that fits the deed's name, else its category's. */
export function iconOf({ name, category }: Pick<Item, 'name' | 'category'>): IconName {
  const found = PICTURES.find(([words]) => words.test(name)) ?? PICTURES.find(([words]) => words.test(category));
  return found?.[1] ?? 'done';
}

/** 一次超过 500 分；每位超过 100 分 */
export const aloneWords = ({ limitOf, pointsAlone }: NonNullable<Preview['waiting']>): string =>
  `${limitOf === 'each' ? '每位' : '一次'}超过 ${numberWords(pointsAlone)} 分`;

const EACH = { resident: '位邻居', household: '户人家', society: '个社团' } as const;

/** 3 位邻居 */
export const countWords = (kind: Item['holderKind'], count: number) => `${count} ${EACH[kind]}`;

/** 选了 200 位邻居 */
export const pickedWords = (kind: Item['holderKind'], count: number) =>
  count > 0 ? `选了 ${countWords(kind, count)}` : undefined;

const SHORT = { resident: '位', household: '户', society: '个' } as const;

/** 发给了 3 位，1 位没有再记 */
export function outcomeWords(kind: Item['holderKind'], posted: number, refused: number): string {
  if (posted === 0) return '这次没有发';
  return refused === 0 ? '发好了' : `发给了 ${posted} ${SHORT[kind]}，${refused} ${SHORT[kind]}没有再记`;
}

const COUNTED: readonly Code[] = ['CAP_REACHED', 'CEILING_REACHED', 'COUNTED_ALREADY'];

/** Why nobody was given it, and what to do; each one's own reason stands at the name. */
export function noneWords(codes: readonly Code[]): Sentence {
  if (codes.every((code) => COUNTED.includes(code)))
    return {
      what: '这件事已经记过了，不能再记。',
      next: '可能是同事刚发过，不用再发。选错了人，就点“再发一件”重新选。',
    };
  const [code, ...others] = new Set(codes);
  if (code && others.length === 0) return sentenceFor(code);
  return { what: '名单上的都不能记。', next: '原因写在名字下面。要换人，就点“再发一件”重新选。' };
}

/** Who is asked to sign it: 赵丽；赵丽或者周敏；赵丽、周敏、钱工等 5 位里的一位 */
export function signerWords({ signers }: Pick<Preview, 'signers'>): string {
  const { names = [], count = 0 } = signers ?? {};
  if (names.length === 0) return '上一级的主管';
  if (count > names.length) return `${names.join('、')}等 ${count} 位里的一位`;
  return names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join('、')}或者${names[names.length - 1]}`;
}

/** 发给 3 位邻居，各 5 分；发给 186 位，请赵丽签字 */
export function giveWords({ holderKind, points }: Item, count: number, foreseen?: Preview): string {
  if (foreseen?.waiting) return `发给 ${count} ${SHORT[holderKind]}，请${signerWords(foreseen)}签字`;
  return count === 1
    ? `发给 ${countWords(holderKind, 1)}，${numberWords(points)} 分`
    : `发给 ${countWords(holderKind, count)}，各 ${numberWords(points)} 分`;
}

/** 1.5 is three half hours; undefined: no number that ends in a half. */
export function halfHoursIn(typed: string): number | undefined {
  const halves = /^\d{1,3}(\.[05])?$/.test(typed.trim()) ? Number(typed) * 2 : 0;
  return halves >= 1 && halves <= HALF_HOURS_MAX ? halves : undefined;
}
