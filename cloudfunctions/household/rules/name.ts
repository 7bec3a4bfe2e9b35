import { cleanName } from '../../values/names';

/** Family names of two characters; every other Chinese name begins with one of one character. */
const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 司马 上官 诸葛 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 东方 南宫 西门 端木 百里 独孤 轩辕 申屠 太史 公冶 闻人 ' +
    '澹台 呼延 赫连 钟离 鲜于 闾丘 拓跋 万俟 濮阳 淳于 单于 太叔 仲孙 司空 亓官 左丘 梁丘 东郭 南门 羊舌 微生 司寇 巫马 公西'
  ).split(' '),
);
const MASK = '＊';
const CHINESE = /^\p{Script=Han}+$/u;
/** What stands between the parts of a name that is not Chinese: 买买提·艾合买提, Anna Maria, བསོད་ནམས. */
const BETWEEN_PARTS = /([\s·.'\u0f0b-]+)/u;
/** A letter with its marks: one sign to whoever reads it. */
const LETTER = /\P{M}\p{M}*/gu;
/** What joins letters, and what says which form of one is meant. */
const MARKS = /\u180a|[\u180b-\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|\u200c|\u200d/gu;

const lettersOf = (name: string): string[] => name.match(LETTER) ?? [];

const isChinese = (name: string) => CHINESE.test(name.replace(MARKS, ''));
const isCompound = (letters: readonly string[]) =>
  letters.length > 2 && COMPOUND_SURNAMES.has(`${letters[0]}${letters[1]}`);

/** 李桂芳 → 李, 欧阳修文 → 欧阳; the first part of a name of several. */
export function surnameOf(name: string): string {
  if (!isChinese(name)) return name.split(BETWEEN_PARTS)[0] ?? name;
  const letters = lettersOf(name);
  return isCompound(letters) ? letters.slice(0, 2).join('') : (letters[0] ?? '');
}

/** How a person is named in public until they agree to more: 李＊芳, 陈＊, 欧阳＊＊; elsewhere the first letter of each part. */
export function maskName(name: string): string {
  const letters = lettersOf(name);
  if (letters.length <= 1) return MASK;
  if (!isChinese(name)) return name.split(BETWEEN_PARTS).map(maskPart).join('');
  if (isCompound(letters)) return letters.map((letter, i) => (i < 2 ? letter : MASK)).join('');
  const last = letters.length - 1;
  return letters.map((letter, i) => (i === 0 || (i === last && i > 1) ? letter : MASK)).join('');
}

function maskPart(part: string, i: number): string {
  const isBetween = i % 2 === 1;
  return isBetween
    ? part
    : lettersOf(part)
        .map((letter, at) => (at === 0 ? letter : MASK))
        .join('');
}

/** The form in which names are compared and found: width, case and forms of a letter as one, nothing between the parts. */
export function plainName(name: string): string {
  return cleanName(name)
    .toUpperCase()
    .replace(MARKS, '')
    .replace(/[\s·.'\u0f0b-]/gu, '');
}

export type NamePartKind = 'name' | 'surname' | 'nameTail' | 'namePart';
export interface NamePart {
  readonly text: string;
  readonly kind: NamePartKind;
}
/** Longer pieces of a name are found by their pieces of this length. */
const PIECE_MAX = 4;

/** Every piece under which a person is found: 李桂芳 by 李桂芳, 李, 李桂, 桂, 桂芳 and 芳. */
export function partsOfName(name: string): NamePart[] {
  const plain = plainName(name);
  const surname = plainName(surnameOf(name));
  const parts = new Map<string, NamePartKind>([[plain, 'name']]);
  for (const text of piecesOf(plain)) {
    if (parts.has(text)) continue;
    parts.set(text, text === surname ? 'surname' : plain.endsWith(text) ? 'nameTail' : 'namePart');
  }
  return [...parts].map(([text, kind]) => ({ text, kind }));
}

function piecesOf(plain: string): string[] {
  const letters = [...plain];
  return letters.flatMap((letter, start) =>
    Array.from({ length: PIECE_MAX }, (_, i) => start + 1 + i)
      .filter((end) => end <= letters.length)
      .filter((end) => end > start + 1 || CHINESE.test(letter)) // a single Latin letter would find everybody
      .map((end) => letters.slice(start, end).join('')),
  );
}

/** The pieces that a person found by `query` must all have; who has them still may not contain `query` itself. */
export function piecesOfQuery(query: string): string[] {
  const letters = [...plainName(query)];
  if (letters.length <= PIECE_MAX) return letters.length > 0 ? [letters.join('')] : [];
  return letters.slice(PIECE_MAX - 1).map((_, start) => letters.slice(start, start + PIECE_MAX).join(''));
}

const pinyin = new Intl.Collator('zh-u-co-pinyin');
/** By pinyin; who has the same name by id, so that the order is the same on every page. */
export function byPinyin(a: Named, b: Named): number {
  return pinyin.compare(a.name, b.name) || (a.residentId < b.residentId ? -1 : a.residentId > b.residentId ? 1 : 0);
}
export interface Named {
  readonly residentId: string;
  readonly name: string;
}
