import { POINTS_MAX } from '../../../values/limits';

/** What a cell of the value column says. Points are whole and positive; the kind says which way they go. */
export type Value =
  | { readonly kind: 'adds'; readonly points: number; readonly countedPer: string | null; readonly isRange: boolean }
  | { readonly kind: 'deducts'; readonly points: number | null }
  | { readonly kind: 'resets' }
  | { readonly kind: 'notUnderstood'; readonly points: number | null };

const RESETS = /清零|归零|清空|作废|过期/;
const DEDUCTS = /扣|减|罚|负分|负\d/;
const DIGITS = '零一二三四五六七八九';

/** Whether words speak of taking points away, and by which rule that is refused. */
export function offence(words: string): 'rule1OnlyAdded' | 'rule4NoDeduction' | null {
  const text = words.normalize('NFKC');
  if (RESETS.test(text)) return 'rule1OnlyAdded';
  return /扣\s*[\d一二三四五六七八九十]|[扣减罚]\s*分|倒扣|扣除|扣减|负分|-\s*\d+\s*分/.test(text)
    ? 'rule4NoDeduction'
    : null;
}

/**
 * Reads 50, +5, 5分, 一次加50分, 一人次加20分, 每小时2分, 加5-10分 (a guideline's range: the draft takes the lower end), and
 * -5, 扣5分, 清零. A cell may hold several: 加5分，迟到扣2分.
 */
export function readValues(cell: unknown, columnDeducts: boolean): Value[] {
  if (typeof cell === 'number') return [fromNumber(cell, columnDeducts)];
  if (cell instanceof Date) return [{ kind: 'notUnderstood', points: null }]; // Excel takes 5-10 for the tenth of May
  const text = typeof cell === 'string' ? cell.normalize('NFKC').replace(/\s/g, '') : '';
  if (text === '') return [];
  const clauses = text.split(/[,;。、]|(?<=分)(?=[扣减])/).filter((clause) => clause !== '');
  return clauses.map((clause) => fromWords(clause, columnDeducts));
}

function fromNumber(value: number, columnDeducts: boolean): Value {
  if (!Number.isInteger(value) || value === 0) return { kind: 'notUnderstood', points: null };
  const points = Math.abs(value);
  if (columnDeducts || value < 0) return { kind: 'deducts', points };
  return adds(points, null, false);
}

function adds(points: number, countedPer: string | null, isRange: boolean): Value {
  const isPoints = Number.isInteger(points) && points >= 1 && points <= POINTS_MAX;
  return isPoints ? { kind: 'adds', points, countedPer, isRange } : { kind: 'notUnderstood', points: null };
}

function fromWords(clause: string, columnDeducts: boolean): Value {
  if (RESETS.test(clause)) return { kind: 'resets' };
  const numbers = numbersIn(clause);
  const [first] = numbers;
  const isNegative = columnDeducts || DEDUCTS.test(clause) || /^[-−–—]\d/.test(clause);
  const points = first !== undefined && Number.isInteger(first) ? first : null;
  if (isNegative) return { kind: 'deducts', points };
  if (first === undefined) return { kind: 'notUnderstood', points: null };
  const isRange = /\d[-−–—~至到]+\+?\d/.test(clause);
  return adds(isRange ? Math.min(...numbers) : first, countedPerIn(clause), isRange);
}

/** The amounts: the 一 of 一次 and 一人次 counts deeds, not points. */
function numbersIn(clause: string): number[] {
  const amounts = clause.replace(
    /(?<!\d)[一每1]个?(人次|户次|次|件|人|户|年度|年|季度|季|月|周|天|日|小时|场|篇|条|例)/g,
    '',
  );
  const found = amounts.match(/\d+(\.\d+)?|[一二三四五六七八九十]+(?=分)/g) ?? [];
  return found.map((word) => (/^\d/.test(word) ? Number(word) : chineseNumber(word)));
}

/** Up to 99. */
function chineseNumber(word: string): number {
  const [tens, ones] = word.includes('十') ? word.split('十') : ['0', word];
  const digit = (text: string | undefined, otherwise: number) => (text ? DIGITS.indexOf(text) : otherwise);
  return (tens === '0' ? 0 : digit(tens, 1)) * 10 + digit(ones, 0);
}

const PERIOD = /年度|年|季度|季|月|周|天|日|小时/;
const PER = /人次|户次|次|件|场|篇|条|例|户|人/;
const SAME_PER: Readonly<Record<string, string>> = { 年: '年度', 季: '季度', 天: '日', 人: '人次', 户: '户次' };

/** 每户每年 counts years: whose they are is another question. */
export function countedPerIn(text: string): string | null {
  const per = (PERIOD.exec(text) ?? PER.exec(text))?.[0];
  return per === undefined ? null : (SAME_PER[per] ?? per);
}
