import type { SheetRow } from '../../../kit/excel';
import { SENTENCE_MAX, TITLE_MAX } from '../../../values/limits';
import type { HolderKind } from '../item';
import { findHeader, type Header, type Pair, textOf } from './header';
import { countedPerIn, offence, readValues, type Value } from './value';

export interface SheetDraft {
  readonly row: number;
  readonly name: string;
  readonly category: string;
  readonly points: number;
  readonly countedPer: string;
  readonly evidence: string;
  readonly holderKind: HolderKind;
}
export interface SheetRefusal {
  readonly row: number;
  readonly text: string;
  /** What would have been taken away, as a positive number. */
  readonly points: number | null;
  readonly rule: 'rule1OnlyAdded' | 'rule4NoDeduction' | 'notUnderstood';
}
export interface Understood {
  readonly drafts: readonly SheetDraft[];
  readonly refused: readonly SheetRefusal[];
}
/** What one row gives, or the category that it opens. */
type Read = SheetDraft | SheetRefusal | { readonly category: string };

const REMARK_LENGTH_MIN = 20;
const WITHOUT_CATEGORY = '未分类';
const USUALLY_PER = '次';
const SUM_ROW = /^(合计|总计|小计|总分)/;
const REMARK = /^(注|备注|说明|附)[:：]?/;
const HEADING_NUMBER = /^([一二三四五六七八九十]+|\d+|[(（][一二三四五六七八九十\d]+[)）])[、.)．]?\s*/;

/** Takes a committee's sheet apart, row by row; null when no row says which column is which. */
export function understandSheet(sheet: readonly SheetRow[]): Understood | null {
  const header = findHeader(sheet);
  if (!header) return null;
  const drafts: SheetDraft[] = [];
  const refused: SheetRefusal[] = [];
  let category = WITHOUT_CATEGORY;
  for (const row of sheet.slice(header.rows)) {
    category = categoryOf(row, header) || category;
    for (const read of readRow(row, header, category))
      if ('rule' in read) refused.push(read);
      else if ('name' in read) drafts.push(read);
      else category = read.category;
  }
  return withoutTwins(drafts, refused);
}

/** As the row itself has it; a lone text stands in no column. */
const categoryOf = (row: SheetRow, header: Header): string =>
  header.category === null || isLone(row, header) ? '' : textOf(row.cells[header.category]);

const filled = (row: SheetRow) => row.cells.map(textOf).filter((text) => text !== '');

/** A row of one text and no value: a heading between the rows, a remark at the foot, or a name whose value is missing. */
function isLone(row: SheetRow, header: Header): boolean {
  return filled(row).length === 1 && header.pairs.every((pair) => textOf(row.cells[pair.points]) === '');
}

function readRow(row: SheetRow, header: Header, category: string): Read[] {
  const [first = ''] = filled(row);
  if (first === '' || SUM_ROW.test(first)) return [];
  if (isLone(row, header)) return readLone(row, first, header);
  const reads = header.pairs.flatMap((pair) => readPair(row, pair, header, category));
  const note = header.note === null ? '' : textOf(row.cells[header.note]);
  const rule = offence(note);
  return rule ? [...reads, refusal(row, note, rule)] : reads;
}

function readLone(row: SheetRow, text: string, header: Header): Read[] {
  const rule = offence(text);
  if (rule) return [refusal(row, text, rule)];
  if (REMARK.test(text) || [...text].length > REMARK_LENGTH_MIN) return [];
  const isName = header.pairs.some((pair) => textOf(row.cells[pair.name]) !== '');
  if (isName && !HEADING_NUMBER.test(text)) return [refusal(row, text, 'notUnderstood')];
  return [{ category: cut(text.replace(HEADING_NUMBER, ''), TITLE_MAX) }];
}

function readPair(row: SheetRow, pair: Pair, header: Header, category: string): Read[] {
  const text = textOf(row.cells[pair.name]);
  const cell = row.cells[pair.points];
  const values = readValues(cell, pair.deducts);
  if (values.length === 0 || text === '') {
    // In a sheet of twins a row may have only one of them.
    const isMissing = textOf(cell) !== '' || (text !== '' && header.pairs.length === 1);
    return isMissing ? [refusal(row, text || textOf(cell), 'notUnderstood')] : [];
  }
  const perColumn = header.countedPer === null ? null : countedPerIn(textOf(row.cells[header.countedPer]));
  const isPlain = values.length === 1 && values.every((value) => value.kind !== 'adds' || !value.isRange);
  const written = textOf(cell);
  const remark = isPlain ? '' : `原表分值：${written}`;
  const reads = values.map((value) => toRead(row, text, value, { category, written, remark, perColumn }));
  return reads.filter((read, i) => !('name' in read) || reads.findIndex((other) => 'name' in other) === i);
}

interface Around {
  readonly category: string;
  readonly written: string;
  readonly remark: string;
  readonly perColumn: string | null;
}

function toRead(row: SheetRow, text: string, value: Value, { category, written, remark, perColumn }: Around): Read {
  if (value.kind === 'deducts') return refusal(row, text, 'rule4NoDeduction', value.points);
  if (value.kind === 'resets') return refusal(row, text, 'rule1OnlyAdded');
  const rule = offence(text) ?? (value.kind === 'notUnderstood' ? 'notUnderstood' : null);
  if (rule || value.kind === 'notUnderstood') return refusal(row, text, rule ?? 'notUnderstood', value.points);
  const countedPer = value.countedPer ?? perColumn ?? USUALLY_PER;
  const whole = [...text].length > TITLE_MAX ? text : '';
  return {
    row: row.row,
    name: cut(text, TITLE_MAX),
    category: cut(category, TITLE_MAX),
    points: value.points,
    countedPer,
    evidence: cut([whole, remark].filter((words) => words !== '').join('；'), SENTENCE_MAX),
    holderKind: holderKindOf(text, written),
  };
}

/**
 * A family's deed (家庭或家庭成员获得表彰, 农户, 全家) is the household's; one of a 家庭成员 alone is that person's, and so is
 * everything that names nobody. Staff change it in the draft where the sheet meant otherwise.
 */
function holderKindOf(text: string, value: string): HolderKind {
  const words = `${text.replace(/家庭成员/g, '')} ${value}`;
  return /家庭|全家|农户|住户|每户|户主|户次|\/户/.test(words) ? 'household' : 'resident';
}

/** One matter, one value: the same name again with another value is for a person to sort out. */
function withoutTwins(drafts: readonly SheetDraft[], refused: readonly SheetRefusal[]): Understood {
  const first = new Map<string, SheetDraft>();
  const twins: SheetRefusal[] = [];
  for (const draft of drafts) {
    const known = first.get(draft.name);
    if (!known) first.set(draft.name, draft);
    else if (known.points !== draft.points)
      twins.push({ row: draft.row, text: draft.name, points: draft.points, rule: 'notUnderstood' });
  }
  return { drafts: [...first.values()], refused: [...refused, ...twins].sort((a, b) => a.row - b.row) };
}

const refusal = (row: SheetRow, text: string, rule: SheetRefusal['rule'], points: number | null = null) => ({
  row: row.row,
  text: cut(text, SENTENCE_MAX),
  points,
  rule,
});

function cut(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}
