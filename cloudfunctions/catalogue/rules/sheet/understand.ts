import type { Sheet, SheetRow } from '../../../kit/excel';
import { SENTENCE_MAX, TITLE_MAX } from '../../../values/limits';
import { isOurInstruction, saysExample } from '../../../values/templates';
import { type Assigned, headingOf, isPointsHeading, likelyHeadings, type Table, tableAt } from './header';
import type { Column, Line, Remark, SheetRead, Understood } from './line';
import { readRow } from './row';
import { Sections } from './sections';
import { mergeTwins } from './twins';
import { columnName, cut, filled, offences, saysAdding, saysDeducting, wordsIn } from './words';

const WITHOUT_CATEGORY = '未分类';
const SUM_ROW = /^(?:合计|总计|小计|总分|共计)/;
const REMARK = /^(?:注|备注|说明|附|备|特别说明|注意)(?:[:：\d]|事项|$)/;
const REMARK_LENGTH_MIN = 20;
const NUMERAL = /^(?:[一二三四五六七八九十\d]+|[(（][一二三四五六七八九十\d]+[)）])[、.．)）]?$/;

/** Takes a committee's workbook apart, sheet by sheet and row by row: nothing that stands in it is passed over without a word. */
export function understandWorkbook(sheets: readonly Sheet[], assigned: Assigned = new Map()): Understood {
  const read = sheets.map((sheet, i) => understandSheet(sheet, i, assigned));
  return {
    sheets: read.map((one) => one.sheet),
    lines: mergeTwins(read.flatMap((one) => one.lines)),
    remarks: read.flatMap((one) => one.remarks),
  };
}

interface ReadSheet {
  readonly sheet: SheetRead;
  readonly lines: readonly Line[];
  readonly remarks: readonly Remark[];
}

const settingOf = (name: string): SheetRead['setting'] =>
  /农村|乡村|村版/.test(name) ? 'rural' : /城镇|城市|城区|社区版/.test(name) ? 'urban' : null;

function understandSheet({ name, isHidden, rows }: Sheet, i: number, assigned: Assigned): ReadSheet {
  const about = { name, setting: settingOf(name), rows: rows.length, columns: [], headerRow: null, examples: 0 };
  if (rows.length === 0) return { sheet: { ...about, kind: 'empty' }, lines: [], remarks: [] };
  if (isHidden) return { sheet: { ...about, kind: 'hidden' }, lines: [], remarks: [] };
  const at = rows.findIndex((_, row) => tableAt(rows, row, assigned) !== null);
  if (at < 0) return withoutTable(about, rows, i);
  const walk = new Walk(i, name, rows, assigned);
  walk.readFrom(at);
  const { examples, headerRow, lines, remarks } = walk;
  return { sheet: { ...about, kind: 'rules', columns: walk.columns(), headerRow, examples }, lines, remarks };
}

const REWARDS = /兑换|礼品|物品|奖品|商品|所需积分|库存/;

/** A page of words, a list of rewards, or a table whose headings a person has to explain. */
function withoutTable(about: Omit<SheetRead, 'kind'>, rows: readonly SheetRow[], sheet: number): ReadSheet {
  const table = likelyHeadings(rows);
  if (!table) {
    const theirs = rows.filter((row) => !filled(row).every(isOurInstruction));
    const kind = theirs.length === 0 ? 'instructions' : 'words';
    return { sheet: { ...about, kind }, lines: [], remarks: theirs.map((row) => toRemark(sheet, row)) };
  }
  if (table.headings.some((word) => REWARDS.test(word)))
    return { sheet: { ...about, kind: 'rewards' }, lines: [], remarks: [] };
  const columns = table.headings.flatMap((heading, column) =>
    columnOf(rows.slice(table.at + 1), heading, column, null),
  );
  return { sheet: { ...about, kind: 'unknown', columns }, lines: [], remarks: [] };
}

function toRemark(sheet: number, row: SheetRow): Remark {
  const text = filled(row).join(' ');
  return { sheet, row: row.row, text: cut(text, SENTENCE_MAX), rules: offences(text) };
}

function columnOf(rows: readonly SheetRow[], heading: string, column: number, means: Column['means']): Column[] {
  const words = rows.map((row) => wordsIn(row, column)).filter((text) => text !== '');
  const [example] = words;
  if (example === undefined) return [];
  return [
    {
      heading: heading || columnName(column),
      place: columnName(column),
      means,
      filled: words.length,
      example: cut(example, TITLE_MAX),
    },
  ];
}

/** One sheet, from its first headings down. */
class Walk {
  readonly lines: Line[] = [];
  readonly remarks: Remark[] = [];
  examples = 0;
  private readonly sections: Sections;
  private readonly tables: { readonly table: Table; readonly from: number }[] = [];
  private readonly carried = new Map<number, string>();
  private nameAbove = '';

  constructor(
    private readonly sheet: number,
    name: string,
    private readonly rows: readonly SheetRow[],
    private readonly assigned: Assigned,
  ) {
    this.sections = new Sections(saysDeducting(name));
  }

