import type { Line } from '../../cloudfunctions/catalogue/rules/sheet/line';
import { understandWorkbook } from '../../cloudfunctions/catalogue/rules/sheet/understand';
import type { Cell, SheetRow } from '../../cloudfunctions/kit/excel';

export const sheet = (name: string, ...rows: Cell[][]) => ({
  ...{ name, isHidden: false },
  rows: rows.map((cells, i): SheetRow => ({ row: i + 1, cells })).filter(({ cells }) => cells.some(Boolean)),
});
/** A workbook of one sheet as its cells, the first row being row 1. */
export const understand = (...rows: Cell[][]) => understandWorkbook([sheet('细则', ...rows)]);
export const HEAD = ['类别', '事项', '分值', '备注'];
export const lineOf = (value: Cell, name: Cell = '参加公益理发', note: Cell = null) =>
  understand(HEAD, ['公益', name, value, note]).lines[0] as Line;
export const fateOf = ({ result, why, rule }: Line) => why ?? rule ?? result;
export const fates = (...rows: Cell[][]) => understand(...rows).lines.map((line) => [line.name, fateOf(line)]);
export const TAKEN = 'take';
export const REFUSED = 'rule4NoDeduction';
