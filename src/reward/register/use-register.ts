import { businessDate } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { type RequestFor, read } from '../../api';
import { usePages } from '../../api/use-pages';
import { readWhole } from '../../api/use-whole';
import { useSheet } from '../../components/data-table/use-sheet';
import { useSorting } from '../../components/data-table/use-sorting';
import { soughtWords } from '../../components/filters/in-force';
import { useSifting } from '../../components/filters/use-sifting';
import { usePrinting } from '../../components/paper/paper-button';
import { clock } from '../../device/clock';
import { fullDayWords } from '../../words/dates';
import { redeemedOnWords } from '../../words/windows';
import { periodInForce, writtenPeriod } from '../periods';
import { COLUMNS } from './columns';
import { registerForm } from './form';
import { onlyOf, useSieve } from './sieve';
import type { Line } from './words';

export const keyOf = ({ voucherId }: Line) => voucherId;
const NO_SUMS = { quantity: 0, points: 0 };

interface Place {
  unitId: string;
  communityId: string;
  /** What the place is called. */
  place: string;
}

/** All vouchers of a place in their order and sifted; every one that matches to be saved or printed, or on the form. */
export function useRegister({ unitId, communityId, place }: Place) {
  const { sort, sorting } = useSorting<NonNullable<RequestFor<'reward.voucherRegister'>['sort']>['by']>('time', true);
  const { inForce, sift, typed, type, query: who } = useSifting();
  const question = { unitId, sort, only: onlyOf(inForce, who) };
  const { pages, ready, ...list } = usePages('reward.voucherRegister', question);
  const filters = useSieve(pages[0]?.among);
  const rows = pages.flatMap((page) => page.vouchers);
  const whole = () => readWhole('reward.voucherRegister', { ...question, limit: PAGE_MAX }, 'vouchers');
  const words = soughtWords(filters, inForce, who);
  const today = businessDate(clock());
  const sheet = useSheet({
    title: '兑换登记',
    about: [place, words || '全部', fullDayWords(today)],
    columns: COLUMNS,
    keyOf,
    whole,
  });
  const printing = usePrinting(async () => {
    const [lines, nights, rule] = await Promise.all([
      whole(),
      read('ledger.nights', { limit: 1 }),
      read('reward.redemption', { unitId: communityId }),
    ]);
    if (!lines.ok) return lines;
    if (!nights.ok) return nights;
    const windows = rule.ok ? rule.data.windows : []; // a grid worker is told vouchers, and not what the community set
    const period = periodInForce(inForce);
    const provider = pages[0]?.among.providers.find(({ providerId }) => providerId === inForce.provider)?.name;
    const isOpen = period === undefined || period.days.to >= today;
    const written = writtenPeriod(period, today);
    const about = {
      place,
      period: redeemedOnWords(written, windows, period?.days),
      provider,
      night: nights.data.heads[0],
      isOpen,
    };
    return { ok: true, data: registerForm(lines.data, about) };
  });
  return {
    ...{ sorting, filters, inForce, sift, typed, type, rows, list, sheet, printing },
    count: pages[0]?.count ?? 0,
    sums: pages[0]?.sums ?? NO_SUMS,
    data: ready ? rows : undefined,
    /** Each question is a list of its own. */
    asked: JSON.stringify(question.only),
  };
}
export type Register = ReturnType<typeof useRegister>;
