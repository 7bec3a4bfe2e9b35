import type { Grade } from '../../../values/awards';
import { POINTS_MAX } from '../../../values/limits';
import { type Clause, countedPerIn, isGradeName, readClause } from './clause';
import { isLimit, type Limit, limitsApart, readLimit } from './limit';
import type { Rule } from './words';

/** Why a person is asked: what the cell leaves open. */
export type Why = 'range' | 'upTo' | 'values' | 'noPoints' | 'unclear' | 'limit' | 'looksBad' | 'contradicts' | 'twin';

/** What a value cell says. Where `why` or `rule` stands, nothing is taken as it is. */
export interface Value {
  readonly points: number | null;
  readonly grades: readonly Grade[];
  readonly perHalfHours: number | null;
  readonly countedPer: string | null;
  readonly condition: string;
  readonly limits: readonly Limit[];
  readonly why: Why | null;
  readonly rule: Rule | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Values without a name: 20/15/10. */
  readonly values: readonly number[];
  /** It carries a plus: no heading makes a deduction of it. */
  readonly isPlus: boolean;
  /** It takes points away besides: how many, null where that is not said; undefined: it does not. */
  readonly takes?: number | null;
}

const NOTHING: Value = {
  ...{ points: null, grades: [], perHalfHours: null, countedPer: null, condition: '', limits: [] },
  ...{ why: null, rule: null, min: null, max: null, values: [], isPlus: false },
};
const ask = (why: Why, more: Partial<Value> = {}): Value => ({ ...NOTHING, ...more, why });
const refuse = (rule: Rule, more: Partial<Value> = {}): Value => ({ ...NOTHING, ...more, rule });

const isPoints = (points: number) => Number.isInteger(points) && points >= 1 && points <= POINTS_MAX;

/** A number cell: as it stands, where no column and no format says otherwise. */
export function readNumber(value: number): Value {
  if (value < 0) return refuse('rule4NoDeduction', { takes: Math.abs(value) });
  return isPoints(value) ? { ...NOTHING, points: value } : ask('unclear');
}

const RESETS = /清零|归零|清空|作废|过期/;
const BRACKETED = /^\(\d+(?:\.\d+)?\)分?$|^分?\(\d+(?:\.\d+)?分?\)$/;
const BOTH_WAYS = /±|\+\/?-|^\+?\d+分?[/、,;或][-−–—]\d+分?$|^\+(\d+)分?[-−–—]\1分?$|^[-−–—]\d+分?[/、,;或]?\+\d+分?$/;
const MONEY = /[\d一二三四五六七八九十百千万]\s*(?:万|千|百)?(?:元|块钱)|人民币|[￥¥]\d/;
const VALUES = /^\d+分?(?:[/、,或]\d+分?)+$/;
/** 一等奖/二等奖/三等奖:10/6/3分 */
const NAMED_VALUES = /^(\D+?):?(\d+分?(?:[/、,]\d+分?)+)$/;

/** Reads the words of a value cell, beside the words of the matter, which may name its grades. */
export function readValue(cell: string, name: string): Value {
  const text = plain(cell);
  const isPlus = /[+加奖]/.test(text);
  if (text === '') return ask('noPoints');
  if (RESETS.test(text)) return refuse('rule1OnlyAdded');
  if (BRACKETED.test(text)) return refuse('rule4NoDeduction', { takes: Number(/\d+/.exec(text)?.[0]) });
  if (BOTH_WAYS.test(text)) return refuse('rule4BothWays');
  if (MONEY.test(text)) return refuse('pointsAreNoMoney');
  if (text.includes('%')) return ask('unclear');
  if (VALUES.test(text)) return readValues(text, gradeNamesIn(name));
  const [, names, values] = NAMED_VALUES.exec(text) ?? [];
  if (names && values) return readValues(values, names.split(/[/、,]/));
  const clauses = limitsApart(text)
    .split(/[,;。、\s\n]|[()](?!\d)|(?<=分)(?=[扣减])/)
    .filter((clause) => /[\p{L}\d]/u.test(clause));
  const limits = clauses.filter(isLimit).map((clause) => readLimit(clause));
  const rest = clauses.filter((clause) => !isLimit(clause)).map(labelled);
  return { ...together(rest, limits), limits: limits.filter((one) => one.kind !== 'unclear'), isPlus };
}

/** Full width becomes half, ① a label of its own, 加五分 a number; blanks go where they part nothing. */
function plain(cell: string): string {
  return cell
    .replace(/[①-⑳]/g, (label) => `;${String.fromCharCode(LABELS + label.charCodeAt(0) - FIRST_LABEL)}`)
    .normalize('NFKC')
    .replace(/\s+(?=[\d+\-~/分次])|(?<=[+\-~/])\s+/g, '')
    .replace(/(?<=[加奖计记得次人户件+]|^)[一二三四五六七八九十]+(?=分(?:$|[/每,;。]))/g, (word) =>
      String(chineseNumber(word)),
    )
    .trim();
}

