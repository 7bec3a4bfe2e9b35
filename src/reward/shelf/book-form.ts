import { businessDate } from '../../../cloudfunctions/values/dates';
import type { Paper, PaperColumn, PaperRow } from '../../components/paper/sheets';
import { clock } from '../../device/clock';
import { checkWords, type Night, nightWords } from '../../ledger/night-words';
import { dayWords, fullDayWords } from '../../words/dates';
import { yuanText } from '../yuan';
import { MOVEMENT_WORDS, type Moved, type Thing } from './words';

const COLUMNS: readonly PaperColumn[] = [
  { head: '日期', mm: 24 },
  { head: '品名', mm: 50, words: true },
  { head: '单位', mm: 14 },
  { head: '入', mm: 18 },
  { head: '出', mm: 18 },
  { head: '结存', mm: 20 },
  { head: '单价（元）', mm: 22 },
  { head: '来源', mm: 45, words: true },
  { head: '凭证号', mm: 26 },
  { head: '经办', mm: 18 },
  { head: '监督', mm: 18 },
];
const ROW_MM = 8;

const priceOf = ({ unitPriceCents }: Moved) => (unitPriceCents === null ? '' : yuanText(unitPriceCents));
const fromOf = ({ kind, source }: Moved) => [MOVEMENT_WORDS[kind], source].filter(Boolean).join('：');

const rowOf = (moved: Moved): PaperRow => ({
  cells: [
    dayWords(businessDate(moved.movedAtMs)),
    moved.name,
    moved.measure,
    moved.quantity > 0 ? String(moved.quantity) : '',
    moved.quantity < 0 ? String(-moved.quantity) : '',
    String(moved.onShelf),
    priceOf(moved),
    fromOf(moved),
    moved.paper ?? '',
    moved.handledByName,
    moved.watchedByName ?? '',
  ],
});

/** One thing: what stood there, what came and went, and what stands there now. */
function rowsOf(thing: Thing, moved: readonly Moved[]): PaperRow[] {
  const { name, measure, inDays } = thing;
  if (!inDays || (inDays.before === 0 && moved.length === 0)) return [];
  const { before, came, went, after } = inDays;
  const carried: PaperRow = { cells: ['', name, measure, '', '', String(before), '', '上期结存', '', '', ''] };
  const sums: PaperRow = {
    cells: [{ text: `${name} 小计`, span: 3 }, String(came), String(went), String(after), { text: '', span: 5 }],
    isSum: true,
  };
  return [carried, ...moved.map(rowOf), sums];
}

const worthOf = (moved: readonly Moved[], kind: Moved['kind']) =>
  moved.reduce((sum, one) => sum + (one.kind === kind ? one.quantity * (one.unitPriceCents ?? 0) : 0), 0);

interface About {
  readonly place: string;
  readonly period: string;
  readonly night: Night | undefined;
}

/** 物资出入库台账: thing by thing, each with what was carried over and sums that meet what is left. */
export function bookForm(things: readonly Thing[], moved: readonly Moved[], { place, period, night }: About): Paper {
  const oldestFirst = [...moved].sort((a, b) => a.seq - b.seq);
  const rows = things.flatMap((thing) =>
    rowsOf(
      thing,
      oldestFirst.filter(({ goodsId }) => goodsId === thing.goodsId),
    ),
  );
  const worth = [
    `采购合计 ${yuanText(worthOf(moved, 'bought'))} 元`,
    `捐赠折价合计 ${yuanText(worthOf(moved, 'donated'))} 元`,
  ].join('，');
  return {
    title: '物资出入库台账',
    about: [place, period, ''],
    columns: COLUMNS,
    rows: [...rows, { cells: [{ text: worth, span: COLUMNS.length }], isSum: true }],
    rowMm: ROW_MM,
    foot: [nightWords(night), ...checkWords(night), `${fullDayWords(businessDate(clock()))}打印`],
  };
}
