import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../cloudfunctions/values/dates';
import { groupedBy } from '../../../cloudfunctions/values/grouped-by';
import type { DataOf } from '../../api';
import { type Against, wayOf } from '../../award/award/let-go';
import { numberWords } from '../../words/number';

export type Award = DataOf<'award.waiting'>['awards'][number];

/** 刚提的，提了 4 分钟，提了 3 小时，提了 2 天 */
export function agoWords(fromMs: number, nowMs: number): string {
  const passed = Math.max(0, nowMs - fromMs);
  if (passed < MINUTE_MS) return '刚提的';
  if (passed < HOUR_MS) return `提了 ${Math.floor(passed / MINUTE_MS)} 分钟`;
  return passed < DAY_MS ? `提了 ${Math.floor(passed / HOUR_MS)} 小时` : `提了 ${Math.floor(passed / DAY_MS)} 天`;
}

/** 秋季大扫除，谢 186 位邻居 */
export const titleOf = ({ itemName, holders }: Pick<Award, 'itemName' | 'holders'>) =>
  `${itemName}，谢 ${numberWords(holders.length)} 位邻居`;

/** 分 = 186 人 × 5 分 */
export const sumWords = ({ holders, points }: Pick<Award, 'holders' | 'points'>) =>
  holders.length > 1 ? `分 = ${numberWords(holders.length)} 人 × ${numberWords(points)} 分` : '分';

export const whyWords = ({ limitOf, pointsAlone }: Pick<Award, 'limitOf' | 'pointsAlone'>) =>
  `${limitOf === 'each' ? '给一位' : '一次'}超过 ${numberWords(pointsAlone)} 分，要两人同意`;

/** 马上入账，他本月还能发 884 分 */
export function afterWords({ holders, points, giverLeftPoints, isOwn }: Award): string {
  const left = giverLeftPoints - holders.length * points;
  const who = isOwn ? '你' : '他';
  if (left < 0) return `${who}这个月只能再发 ${numberWords(giverLeftPoints)} 分，排在后面的记不上`;
  return `马上入账，${who}这个月还能发 ${numberWords(left)} 分`;
}

/** Why an award is not signed: one of these, and where it says too little, words. */
export const REFUSAL_REASONS = [
  { key: 'people', word: '名单不对', note: '有人没来，或者漏了人' },
  { key: 'points', word: '分数不对', note: '和规则、和时长对不上' },
  { key: 'evidence', word: '凭据不够', note: '看不出真的做了' },
  { key: 'item', word: '不该记在这一项', note: '是另一件事' },
  { key: 'before', word: '已经发过了' },
  { key: 'other', word: '别的原因', note: '写一句，发的人才知道怎么改' },
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number]['key'];

/** 名单不对：三号楼的没有来; nothing as long as it says too little. */
export function becauseOf(reason: RefusalReason | undefined, words: string): string | undefined {
  const said = words.trim();
  if (reason === undefined || reason === 'other') return (reason && said) || undefined;
  const { word } = REFUSAL_REASONS.find(({ key }) => key === reason) ?? { word: '' };
  return said ? `${word}：${said}` : word;
}

/** A question stands that is not answered. */
export const isAsked = ({ words }: Pick<Award, 'words'>): boolean => words.length % 2 === 1;

/** More would fill a phone: the others are a tap away. */
export const NAMES_SHOWN = 3;
/** 刘春英、刘小军、夏金莲，另外 2 位 */
export function namesWords(names: readonly string[], most = NAMES_SHOWN): string {
  const others = names.length - most;
  const told = names.slice(0, most).join('、');
  return others > 0 ? `${told}，另外 ${numberWords(others)} 位` : told;
}

type LeftOut = Pick<Award, 'leftOut' | 'deedDate' | 'isOwn'>;
/** Who was chosen and does not get it, by the reason, as it is said to this reader: most of them first. */
export function leftOutBy({ leftOut, deedDate, isOwn }: LeftOut): { why: string; names: string[] }[] {
  const whyOf = (one: Against) => wayOf(one, deedDate, false).title.replace(/你/g, isOwn ? '你' : '他');
  return [...groupedBy(leftOut, whyOf)]
    .map(([why, some]) => ({ why, names: some.map(({ name }) => name || '已经注销的居民') }))
    .sort((a, b) => b.names.length - a.names.length);
}
