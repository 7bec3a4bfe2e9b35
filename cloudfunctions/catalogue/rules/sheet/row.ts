import type { SheetRow } from '../../../kit/excel';
import type { Caps, Ceilings, HolderKind } from '../../../values/awards';
import { SENTENCE_MAX, TITLE_MAX } from '../../../values/limits';
import { countedPerIn, isGradeName } from './clause';
import type { Means, Pair, Table } from './header';
import { isLimit, type Limit, readLimit } from './limit';
import type { Line, Remark } from './line';
import { readNumber, readValue, type Value, type Why } from './value';
import { cut, looksBad, offences, placeOf, type Rule, saysDeducting, wordsIn } from './words';

/** What stands above and around a row. */
export interface Around {
  readonly sheet: number;
  readonly table: Table;
  /** Of the heading above, where no column says it. */
  readonly category: string;
  /** The name of the row above, where this one has none of its own. */
  readonly nameAbove: string;
  /** A heading, a title or the sheet's name says that points are taken away here. */
  readonly deducts: boolean;
  /** Words of columns that carry down where a cell below is empty, by column. */
  readonly carried: ReadonlyMap<number, string>;
}

const USUALLY_PER = '次';

/** Every line that a row gives, and what of it is told besides. */
export function readRow(row: SheetRow, around: Around): { readonly lines: Line[]; readonly remarks: Remark[] } {
  const read = around.table.pairs.map((pair) => readPair(row, pair, around));
  return { lines: read.flatMap(({ lines }) => lines), remarks: read.flatMap(({ remarks }) => remarks) };
}

const columnsOf = ({ table }: Around, pair: Pair, wanted: Means) =>
  table.means.flatMap((means, column) =>
    means === wanted && column >= pair.from && column <= pair.to ? [column] : [],
  );
const wordsOf = (row: SheetRow, around: Around, pair: Pair, wanted: Means) =>
  columnsOf(around, pair, wanted)
    .map((column) => wordsIn(row, column))
    .filter((text) => text !== '');

function readPair(row: SheetRow, pair: Pair, around: Around): { lines: Line[]; remarks: Remark[] } {
  const own = wordsIn(row, pair.name);
  const written = writtenIn(row, pair);
  if (isBare(row, pair, around, own, written)) return { lines: [], remarks: [] };
  const label = labelOf(row, pair, around);
  const name = own || around.nameAbove;
  const beside = besideOf(row, pair, around);
  const value = valueIn(row, pair, name);
  const category = categoryOf(pair, around);
  const verdict = judge(value, beside, { name, category, deducts: isDeducted(row, pair, around) });
  const isNamed = own !== '' || label !== '';
  const line: Line = {
    ...{ sheet: around.sheet, row: row.row, cell: placeOf(row.row, pair.points), written, label },
    name: cut(name, TITLE_MAX),
    category: cut(category, TITLE_MAX),
    worth: worthOf(value, beside, name),
    evidence: cut(
      [[...name].length > TITLE_MAX ? name : '', ...beside.evidence].filter(Boolean).join('；'),
      SENTENCE_MAX,
    ),
    holderKind: holderKindOf(name, `${written} ${beside.condition.join(' ')}`),
    ...{ min: value.min ?? value.takes ?? null, max: value.max, values: value.values },
    ...(isNamed || verdict.result === 'refuse'
      ? verdict
      : { result: 'ask' as const, why: 'twin' as const, rule: null }),
  };
  return { lines: [line], remarks: remarksOf(row, around, value, beside, written) };
}

/** As a column of its own part of the table has it, else one that all parts share. */
function categoryOf(pair: Pair, around: Around): string {
  const [shared] = around.table.pairs;
  const columns = [...columnsOf(around, pair, 'category'), ...(shared ? columnsOf(around, shared, 'category') : [])];
  return columns.map((column) => around.carried.get(column) ?? '').find((words) => words !== '') ?? around.category;
}

const writtenIn = (row: SheetRow, pair: Pair): string =>
  pair.grades.length === 0
    ? wordsIn(row, pair.points)
    : pair.grades
        .filter(({ column }) => wordsIn(row, column) !== '')
        .map(({ column, name }) => `${name}${wordsIn(row, column)}`)
        .join('，');

/** In a sheet of twins a row may have only one of them. */
function isBare(row: SheetRow, pair: Pair, { table }: Around, name: string, written: string): boolean {
  if (written !== '') return false;
  if (name === '') return true;
  return table.pairs.some((other) => other !== pair && other.name === pair.name && writtenIn(row, other) !== '');
}

function labelOf(row: SheetRow, pair: Pair, { table }: Around): string {
  const found = row.cells.flatMap((_, column) => {
    const isFree = table.means[column] === null || table.means[column] === 'category';
    const words = wordsIn(row, column).replace(/\s/g, '');
    return isFree && column >= pair.from && column <= pair.to && isGradeName(words) ? [words] : [];
  });
  return found[0] ?? '';
}

function valueIn(row: SheetRow, pair: Pair, name: string): Value {
  const cell = row.cells[pair.points];
  if (pair.grades.length > 0) return readValue(writtenIn(row, pair), name);
  if (cell instanceof Date) return { ...readValue('', name), why: 'unclear' }; // Excel takes 5-10 for the tenth of May
  const written = wordsIn(row, pair.points);
  return typeof cell === 'number' && written === String(cell) ? readNumber(cell) : readValue(written, name);
}

