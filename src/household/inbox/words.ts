import { businessDate } from '../../../cloudfunctions/values/dates';
import { UNSEEN_MAX } from '../../../cloudfunctions/values/people';
import type { DataOf } from '../../api';
import { daysBetween, dayWords, fullDayWords, timeWords, weekdayOf } from '../../words/dates';
import { byWords, changeWords } from '../changes/words';

type News = DataOf<'household.news'>;
export type Item = News['news'][number];
export type Coming = News['comingUp'][number];

/** 2 条新的; from a hundred on nobody counts. Empty where there is none. */
export const unseenWords = (unseen: number): string =>
  unseen === 0 ? '' : unseen < UNSEEN_MAX ? `${unseen} 条新的` : `${UNSEEN_MAX} 条以上新的`;

/** What the reader can do about a word that was said for somebody, or about a card. */
function objectWords({ change, leadsTo }: Item): string {
  if (leadsTo?.what === 'pooling' || leadsTo?.what === 'naming') return '不同意，点开就能改';
  return change?.kind.startsWith('card') ? '没有这回事，请马上告诉网格员' : '';
}

/** What has happened, and who did it and why; when stands beside it. */
export function itemWords(item: Item): { title: string; note: string } {
  const { change, binding } = item;
  if (change) {
    const note = [byWords(change), objectWords(item)].filter(Boolean).join('。');
    return { title: changeWords(change), note };
  }
  const { kind, name, byName } = binding ?? { kind: 'bound', name: '', byName: '' };
  const title = kind === 'bound' ? `${name}绑定了手机` : `${name}的手机解除了绑定`;
  return { title, note: byName && `${byName}办的` };
}

/** What will be otherwise about who decides, to the one whom it concerns and to those who decided until then. */
export function comingWords({ what, name, isSelf }: Coming): { title: string; note: string } {
  const who = isSelf ? '你' : name;
  if (what === 'asked14')
    return {
      title: `${who}要满 14 岁了`,
      note: `从那天起，合用积分、公开姓名，要${isSelf ? '你' : '他'}自己也点了同意才算。`,
    };
  if (what === 'own18')
    return {
      title: `${who}要满 18 岁了`,
      note: isSelf
        ? '从那天起，你的积分由你自己做主，家里大人不再替你办。'
        : '从那天起他自己做主，你不能再替他办事；你替他点过的同意到那天为止。',
    };
  return {
    title: `${who}的监护快到期`,
    note: '那天以后要接着办，请带新的证件找网格员登记。',
  };
}

/** 今天, 昨天, 更早: under which of them something stands. */
export function groupWords(atMs: number, today: string): string {
  const days = daysBetween(businessDate(atMs), today);
  return days < 1 ? '今天' : days === 1 ? '昨天' : '更早';
}

const WEEK = 7;
/** 9:06 of today and of yesterday, 周三 within the week, then 11月7日, and with its year what was in another one. */
export function whenWords(atMs: number, today: string): string {
  const date = businessDate(atMs);
  const days = daysBetween(date, today);
  if (days < 2) return timeWords(atMs);
  if (days < WEEK) return weekdayOf(date);
  return date.slice(0, 4) === today.slice(0, 4) ? dayWords(date) : fullDayWords(date);
}
