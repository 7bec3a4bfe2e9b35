import type { LateMark } from '../../../cloudfunctions/values/receipt';
import { fullDayWords } from '../../words/dates';
import type { Entry } from '../entry-words';
import type { Outside } from './outside';

/** `otherKey`: signed by a key that is not the one we trust. `outsideDiffers`: somebody from outside signed the day as another. */
export type Verdict =
  | 'checking'
  | 'genuine'
  | 'notYet'
  | 'unpublished'
  | 'unchecked'
  | 'altered'
  | 'otherKey'
  | 'outsideDiffers'
  | 'noReceipt';

export const WORDS: Record<Verdict, { title: string; next: string }> = {
  checking: { title: '正在核对…', next: '在这台设备上算一遍，再和公布的校验码对一对。' },
  genuine: { title: '是真的，没有被改动', next: '刚刚在这台设备上算过一遍，和公布的校验码对得上。' },
  notYet: { title: '这一天的校验码还没公布', next: '每天夜里公布前一天的，到时候再来核对。' },
  unpublished: { title: '这台设备上核对过了', next: '现在连不上服务，公布的校验码晚些再对。' },
  unchecked: {
    title: '现在还没能核对',
    next: '这台设备自己算不了，又连不上服务。网络好了再打开看看，积分还在存折里。',
  },
  altered: { title: '和公布的校验码对不上', next: '请把这一页给社区管理员看，我们会查清楚。' },
  otherKey: {
    title: '不是这里签的字',
    next: '这张回执上签字的公钥和这里的不一样，可能是别处的回执。请问给你回执的人。',
  },
  outsideDiffers: {
    title: '和监督委员会签过的不一样',
    next: '这一天的账，他们签过字以后被换过。请把这一页给上级看，也给他们看。',
  },
  noReceipt: { title: '认不出这张回执', next: '请把整条链接，或者整个回执文件再给一次，一个字都不能少。' },
};

/** Bad news is told as such; what cannot be known yet is none. */
export const isBad = (verdict: Verdict): boolean => ['altered', 'otherKey', 'outsideDiffers'].includes(verdict);

/** What those from outside signed outweighs what the operator's own key says. */
export const withOutside = (verdict: Verdict, outside: Outside | undefined): Verdict =>
  outside?.state === 'differs' && !isBad(verdict) ? 'outsideDiffers' : verdict;

/** Where the key comes from: no more is promised than that. */
export const keyWords = (isBuiltIn: boolean): string =>
  isBuiltIn
    ? '核对用的公钥装在程序里，不是回执带来的。'
    : '核对用的公钥是服务器告诉的。想更放心，就到“每晚公布的校验码”把公钥和社区张贴的对一对。';

const WHY_LATE: Record<LateMark['why'], string> = {
  hostDown: '那天夜里系统没有开',
  restored: '从备份恢复以后重新签的',
  upgraded: '系统升级以后补签的',
  demo: '演示数据',
};

/** 这一天是 11月30日 补签的（那天夜里系统没有开），由县数据中心值班岗确认。 */
export const lateWords = ({ on, why, by }: LateMark): string =>
  `不是当天夜里签的，是 ${fullDayWords(on)}补签的：${WHY_LATE[why]}，由${by}确认。`;

/** What has become of the points, whether or not it can be checked yet. */
export const DONE: Record<Entry['kind'], string> = {
  credit: '积分已经入账。',
  hold: '积分已经给你留着。',
  redeem: '积分已经用掉。',
  release: '积分已经退回。',
  correction: '已经改正。',
};