/** A sign, a category or a heading says so: of this row, or of the one above where a cell is merged. */
function isDeducted(row: SheetRow, pair: Pair, { table, deducts, carried }: Around): boolean {
  if (deducts || pair.deducts) return true;
  return table.means.some((means, column) => {
    const isContext = means === null || means === 'category' || means === 'nothing';
    const isShared = means === 'category' && column < (table.pairs[0]?.points ?? 0);
    if (!isContext || !(isShared || (column >= pair.from && column <= pair.to))) return false;
    return saysDeducting(wordsIn(row, column) || (carried.get(column) ?? ''));
  });
}

interface Beside {
  readonly limits: readonly Limit[];
  readonly condition: readonly string[];
  readonly evidence: readonly string[];
  readonly countedPer: string | null;
  readonly told: readonly { readonly text: string; readonly rules: readonly Rule[] }[];
}

/** What notes, ceilings and units beside the value say. */
function besideOf(row: SheetRow, pair: Pair, around: Around): Beside {
  const notes = wordsOf(row, around, pair, 'note');
  const told = notes.map((text) => ({ text, rules: offences(text) })).filter(({ rules }) => rules.length > 0);
  const clauses = notes
    .filter((text) => !told.some((one) => one.text === text))
    .flatMap((text) => text.split(/[,，;；。]/))
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const ceilings = columnsOf(around, pair, 'ceiling').flatMap((column) => {
    const words = wordsIn(row, column);
    return words === '' ? [] : [ceilingIn(around.table.headings[column] ?? '', words)];
  });
  const [unit] = wordsOf(row, around, pair, 'countedPer');
  return {
    limits: [...clauses.filter(isLimit).map((clause) => readLimit(clause.normalize('NFKC'))), ...ceilings],
    condition: clauses.filter((clause) => !isLimit(clause)),
    evidence: wordsOf(row, around, pair, 'evidence'),
    countedPer: unit === undefined ? null : countedPerIn(unit),
    told,
  };
}

/** 10 under 每月上限: what the cell does not say its heading does. */
function ceilingIn(heading: string, words: string): Limit {
  const unit = /次/.test(heading) ? '次' : '分';
  return readLimit(`${heading.replace(/[分次]/g, '')}最多${words.normalize('NFKC')}`, unit);
}

interface Verdict {
  readonly result: Line['result'];
  readonly why: Why | null;
  readonly rule: Rule | null;
}
const take: Verdict = { result: 'take', why: null, rule: null };
const ask = (why: Why): Verdict => ({ result: 'ask', why, rule: null });
const refuse = (rule: Rule): Verdict => ({ result: 'refuse', why: null, rule });

const MONEY_EACH = /每\D{0,4}\d+\s*(?:元|块)/;

function judge(value: Value, beside: Beside, row: { name: string; category: string; deducts: boolean }): Verdict {
  if (value.rule) return refuse(value.rule);
  if (row.deducts) return value.isPlus ? ask('contradicts') : refuse('rule4NoDeduction');
  const [rule] = offences(row.name);
  if (rule) return refuse(rule);
  if (MONEY_EACH.test(row.name)) return refuse('pointsAreNoMoney');
  if (value.why) return ask(value.why);
  if (!value.isPlus && (looksBad(row.name, row.category) || saysDeducting(row.name))) return ask('looksBad');
  return beside.limits.some((limit) => limit.kind === 'unclear') ? ask('limit') : take;
}

function worthOf(value: Value, beside: Beside, name: string): Line['worth'] {
  const limits = [...value.limits, ...beside.limits];
  const unclear = beside.limits.flatMap((limit) => (limit.kind === 'unclear' ? [limit.words] : []));
  const inName = /[(（](每[^)）]{1,6})[)）]/.exec(name)?.[1];
  const countedPer = value.countedPer ?? beside.countedPer ?? countedPerIn(inName ?? '') ?? USUALLY_PER;
  const condition = [value.condition, ...beside.condition, ...unclear].filter((text) => text !== '');
  return {
    ...{ points: value.points, grades: value.grades, perHalfHours: value.perHalfHours, countedPer },
    condition: cut(condition.join('，'), SENTENCE_MAX),
    caps: Object.fromEntries(
      limits.flatMap((one) => (one.kind === 'times' ? [[one.over, one.most]] : [])),
    ) as Partial<Caps>,
    ceilings: Object.fromEntries(
      limits.flatMap((one) => (one.kind === 'points' ? [[one.over, one.most]] : [])),
    ) as Partial<Ceilings>,
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

/** What a row says besides against the rules: told, while the rest of it is taken. */
function remarksOf(row: SheetRow, { sheet }: Around, value: Value, { told }: Beside, written: string): Remark[] {
  const takes = value.rule === null && value.takes !== undefined;
  const notes = told.map(({ text, rules }) => ({ sheet, row: row.row, text: cut(text, SENTENCE_MAX), rules }));
  return takes
    ? [...notes, { sheet, row: row.row, text: cut(written, SENTENCE_MAX), rules: ['rule4NoDeduction'] }]
    : notes;
}