  readFrom(first: number): void {
    this.readTitles(first);
    for (let at = first; at < this.rows.length; at++) {
      const table = tableAt(this.rows, at, this.assigned);
      if (!table) {
        this.readBelow(this.rows[at] as SheetRow);
        continue;
      }
      at += table.rows - 1;
      this.tables.push({ table, from: at + 1 });
      this.carried.clear();
      this.nameAbove = '';
    }
  }

  /** What stands above the headings: the title may say that all of it takes points away; the rest is told. */
  private readTitles(first: number): void {
    for (const [i, row] of this.rows.slice(0, first).entries()) {
      const text = filled(row).join(' ');
      if (saysDeducting(text)) this.sections.open(text);
      else if (i > 0 || text.length > REMARK_LENGTH_MIN * 2 || offences(text).length > 0)
        this.remarks.push(toRemark(this.sheet, row));
    }
  }

  private readBelow(row: SheetRow): void {
    const { table } = this.tables.at(-1) as (typeof this.tables)[number];
    const texts = filled(row);
    const [first = ''] = texts;
    if ([first, ...table.pairs.map((pair) => wordsIn(row, pair.name))].some(saysExample)) {
      this.examples += 1;
      return;
    }
    if (SUM_ROW.test(first.replace(/\s/g, ''))) return;
    if (REMARK.test(first) && table.pairs.every((pair) => wordsIn(row, pair.points) === '')) {
      this.remarks.push(toRemark(this.sheet, row));
      return;
    }
    if (this.readLone(row, table, texts) || this.readHeadingAgain(row, table)) return;
    this.carry(row, table);
    const { category, deducts } = this.sections;
    const around = {
      ...{ sheet: this.sheet, table, deducts, carried: this.carried, nameAbove: this.nameAbove },
      category: category || WITHOUT_CATEGORY,
    };
    const read = readRow(row, around);
    this.lines.push(...read.lines);
    this.remarks.push(...read.remarks);
    this.nameAbove = read.lines[0]?.name ?? this.nameAbove;
  }

  /** A row of one text and no value: a heading between the rows, or a remark. False: it is an item whose value is missing. */
  private readLone(row: SheetRow, table: Table, texts: readonly string[]): boolean {
    const words = texts.filter((text) => !NUMERAL.test(text));
    const [text] = words;
    const hasValue = table.pairs.some((pair) =>
      [pair.points, ...pair.grades.map(({ column }) => column)].some((column) => wordsIn(row, column) !== ''),
    );
    if (words.length !== 1 || text === undefined || hasValue) return false;
    const number = texts.find((one) => one !== text) ?? '';
    const isNumbered = this.sections.isNumbered(text, number);
    if (!isHeading(text, isNumbered)) {
      this.remarks.push(toRemark(this.sheet, row));
      return true;
    }
    const isItem = table.pairs.some((pair) => wordsIn(row, pair.name) === text) && !isNumbered;
    if (isItem && !this.sections.saysWhich(text)) return false;
    this.sections.open(text, number);
    this.carried.clear();
    this.nameAbove = '';
    return true;
  }

  /** 二、减分项 and beside it 扣分标准: the heading of a part with that of its values, and no item. */
  private readHeadingAgain(row: SheetRow, table: Table): boolean {
    const heads = table.pairs.flatMap((pair) => {
      const [text, value] = [wordsIn(row, pair.name), wordsIn(row, pair.points)];
      return this.sections.saysWhich(text) && isPointsHeading(value) ? [text] : [];
    });
    const [head] = heads;
    if (head === undefined || heads.length < table.pairs.filter((pair) => wordsIn(row, pair.points) !== '').length)
      return false;
    this.sections.open(head);
    this.carried.clear();
    this.nameAbove = '';
    return true;
  }

  /** Where the first headings stand, as Excel shows it. */
  get headerRow(): number | null {
    const [first] = this.tables;
    return first ? (this.rows[first.from - 1]?.row ?? null) : null;
  }

  private carry(row: SheetRow, table: Table): void {
    for (const [column, means] of table.means.entries()) {
      const words = means === null || means === 'category' || means === 'nothing' ? wordsIn(row, column) : '';
      if (words !== '') this.carried.set(column, words);
    }
  }

  /** Columns in which something stands and that were not read, and those that a person has assigned. */
  columns(): Column[] {
    const { table, from } = this.tables[0] as (typeof this.tables)[number];
    const rows = this.rows.slice(from, this.tables[1]?.from);
    return table.headings.flatMap((heading, column) => {
      const said = this.assigned.get(headingOf(heading));
      const means = table.means[column] ?? null;
      if (means !== null && !said) return [];
      return columnOf(rows, heading, column, said ?? null).filter(({ example }) => !isContext(example));
    });
  }
}

/** Short, or with a number of its own; what speaks against the rules is a remark, unless it heads what is deducted. */
function isHeading(text: string, isNumbered: boolean): boolean {
  const length = [...text].length;
  if (saysDeducting(text)) return length <= REMARK_LENGTH_MIN || isNumbered;
  return (length <= REMARK_LENGTH_MIN || isNumbered) && offences(text).length === 0;
}
/** A sign column is understood without a heading that says so. */
const isContext = (example: string) =>
  /^[+\-−加减扣奖罚正负]分?$/.test(example) || saysAdding(example) || saysDeducting(example);