const LABELS = 0xe000;
const FIRST_LABEL = '①'.charCodeAt(0);
type Labelled = Clause & { readonly label: string };

function labelled(clause: string): Labelled {
  const code = clause.charCodeAt(0);
  if (code < LABELS || code > LABELS + 20) return { ...readClause(clause), label: '' };
  return { ...readClause(clause.slice(1)), label: String.fromCharCode(FIRST_LABEL + code - LABELS) };
}

const DIGITS = '零一二三四五六七八九';
/** Up to 99. */
function chineseNumber(word: string): number {
  const [tens, ones] = word.includes('十') ? word.split('十') : ['0', word];
  const digit = (text: string | undefined, otherwise: number) => (text ? DIGITS.indexOf(text) : otherwise);
  return (tens === '0' ? 0 : digit(tens, 1)) * 10 + digit(ones, 0);
}

/** 20/15/10 and 50、30、20分: grades, where the matter names as many; else a person says what they are for. */
function readValues(text: string, names: readonly string[]): Value {
  const values = (text.match(/\d+/g) ?? []).map(Number);
  if (!values.every(isPoints)) return ask('unclear');
  if (names.length !== values.length) return ask('values', { values });
  return { ...NOTHING, grades: values.map((points, i) => ({ name: names[i] as string, points })) };
}

/** 国家级、省级、市级 in 家庭获国家级、省级、市级表彰. */
function gradeNamesIn(name: string): string[] {
  const found =
    name.match(
      /(?:国家|全国|省|市|州|区县|县区|区|县|街道|乡镇|镇|乡|社区|村)级|[特一二三四五]等奖?|第[一二三四五\d]名|[冠亚季]军|[金银铜]奖|优秀奖/g,
    ) ?? [];
  return [...new Set(found)];
}

type Adds = Extract<Labelled, { kind: 'adds' }>;

/** What the clauses of one cell say together. */
function together(clauses: readonly Labelled[], limits: readonly Limit[]): Value {
  const adds = clauses.filter((one): one is Adds => one.kind === 'adds');
  const deducts = clauses.find((one) => one.kind === 'deducts');
  const takes = deducts ? { takes: deducts.points } : {};
  const words = clauses.flatMap((one) => (one.kind === 'words' ? [one.words] : []));
  const range = clauses.find((one) => one.kind === 'range');
  const vague = limits.find((one) => one.kind === 'unclear');
  if (range)
    return { ...ask('range', { min: range.min, max: range.max, countedPer: countedPerIn(words.join('')) }), ...takes };
  if (adds.length === 0 && deducts) return refuse('rule4NoDeduction', takes);
  if (adds.length === 0 && vague && !vague.hasSpan && vague.most !== null)
    return ask('upTo', { max: vague.most, condition: words.join('，') });
  if (adds.length === 0)
    return ask(words.some((one) => /\d/.test(one)) ? 'unclear' : 'noPoints', { condition: words.join('，') });
  const value = adds.length === 1 ? oneOf(adds[0] as Adds, words) : gradesOf(adds, words);
  const condition = [value.condition, ...limits.flatMap((one) => (one.kind === 'unclear' ? [one.words] : []))];
  const whole = { ...value, condition: condition.filter(Boolean).join('，'), ...takes };
  return vague && whole.why === null ? { ...whole, why: 'limit' } : whole;
}

function oneOf(one: Adds, words: readonly string[]): Value {
  if (!isPoints(one.points)) return ask('unclear');
  // a number among other words is no value unless it says so: 获评3次 is not three points
  if (!one.isSaid && one.words !== '') return ask('unclear');
  const condition = [one.words, ...words].filter((text) => text !== '' && !PER_ONLY.test(text));
  const countedPer = one.countedPer ?? countedPerIn(words.find((text) => PER_ONLY.test(text)) ?? '');
  return {
    ...NOTHING,
    ...{ points: one.points, perHalfHours: one.perHalfHours, countedPer },
    condition: condition.join('，'),
  };
}
const PER_ONLY = /^(?:每|一)?个?(?:人次|户次|次|件|人|户|年度?|月|日|天|场)$/;

/** Several values, each with its name or the condition under which it is given. */
function gradesOf(adds: readonly Adds[], words: readonly string[]): Value {
  const grades = adds.map(({ label, words: named, points }) => ({ name: `${label}${named}`, points }));
  const values = grades.map(({ points }) => points);
  const names = new Set(grades.map(({ name }) => name));
  if (!values.every(isPoints)) return ask('unclear');
  if (names.has('') || names.size < grades.length) return ask('values', { values });
  return {
    ...NOTHING,
    grades: grades.map(({ name, points }) => ({ name: name.slice(0, 20), points })),
    condition: words.filter((text) => !isGradeName(text)).join('，'),
  };
}
