import { businessDate } from '../../cloudfunctions/values/dates';
import type { DataOf } from '../api';
import type { VoucherState } from '../components/voucher-card';
import { alikeAmong } from '../words/alike';
import { daysBetween, fullDayWords, momentWords } from '../words/dates';

export type Voucher = DataOf<'reward.vouchers'>['vouchers'][number];

export const STATES: Record<Voucher['state'], VoucherState> = {
  issued: 'usable',
  redeemed: 'used',
  cancelled: 'cancelled',
  lapsed: 'lapsed',
};

export function leftWords(expiresAtMs: number, nowMs: number): string {
  const days = daysBetween(businessDate(nowMs), businessDate(expiresAtMs));
  return days > 0 ? `还有 ${days} 天` : '就到今天';
}

/** 购书卡或健身卡 · 购书卡; 大米 5 公斤 2 份 */
export const titleWords = ({
  title,
  choice,
  quantity = 1,
}: Pick<Voucher, 'title' | 'choice'> & { quantity?: number }) =>
  [choice ? `${title} · ${choice}` : title, quantity > 1 && `${quantity} 份`].filter(Boolean).join(' ');

/** Everywhere that it is honoured. */
export const placesOf = ({ providers }: Pick<Voucher, 'providers'>) =>
  providers.map(({ name, place, hours }) => ({ name, note: [place, hours].filter(Boolean).join(' · ') }));

/** What a voucher is now, in a line. */
export function voucherLine(voucher: Voucher, nowMs: number): string {
  if (voucher.state === 'issued')
    return `到 ${fullDayWords(businessDate(voucher.expiresAtMs))}，${leftWords(voucher.expiresAtMs, nowMs)}`;
  if (voucher.state === 'redeemed')
    return `${momentWords(voucher.redeemedAtMs ?? 0)} 在${voucher.redeemedAtProvider ?? '服务点'}用掉的`;
  return `${voucher.state === 'lapsed' ? '没去成' : '已退回'}，${voucher.points} 分回到了原来的账户`;
}

/** Likewise, for a list: of vouchers that sound the same each says its code, or when it was redeemed. */
export function linesAmong(vouchers: readonly Voucher[], nowMs: number): (voucher: Voucher) => string {
  const isAlike = alikeAmong(vouchers, (one) => [one.holder.id, titleWords(one), voucherLine(one, nowMs)].join());
  return (one) => [voucherLine(one, nowMs), isAlike(one) && furtherWords(one)].filter(Boolean).join(' · ');
}

const furtherWords = ({ code, issuedAtMs }: Voucher) => (code ? `券码 ${code}` : `${momentWords(issuedAtMs)} 换的`);

/** For who fetches it in the holder's place. */
export const shareWords = (voucher: Voucher): string =>
  [
    `${titleWords(voucher)}，券码 ${voucher.code ?? ''}`,
    ...placesOf(voucher).map(({ name, note }) => [name, note].filter(Boolean).join(' · ')),
    `到 ${fullDayWords(businessDate(voucher.expiresAtMs))}有效`,
  ].join('\n');

/** What stands below the perforation. How it is used is told as long as it can be. */
export function voucherFacts(voucher: Voucher, nowMs: number) {
  const { state, expiresAtMs, steps } = voucher;
  const usable = state === 'issued';
  const until = `到 ${fullDayWords(businessDate(expiresAtMs))}`;
  return [
    usable
      ? { term: '有效期', value: until, note: leftWords(expiresAtMs, nowMs) }
      : { term: '现在', value: voucherLine(voucher, nowMs) },
    ...placesOf(voucher).map(({ name, note }) => ({ term: '地点', value: name, note })),
    ...(usable && steps.length > 0 ? [{ term: '怎么用', value: stepsWords(steps) }] : []),
  ];
}

/** One sentence of several steps, each of which may end in a full stop of its own. */
const stepsWords = (steps: readonly string[]) => `${steps.map((step) => step.replace(/[。；]$/, '')).join('；')}。`;
