import { MOBILE } from '../../values/limits';
import { cleanName, PERSON_NAME } from '../../values/names';

/** One that a list names: its words as they stand there, and what of them can tell who is meant. */
export interface Entry {
  readonly words: string;
  readonly names: readonly string[];
  /** Mobile numbers, or the last four digits of a phone. */
  readonly numbers: readonly string[];
}

/** Titles of columns, and words that stand beside a name on a sign-in sheet. */
const TITLES = new Set(
  (
    '姓名 名字 序号 编号 户编号 电话 手机 手机号 手机号码 联系电话 联系方式 尾号 签名 签到 签退 签到表 备注 户主 配偶 子女 本人 ' +
    '性别 男 女 年龄 门牌 门牌号 住址 地址 小组 网格 时间 日期 单位 职务 积分 分值 合计 参加 已到 居民 党员 志愿者'
  ).split(' '),
);
const GLUED = /^(\p{Script=Han}{2,4})(\d{4}|\d{11})$/u;
const HIDDEN_PHONE = /^1\d{2}\*+(\d{4})$/;
const CHINESE_NAME = /^\p{Script=Han}{2,4}$/u;

const isName = (cell: string) => PERSON_NAME.test(cell) && [...cell].length > 1 && !TITLES.has(cell);

/** 138 0000 1234 and 138-0000-1234 are one number. */
const PARTED_PHONE = /(?<!\d)(1\d{2})[ -](\d{4})[ -](\d{4})(?!\d)/gu;

function cellsOf(line: string): string[] {
  const words = line.replace(PARTED_PHONE, '$1$2$3');
  const cells = words.includes('\t') ? words.split('\t') : words.split(/[\s:()/|]+/u);
  return cells.flatMap((cell) => GLUED.exec(cell.trim())?.slice(1) ?? cell.trim()).filter(Boolean);
}

function toEntry(words: string): Entry {
  const cells = cellsOf(words);
  const numbers = cells.flatMap((cell) => {
    if (MOBILE.test(cell) || /^\d{4}$/.test(cell)) return cell;
    return HIDDEN_PHONE.exec(cell)?.[1] ?? [];
  });
  const names = cells.map((cell) => cleanName(cell.replace(/^\d+[.、]\s*/u, ''))).filter(isName);
  return { words: words.replace(/\s+/gu, ' ').trim(), names, numbers };
}

/** 张三 李四 王五: nothing but names, so each is one. */
function apart(entry: Entry): Entry[] {
  const { words, names, numbers } = entry;
  const isNamesAlone =
    numbers.length === 0 && names.length > 1 && words.split(' ').every((one) => CHINESE_NAME.test(one));
  return isNamesAlone ? names.map((name) => ({ words: name, names: [name], numbers })) : [entry];
}

const isTelling = ({ names, numbers }: Entry) => names.length > 0 || numbers.length > 0;

/** A line for each, or several in a line with commas between them; what a spreadsheet gives has tabs between its cells. */
export function entriesIn(text: string): Entry[] {
  return text
    .normalize('NFKC')
    .split(/[\r\n]+/u)
    .flatMap((line) => (line.includes('\t') ? [line] : line.split(/[,;、]+/u)))
    .map(toEntry)
    .filter(isTelling)
    .flatMap(apart);
}

export interface Meant {
  readonly state: 'found' | 'unclear' | 'unknown';
  readonly residentIds: readonly string[];
}

/** One is found where all that is said of them agrees on one person. Whatever else is asked: nobody is guessed. */
export function meantBy({ names, numbers }: Entry, called: ReadonlyMap<string, readonly string[]>): Meant {
  const idsOf = (words: readonly string[]) => [...new Set(words.flatMap((word) => called.get(word) ?? []))];
  const [named, numbered] = [idsOf(names), idsOf(numbers)];
  if (named.length === 0 && numbered.length === 0) return { state: 'unknown', residentIds: [] };
  if (named.length === 0) return oneOf(numbered, names.length === 0);
  if (numbers.length === 0) return oneOf(named, true);
  const both = named.filter((id) => numbered.includes(id));
  return both.length > 0 ? oneOf(both, true) : oneOf([...new Set([...named, ...numbered])], false);
}

const oneOf = (residentIds: readonly string[], agrees: boolean): Meant => ({
  state: agrees && residentIds.length === 1 ? 'found' : 'unclear',
  residentIds,
});
