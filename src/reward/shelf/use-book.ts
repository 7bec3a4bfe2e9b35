import { useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { read } from '../../api';
import { usePages } from '../../api/use-pages';
import { readWhole } from '../../api/use-whole';
import { useSheet } from '../../components/data-table/use-sheet';
import { type Filter, filterWords, type InForce } from '../../components/filters/in-force';
import { usePrinting } from '../../components/paper/paper-button';
import { clock } from '../../device/clock';
import { fullDayWords } from '../../words/dates';
import { periodFilter, periodInForce, writtenPeriod } from '../periods';
import { bookForm } from './book-form';
import { COLUMNS } from './columns';
import type { Moved, Thing } from './words';

export const keyOf = ({ goodsId, seq }: Moved) => `${goodsId} ${seq}`;

interface Props {
  unitId: string;
  /** What the community is called. */
  place: string;
  things: readonly Thing[];
}

/** All that was ever moved, when nothing narrower is asked for. */
const EVER = { from: '2000-01-01', to: '2999-12-31' };

/** The book of the shelf in a period, whole when it is saved or printed. */
export function useBook({ unitId, place, things }: Props) {
  const [inForce, sift] = useState<InForce>({});
  const thing: Filter = {
    key: 'thing',
    word: '哪样东西',
    options: things.map(({ goodsId, name }) => ({ key: goodsId, word: name })),
  };
  const filters = [periodFilter(), ...(things.length > 1 ? [thing] : [])];
  const period = periodInForce(inForce);
  const question = { unitId, ...period?.days, ...(inForce.thing && { goodsId: inForce.thing }) };
  const { pages, ready, ...list } = usePages('reward.goodsMovements', question);
  const rows = pages.flatMap((page) => page.movements);
  const whole = () => readWhole('reward.goodsMovements', { ...question, limit: PAGE_MAX }, 'movements');
  const today = businessDate(clock());
  const sheet = useSheet({
    title: '物资出入库台账',
    about: [place, filterWords(filters, inForce) || '全部', fullDayWords(today)],
    columns: COLUMNS,
    keyOf,
    whole,
  });
  const printing = usePrinting(async () => {
    const days = period?.days ?? EVER;
    const [moved, stood, nights] = await Promise.all([
      whole(),
      readWhole('reward.goods', { unitId, days, ended: true, limit: PAGE_MAX }, 'goods'),
      read('ledger.nights', { limit: 1 }),
    ]);
    if (!moved.ok) return moved;
    if (!stood.ok) return stood;
    if (!nights.ok) return nights;
    const shown = stood.data.filter(({ goodsId }) => !inForce.thing || goodsId === inForce.thing);
    const about = { place, period: writtenPeriod(period, today), night: nights.data.heads[0] };
    return { ok: true, data: bookForm(shown, moved.data, about) };
  });
  return { filters, inForce, sift, list: { ...list, data: ready ? rows : undefined }, sheet, printing };
}
